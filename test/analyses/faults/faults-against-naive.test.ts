import fc from 'fast-check';
import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { startWorking } from '../../../src/analyses/faults/fixpoint.js';
import { packetWays } from '../../../src/analyses/faults/packet-ways.js';
import type { AnalysedJourney } from '../../../src/analyses/faults/result.js';
import { compileStructures } from '../../../src/analyses/faults/structure.js';
import { listUniverse } from '../../../src/analyses/faults/universe.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { randomModels } from '../../support/random-models.js';
import { naiveReaches, naiveWorks, providersIn } from '../support/naive-faults.js';
import { randomArchitecture } from '../support/random-architecture.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_121 };

function naivelyBroken(model: Architecture, failed: ReadonlySet<string>, { from, to, mode }: AnalysedJourney): boolean {
  const modes = mode === 'all' ? (['read', 'write'] as const) : ([mode] as const);
  return modes.some((one) => !naiveReaches(model, naiveWorks(model, failed, one), one, from, to));
}

/** Every id that can be failed on its own. */
function failableIds(model: Architecture): readonly string[] {
  return [...model.elements.map(({ id }) => id), ...[...providersIn(model)].map((name) => `provider/${name}`)];
}

describe('the failure analysis against its definition, on random systems', () => {
  test('what works in each mode when one or two elements fail', () => {
    fc.assert(
      fc.property(tapes, fc.nat(), fc.nat(), (numbers, first, second) => {
        const model = randomArchitecture(numbers);
        const universe = listUniverse(model);
        const ids = failableIds(model);
        const failed = new Set([ids[first % ids.length]!, ids[second % ids.length]!]);
        for (const { gates, mode } of compileStructures(universe, packetWays(model))) {
          const state = startWorking(gates);
          const before = state.works.slice();
          const deaths = state.fail([...failed].map((id) => universe.indexOf.get(id)!));
          const naive = naiveWorks(model, failed, mode);
          const works = universe.elements.filter((_, index) => state.works[index] === 1).map(({ id }) => id);
          expect(works).toEqual(universe.elements.map(({ id }) => id).filter((id) => naive.get(id)));
          state.undo(deaths);
          expect(state.works).toEqual(before);
        }
      }),
      runs,
    );
  });

  test('which elements alone break a journey', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomArchitecture(numbers);
        const faults = analyseFaults(model);
        const ids = failableIds(model);
        for (const journey of faults.journeys) {
          const broken = naivelyBroken(model, new Set(), journey);
          expect([journey.id, journey.state === 'broken']).toEqual([journey.id, broken]);
          const naive = broken ? [] : ids.filter((id) => naivelyBroken(model, new Set([id]), journey));
          const found = faults.singlePointsOf(journey).map(({ id }) => id);
          expect(naive).toEqual(expect.arrayContaining(found));
          expect(naive.filter((id) => !found.includes(id)).filter((id) => canFailAlone(model, id))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('which journeys break when two elements fail together', () => {
    fc.assert(
      fc.property(tapes, fc.nat(), fc.nat(), (numbers, first, second) => {
        const model = randomArchitecture(numbers);
        const ids = failableIds(model);
        const failed = [ids[first % ids.length]!, ids[second % ids.length]!];
        const { journeys } = analyseFaults(model).simulate(failed);
        expect(journeys.map(({ journey, state }) => [journey.id, state === 'broken'])).toEqual(
          journeys.map(({ journey }) => [journey.id, naivelyBroken(model, new Set(failed), journey)]),
        );
      }),
      runs,
    );
  });

  test('what breaks for good when one fails alone is what its single point says', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomArchitecture(numbers);
        const faults = analyseFaults(model);
        const worked = new Set(faults.journeys.filter(({ state }) => state !== 'broken'));
        for (const { root, journeys } of faults.singlePoints) {
          const lost = faults
            .simulate([root.id])
            .journeys.filter(
              ({ journey, state, madeUpFor }) => worked.has(journey) && state === 'broken' && !madeUpFor,
            );
          expect(lost.map(({ journey }) => journey.id)).toEqual(journeys.map(({ id }) => id));
        }
      }),
      runs,
    );
  });
});

/** Names, groups, plain zones and guards, and what has instances to spare do not fail as one. */
function canFailAlone(model: Architecture, id: string): boolean {
  const element = model.byId.get(id);
  if (!element) return true;
  const { kind, facts } = element;
  if (kind === 'record' || kind === 'cluster') return false;
  if (kind === 'zone') return facts.availability !== undefined;
  if (kind === 'dns') return (facts.nameServers?.length ?? 1) < 2;
  const members = [element, ...model.ancestors(element)].reduce(
    (n, { facts: { instances = 1 } }) => n * Number(instances),
    1,
  );
  return members - (kind === 'coordinator' ? Math.floor(members / 2) + 1 : 1) <= 0;
}
