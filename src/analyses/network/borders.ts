import type { Architecture, Element, ElementId } from '../../graph/architecture.js';

/** What packets cross between two elements: each container of one that does not hold the other. `undefined`: the site. */
export interface Crossing {
  /** Inside out. */
  readonly leaving: readonly (Element | undefined)[];
  /** Outside in. */
  readonly entering: readonly (Element | undefined)[];
}

const nothing: Crossing = { leaving: [], entering: [] };

/** Stands outside of the site: who uses it, whom it calls, and the names that lead to it. */
export function isOutside({ kind }: Element): boolean {
  return kind === 'user' || kind === 'externalService' || kind === 'dns' || kind === 'record';
}

/** From the element itself outwards, the site last; what stands outside has itself alone. */
export function containersOf(model: Architecture, element: Element): readonly (Element | undefined)[] {
  if (isOutside(element)) return [element];
  return [element, ...model.ancestors(element), undefined];
}

/** Loopback crosses nothing: one element, or two on one server. */
export function crossingBetween(model: Architecture, from: Element, to: Element): Crossing {
  if (from === to || onOneServer(model, from, to)) return nothing;
  const outwards = containersOf(model, from);
  const inwards = containersOf(model, to);
  let common = 0;
  while (common < outwards.length && common < inwards.length && outwards.at(-1 - common) === inwards.at(-1 - common)) {
    common += 1;
  }
  return {
    leaving: outwards.slice(0, outwards.length - common),
    entering: inwards.slice(0, inwards.length - common).reverse(),
  };
}

/** A server of several instances is no single machine. */
export function onOneServer(model: Architecture, from: Element, to: Element): boolean {
  const host = from.kind === 'server' ? from : model.hostOf(from);
  if (!host || host !== (to.kind === 'server' ? to : model.hostOf(to))) return false;
  const { instances } = host.facts;
  return instances === undefined || instances === 1;
}

/** The firewalls of a container, in the order of the model; `undefined`: the site's. */
export type GuardsIn = (container: Element | undefined) => readonly Element[];

const none: readonly Element[] = [];

export function guardsByContainer(model: Architecture): GuardsIn {
  const index = new Map<ElementId | undefined, Element[]>();
  for (const guard of model.byKind.firewall) {
    const container = guard.parent !== undefined && model.byId.has(guard.parent) ? guard.parent : undefined;
    const guards = index.get(container);
    if (guards) guards.push(guard);
    else index.set(container, [guard]);
  }
  return (container) => index.get(container?.id) ?? none;
}
