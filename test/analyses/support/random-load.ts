import type { Architecture, Element, Flow } from '../../../src/graph/architecture.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import { randomArchitecture } from './random-architecture.js';
import { type Tape, tapeOf } from './tape.js';

/** A random architecture in which users ask for a number of requests, and elements tell what they take. */
export function randomLoad(numbers: readonly number[]): Architecture {
  const { elements, flows, ...rest } = randomArchitecture(numbers);
  const tape = tapeOf([...numbers].reverse());
  const perCall = new Map<string, Flow['facts']>();
  const document = {
    format: rest.format,
    version: rest.version,
    name: rest.name,
    facts: rest.facts,
    pools: rest.pools,
    clusters: rest.clusters,
    journeys: rest.journeys,
    waivers: rest.waivers,
    elements: elements.map((element) => withCapacity(element, tape)),
    flows: [...flows.map(told), ...loops(elements, tape)],
  };
  return createGraph(document);

  function told(flow: Flow): Flow {
    const facts = perCall.get(flow.pool ?? '') ?? figures(flow, tape);
    if (flow.pool !== undefined) perCall.set(flow.pool, facts);
    return { ...flow, facts: { ...flow.facts, ...facts } };
  }
}

function withCapacity(element: Element, tape: Tape): Element {
  const takes = ['appServer', 'loadBalancer', 'database', 'cache'].includes(element.kind);
  if (!takes || !tape.chance(6)) return element;
  return { ...element, facts: { ...element.facts, capacity: { requestsPerSecond: tape.pick([50, 100, 250]) } } };
}

function figures({ verb }: Flow, tape: Tape): Flow['facts'] {
  if (verb === 'visits') return tape.chance(9) ? { requestsPerSecond: tape.pick([90, 600]) } : {};
  if (verb === 'balances' || verb === 'forwards' || !['calls', 'reads', 'writes'].includes(verb)) return {};
  if (tape.chance(1)) return { requestsPerSecond: 30 };
  return tape.chance(7) ? { perRequest: tape.pick([0.25, 0.5, 2, 3]) } : {};
}

/** Applications that call each other, sometimes in a circle. */
function loops(elements: readonly Element[], tape: Tape): readonly Flow[] {
  const apps = elements.filter(({ kind }) => kind === 'appServer').map(({ id }) => id);
  return apps.flatMap((from, index): readonly Flow[] => {
    const to = apps[(index + 1) % apps.length]!;
    if (to === from || !tape.chance(3)) return [];
    const facts = { perRequest: tape.pick([0.25, 0.5, 1, 2]), optional: tape.chance(5) };
    return [{ id: `${from} calls ${to} again`, verb: 'calls', from, to, facts }];
  });
}
