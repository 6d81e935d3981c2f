import type { Architecture, Element, Flow } from '../../../graph/architecture.js';
import { containersOf, crossingBetween, isOutside } from '../borders.js';
import type { Side } from '../compiled-guard.js';
import { type Leg, legsOf } from '../endpoints.js';
import { pairsOf, serviceOfPair } from '../flow-passage.js';
import type { Interval } from '../interval-index.js';
import type { Service } from '../ports.js';
import { everyService, replyPorts, serviceInterval } from '../service-axis.js';
import type { Topology } from '../topology.js';

/** Packets that something declared sends through a guard. */
export interface Need {
  /** Left out: somebody, from any address. */
  readonly from?: Element;
  /** Left out: somebody, at any address. */
  readonly to?: Element;
  /** What the packets are sent to, where the target answers behind it. */
  readonly stop?: Element;
  /** Every one, where the port is not known. */
  readonly services: readonly Interval[];
}

export type NeedsAt = (guard: Element, side: Side) => readonly Need[];

const bothSides = ['incoming', 'outgoing'] as const;

/** What crosses each guard with rules: the declared flows leg by leg, and what nobody writes down as flows. */
export function needsIn(topology: Topology): NeedsAt {
  const needs: { readonly [side in Side]: Map<Element, Need[]> } = { incoming: new Map(), outgoing: new Map() };
  const { model, guardsIn } = topology;

  function addAt(container: Element | undefined, side: Side, need: Need): void {
    for (const guard of guardsIn(container)) {
      if (hasRules(guard)) append(needs[side], guard, need);
    }
  }

  for (const flow of model.flows) {
    for (const { from, to, stop, service } of packetsOf(model, flow)) {
      const { leaving, entering } = crossingBetween(model, from, to);
      const need = { from, to, stop, services: service ? [serviceInterval(service)] : everyService };
      for (const container of leaving) addAt(container, 'outgoing', need);
      for (const container of entering) addAt(container, 'incoming', need);
    }
  }
  for (const holder of certificateHolders(model)) {
    for (const container of containersOf(model, holder)) {
      addAt(container, 'outgoing', { from: holder, services: renewal });
      addAt(container, 'incoming', { to: holder, services: renewal });
    }
  }
  for (const guard of model.byKind.firewall.filter(hasRules)) {
    const services = guard.facts.stateful === false ? [...lookups, ...replies] : lookups;
    for (const side of bothSides) append(needs[side], guard, { services });
  }
  return (guard, side) => needs[side].get(guard) ?? [];
}

function append(needs: Map<Element, Need[]>, guard: Element, need: Need): void {
  const known = needs.get(guard);
  if (known) known.push(need);
  else needs.set(guard, [need]);
}

function hasRules({ rules = [] }: Element): boolean {
  return rules.length > 0;
}

function packetsOf(
  model: Architecture,
  flow: Flow,
): readonly (Leg & { readonly stop: Element; readonly service: Service | undefined })[] {
  return legsOf(model, flow).flatMap((leg) =>
    pairsOf(model, leg).map(({ from, to }) => ({
      from,
      to,
      stop: leg.to,
      service: serviceOfPair(model, flow, to, leg.to),
    })),
  );
}

/** Names are looked up from everywhere. */
const lookups: readonly Interval[] = [
  serviceInterval({ protocol: 'tcp', port: 53 }),
  serviceInterval({ protocol: 'udp', port: 53 }),
];

/** What is looked up comes back to any of these, where a guard has no memory: and so may what any flow asks for. */
const replies: readonly Interval[] = [replyPorts('tcp'), replyPorts('udp')];

/**
 * An issuer checks who asks for a certificate on port 80 or 443 of whoever serves it, and is asked on these too (RFC 8555).
 * Where it stands is not told.
 */
const renewal = [serviceInterval({ protocol: 'tcp', port: 80 }), serviceInterval({ protocol: 'tcp', port: 443 })];

/** Who serves a certificate or keeps its key: one that somebody else issued is renewed. */
function certificateHolders(model: Architecture): ReadonlySet<Element> {
  const issued = model.byKind.certificate.filter(({ facts }) => facts.selfSigned !== true);
  const ids = new Set(issued.map(({ id }) => id));
  const holders = new Set(
    issued.flatMap(({ facts }) => facts.keyHeldBy ?? []).flatMap((id) => model.byId.get(id) ?? []),
  );
  for (const element of ids.size === 0 ? [] : model.elements) {
    const serves = element.listeners?.some(
      ({ tls }) => tls && tls.certificate !== undefined && ids.has(tls.certificate),
    );
    if (serves && !isOutside(element)) holders.add(element);
  }
  return holders;
}
