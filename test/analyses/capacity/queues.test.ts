import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { FlowFacts } from '../../../src/graph/architecture.js';
import { draft } from '../support/document.js';

/** 60 messages per second are published to a queue, from which each worker takes by its own facts. */
function taken(facts: readonly FlowFacts[]) {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  d.element('queue', 'jobs');
  d.flow('user', 'visits', 'app', { requestsPerSecond: 60 });
  d.flow('app', 'publishes', 'jobs', { perRequest: 1 });
  for (const [index, own] of facts.entries()) {
    d.element('worker', `worker-${index}`);
    d.flow(`worker-${index}`, 'consumes', 'jobs', own);
  }
  return analyseLoad(d.graph());
}

const demandOf = (load: ReturnType<typeof taken>, id: string) => {
  const { known, isComplete } = load.loadOf(id)!.demand;
  return isComplete ? known : `at least ${known}`;
};

test.each<[string, readonly FlowFacts[], readonly (number | string)[]]>([
  ['is shared evenly where none tells', [{}, {}, {}], [20, 20, 20]],
  ['is as they tell, where all do', [{ requestsPerSecond: 7 }, { requestsPerSecond: 50 }], [7, 50]],
  ['is left to the others in an unknown part, where one tells', [{ requestsPerSecond: 7 }, {}], [7, 'at least 0']],
  ['may be nothing', [{ requestsPerSecond: 0 }, { requestsPerSecond: 60 }], [0, 60]],
])('what consumers take %s', (_, facts, expected) => {
  const load = taken(facts);
  expect(facts.map((_, index) => demandOf(load, `worker-${index}`))).toEqual(expected);
});

test('what consumers take is neither reading nor writing', () => {
  expect(taken([{}]).loadOf('worker-0')).toMatchObject({ reads: 0, writes: 0, demand: { known: 60 } });
});

test('one that consumes from two queues by one figure takes half from each, or by the figures of each', () => {
  const from = (first: FlowFacts, second: FlowFacts) => {
    const d = draft();
    d.element('worker', 'worker');
    for (const id of ['mail', 'print']) d.element('queue', id);
    d.pool('worker', 'consumes', ['mail', 'print']);
    d.flows.splice(0, 2, { ...d.flows[0]!, facts: first }, { ...d.flows[1]!, facts: second });
    const load = analyseLoad(d.graph());
    return [...load.flows.map(({ demand }) => demand.known), load.loadOf('worker')?.demand.known];
  };
  expect(from({ requestsPerSecond: 10 }, { requestsPerSecond: 10 })).toEqual([5, 5, 10]);
  expect(from({ requestsPerSecond: 10 }, { requestsPerSecond: 30 })).toEqual([10, 30, 40]);
});

test('a flow is known in full where its queue is, and where it tells its own figure', () => {
  const isKnown = (facts: readonly FlowFacts[]) =>
    taken(facts)
      .flows.filter(({ flow }) => flow.verb === 'consumes')
      .map(({ demand }) => demand.isComplete);
  expect(isKnown([{}, {}])).toEqual([true, true]);
  expect(isKnown([{ requestsPerSecond: 7 }, {}])).toEqual([true, false]);
});
