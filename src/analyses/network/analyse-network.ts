import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { findAllDeadRules, findAnomalies, findUnneededRules } from './anomalies/find-anomalies.js';
import { isOutside } from './borders.js';
import { endpointsOf, legsOf } from './endpoints.js';
import { exposures } from './exposure.js';
import { guardsOnFlow, passageOfFlow } from './flow-passage.js';
import { internetReach, relays } from './reach.js';
import type { Exposure, FlowPassage, Network, PassageReason } from './result.js';
import { topologyOf } from './topology.js';
import { undeclaredSides } from './undeclared.js';
import { unreachableListeners } from './unreachable.js';
import { zoneReach } from './zone-reach.js';

/** Which guards stand on the way of packets and what is known of their passage. Nothing undeclared is taken to block or to let through. */
export function analyseNetwork(model: Architecture): Network {
  const topology = topologyOf(model);
  const passageReason = remember((flow: Flow): PassageReason => passageOfFlow(model, flow));
  const entries = lazily(() => entriesByElement(model));
  const expose = lazily(() => exposures(topology));
  const exposureOf = remember((element: Element) => expose()(element, entries().get(element) ?? []));
  const entryPoints = lazily((): readonly Exposure[] =>
    model.elements.filter((element) => entries().has(element)).map(exposureOf),
  );
  const anomalies = lazily(() => findAnomalies(topology));
  const deadRules = lazily(() => findAllDeadRules(topology));
  const unneededRules = lazily(() => findUnneededRules(topology, deadRules()));
  const handedOn = relays(model);
  const internet = lazily(() => internetReach(model, exposureOf, handedOn));
  const zones = lazily(() => zoneReach(topology, handedOn));
  const flows = lazily((): readonly FlowPassage[] =>
    model.flows.filter(({ verb }) => verb !== 'resolvesTo').map((flow) => ({ flow, ...passageReason(flow) })),
  );
  const blocked = lazily(() => flows().filter(({ passage }) => passage === 'blocked'));
  const undeclared = lazily(() => undeclaredSides(topology));
  const guardsOn = remember((flow: Flow) => guardsOnFlow(model, topology.guardsIn, flow));
  const unreachable = lazily(() => unreachableListeners(topology, exposureOf, passageReason));
  return {
    guardsOn,
    passage: (flow) => passageReason(flow).passage,
    passageReason,
    exposureOf,
    get entryPoints() {
      return entryPoints();
    },
    get internet() {
      return internet();
    },
    get zones() {
      return zones();
    },
    get flows() {
      return flows();
    },
    get blocked() {
      return blocked();
    },
    get unreachable() {
      return unreachable();
    },
    get undeclared() {
      return undeclared();
    },
    get deadRules() {
      return deadRules();
    },
    get unneededRules() {
      return unneededRules();
    },
    get anomalies() {
      return anomalies();
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function remember<K extends object, V>(answer: (question: K) => V): (question: K) => V {
  const known = new Map<K, V>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const value = answer(question);
    known.set(question, value);
    return value;
  };
}

/** The first element inside that packets of users and external callers arrive at. */
function entriesByElement(model: Architecture): Map<Element, Flow[]> {
  const entries = new Map<Element, Flow[]>();
  for (const flow of model.flows) {
    const source = model.byId.get(flow.from);
    if (source?.kind !== 'user' && source?.kind !== 'externalService') continue;
    const first = legsOf(model, flow)[0];
    for (const element of first ? endpointsOf(model, first.to) : []) {
      if (isOutside(element)) continue;
      const flows = entries.get(element);
      if (flows) flows.push(flow);
      else entries.set(element, [flow]);
    }
  }
  return entries;
}
