import type { Architecture, Element, ElementId } from '../../../graph/architecture.js';
import { groundOf } from './ground.js';

/** The certificates that an element shows where TLS ends at it; `undefined` is one that is not stated. Empty: TLS does not end at it. */
export function endsOfTlsAt(model: Architecture, element: Element): readonly (Element | undefined)[] {
  // The members of a group end it each by itself.
  if (element.kind === 'cluster' && model.clusterById.get(element.id)?.members.length) return [];
  if (element.kind === 'record') return [];
  const ids = new Set<ElementId | undefined>();
  for (const { tls } of element.listeners ?? []) {
    if (typeof tls === 'object' && tls.passthrough !== true) ids.add(tls.certificate);
  }
  if (
    ids.size === 0 &&
    groundOf(model).hops.some((hop) => hop.to === element && hop.terminates && isTls(hop.encryption))
  ) {
    ids.add(undefined);
  }
  return [...ids].map((id) => (id === undefined ? undefined : model.byId.get(id)));
}

function isTls(encryption: string): boolean {
  return encryption === 'tls' || encryption === 'mutual tls';
}
