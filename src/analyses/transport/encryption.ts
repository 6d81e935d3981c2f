import type { Architecture, Element, Flow, Listener, TlsFacts } from '../../graph/architecture.js';
import { onOneServer } from '../network/borders.js';
import { endpointsOf } from '../network/endpoints.js';
import type { Encryption } from './result.js';

/** How the packets of a flow are protected on the wire. TLS comes first: it holds on one server and through a tunnel too. */
export function encryptionOf(model: Architecture, flow: Flow, listener: Listener | undefined): Encryption {
  const tls = listener && tlsOf(listener);
  if (tls) return tls.clientCertificate === 'required' ? 'mutual tls' : 'tls';
  if (staysOnOneServer(model, flow)) return 'local';
  if (listener?.protocol === 'ssh' || leadsThroughVpn(model, flow)) return 'tunnel';
  return listener && isPlaintext(listener) ? 'plaintext' : 'unknown';
}

/** What a listener says of its TLS; undefined where it has none or does not tell. */
export function tlsOf({ protocol, tls }: Listener): TlsFacts | undefined {
  if (tls) return tls;
  if (tls === false) return undefined;
  if (protocol === 'https') return {};
  return protocol === 'tls' ? { passthrough: true } : undefined;
}

/** Known not to encrypt; `http` says so by its name. */
export function isPlaintext({ protocol, tls }: Listener): boolean {
  return tls === false || (protocol === 'http' && tls === undefined);
}

function staysOnOneServer(model: Architecture, flow: Flow): boolean {
  const from = model.byId.get(flow.from);
  const to = model.byId.get(flow.to);
  if (!from || !to || (flow.facts.through?.length ?? 0) > 0) return false;
  const sources = endpointsOf(model, from);
  const targets = endpointsOf(model, to);
  return (
    sources.length > 0 &&
    targets.length > 0 &&
    sources.every((source) => targets.every((target) => onOneMachine(model, source, target)))
  );
}

function onOneMachine(model: Architecture, from: Element, to: Element): boolean {
  return from === to || onOneServer(model, from, to);
}

function leadsThroughVpn(model: Architecture, flow: Flow): boolean {
  return (flow.facts.through ?? []).some((id) => model.byId.get(id)?.kind === 'vpnGateway');
}
