import fc from 'fast-check';
import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { canFail } from '../../../src/analyses/faults/fallible.js';
import { packetWays } from '../../../src/analyses/faults/packet-ways.js';
import type { AnalysedJourney, Pairs } from '../../../src/analyses/faults/result.js';
import { compileStructures } from '../../../src/analyses/faults/structure.js';
import { listUniverse } from '../../../src/analyses/faults/universe.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { randomModels } from '../../support/random-models.js';
import { draft } from '../support/document.js';
import { naiveReaches, naiveWorks } from '../support/naive-faults.js';
import { randomArchitecture } from '../support/random-architecture.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_125 };

/** Which of the pairs of fallible elements break the journey, neither half doing so alone: each of them is tried. */
function naivePairs(model: Architecture, { from, to, mode, state }: AnalysedJourney): readonly string[] {
  if (state === 'broken') return [];
  const universe = listUniverse(model);
  const { slack } = compileStructures(universe, packetWays(model))[0]!;
  const ids = universe.elements.filter((element, index) => canFail(element, slack[index]!)).map(({ id }) => id);
  const modes = mode === 'all' ? (['read', 'write'] as const) : ([mode] as const);
  const breaks = (failed: readonly string[]) =>
    modes.some((one) => !naiveReaches(model, naiveWorks(model, new Set(failed), one), one, from, to));
  const others = ids.filter((id) => !breaks([id]));
  return others.flatMap((first, index) =>
    others.slice(index + 1).flatMap((second) => (breaks([first, second]) ? [`${first} + ${second}`] : [])),
  );
}

function foundPairs({ minimal }: Pairs, journey: AnalysedJourney): readonly string[] {
  return minimal
    .filter(({ journeys }) => journeys.includes(journey))
    .map(({ elements: [first, second] }) => `${first.id} + ${second.id}`);
}

test('the minimal pairs of random systems are those that trying each pair finds', () => {
  fc.assert(
    fc.property(tapes, (numbers) => {
      const model = randomArchitecture(numbers);
      const { journeys, pairs } = analyseFaults(model);
      expect(pairs.tried).toBe(pairs.candidates);
      for (const journey of journeys.slice(0, 2)) {
        expect([journey.id, foundPairs(pairs, journey)]).toEqual([journey.id, naivePairs(model, journey)]);
      }
    }),
    runs,
  );
});

/** Two balancers, each alone on its server in a zone of its own. */
function twoBalancers() {
  const d = draft();
  d.element('user', 'user');
  const stacks = ['a', 'b'].map((name) => {
    const zone = d.element('availabilityZone', `zone-${name}`);
    const server = d.element('server', `server-${name}`, { facts: { standsIn: [zone] } });
    return d.element('loadBalancer', `lb-${name}`, { in: server });
  });
  d.element('database', 'db');
  d.element('appServer', 'app');
  d.pool('user', 'visits', stacks);
  for (const balancer of stacks) d.flow(balancer, 'balances', 'app');
  d.flow('app', 'writes', 'db');
  return d.graph();
}

describe('pairs for people', () => {
  test('are told once, rooted in the innermost, with the pairs of places around them', () => {
    const { pairs } = analyseFaults(twoBalancers());
    expect(pairs.causes.map(({ elements, also }) => [elements.map(({ id }) => id), also.length])).toEqual([
      [['lb-a', 'lb-b'], 8],
    ]);
    expect(pairs.minimal).toHaveLength(9);
  });

  test('there are none where one element breaks all', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('webServer', 'web');
    d.element('objectStore', 'files');
    d.flow('user', 'visits', 'web');
    d.flow('web', 'reads', 'files');
    expect(analyseFaults(d.graph()).pairs).toEqual({ minimal: [], causes: [], tried: 0, candidates: 0 });
  });

  test('a model of nothing has none', () => {
    expect(analyseFaults(draft().graph()).pairs.minimal).toEqual([]);
  });
});

describe('minimal pairs', () => {
  const named = ({ minimal }: Pairs) =>
    minimal.map(({ elements: [first, second], journeys }) => [first.id, second.id, ...journeys.map(({ id }) => id)]);

  test('are told in the order of the model, whichever mode they are found in', () => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['a', 'b', 'c', 'd']) d.element('database', id);
    d.element('appServer', 'app');
    d.flow('user', 'visits', 'app');
    d.pool('app', 'reads', ['c', 'd']);
    d.pool('app', 'reads', ['a', 'd']);
    d.pool('app', 'writes', ['a', 'c']);
    d.pool('app', 'writes', ['b', 'a']);
    d.journey('user', 'read', 'app');
    d.journey('user', 'write', 'app');
    expect(named(analyseFaults(d.graph()).pairs)).toEqual([
      ['a', 'b', 'user write app'],
      ['a', 'c', 'user write app'],
      ['a', 'd', 'user read app'],
      ['c', 'd', 'user read app'],
    ]);
  });

  test('are none of three that each would do', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    d.element('database', 'db');
    for (const id of ['a', 'b', 'c']) d.element('appServer', id);
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['a', 'b', 'c']);
    for (const id of ['a', 'b', 'c']) d.flow(id, 'writes', 'db');
    const { pairs } = analyseFaults(d.graph());
    expect([pairs.minimal, pairs.causes]).toEqual([[], []]);
    expect(pairs.tried).toBe(pairs.candidates);
  });

  test('are any two of three of which two must work', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    for (const id of ['a', 'b', 'c']) d.element('component', id);
    d.flow('user', 'visits', 'app');
    d.pool('app', 'calls', ['a', 'b', 'c'], { need: 2 });
    d.journey('user', 'write', 'app');
    const all = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ].map((pair) => [...pair, 'user write app']);
    expect(named(analyseFaults(d.graph()).pairs)).toEqual(all);
  });

  test('lead the list of causes where they break most, and a place stands beside what it holds', () => {
    const d = draft();
    for (const id of ['one', 'two']) d.element('user', id);
    d.element('server', 'server');
    d.element('component', 'a', { in: 'server' });
    for (const id of ['b', 'c', 'e']) d.element('component', id);
    d.element('appServer', 'small');
    d.element('appServer', 'large');
    d.flow('one', 'visits', 'small');
    for (const id of ['one', 'two']) d.flow(id, 'visits', 'large');
    d.pool('small', 'calls', ['c', 'e']);
    d.pool('large', 'calls', ['a', 'b']);
    for (const id of ['one', 'two']) d.journey(id, 'write', 'large');
    d.journey('two', 'read', 'large');
    const { causes } = analyseFaults(d.graph()).pairs;
    const told = causes.map(({ elements, also, journeys }) =>
      [elements, ...also].map((pair) => pair.map(({ id }) => id).join()).concat(`${journeys.length}`),
    );
    expect(told).toEqual([
      ['a,b', 'server,b', '3'],
      ['c,e', '1'],
    ]);
  });
});

describe('asking while elements are failed', () => {
  test('what works is told by mode, and all is as before afterwards', () => {
    const faults = analyseFaults(twoBalancers());
    const works = (id: string) => (ask: (id: string, mode: 'read' | 'write') => boolean) => ask(id, 'write');
    expect(faults.during(['server-a'], works('lb-a'))).toBe(false);
    expect(faults.during(['server-a'], works('user'))).toBe(true);
    expect(faults.during(['server-a', 'zone-b', 'nobody'], works('user'))).toBe(false);
    expect(faults.during([], works('lb-a'))).toBe(true);
  });

  test('a throw leaves nothing failed', () => {
    const faults = analyseFaults(twoBalancers());
    const fail = () =>
      faults.during(['db'], () => {
        throw new RangeError('asked in vain');
      });
    expect(fail).toThrow('asked in vain');
    expect(faults.during([], (works) => works('app', 'write'))).toBe(true);
  });
});

describe('copies of one store', () => {
  /** An application that reads either of two copies; no journey is declared. */
  function twoCopies() {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    const copies = [d.element('database', 'copy-1'), d.element('database', 'copy-2')];
    d.flow('user', 'visits', 'app');
    d.pool('app', 'reads', copies);
    return d.graph();
  }

  test('together are a pair for people, although each alone ends the journey to itself', () => {
    const { pairs, journeys } = analyseFaults(twoCopies());
    expect(pairs.minimal).toEqual([]);
    expect(pairs.causes.map(({ elements }) => elements.map(({ id }) => id))).toEqual([['copy-1', 'copy-2']]);
    expect(pairs.causes[0]?.journeys).toEqual(journeys);
  });

  test('of three, two are none: the third makes up for them', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    d.flow('user', 'visits', 'app');
    const copies = ['copy-1', 'copy-2', 'copy-3'].map((id) => d.element('database', id));
    d.pool('app', 'reads', copies);
    expect(analyseFaults(d.graph()).pairs.causes).toEqual([]);
  });

  test('a question within a question sees both failures, and what is found meanwhile sees neither', () => {
    const faults = analyseFaults(twoCopies());
    const inner = faults.during(['copy-1'], () => {
      expect(faults.singlePoints.map(({ root }) => root.id)).toEqual(['app', 'user']);
      return faults.during(['copy-2'], (works) => works('app', 'read'));
    });
    expect(inner).toBe(false);
  });
});
