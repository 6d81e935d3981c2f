import fc from 'fast-check';
import { analyseFaults } from '../../../../src/analyses/faults/analyse-faults.js';
import type { AnalysedJourney, JourneyAvailability } from '../../../../src/analyses/faults/result.js';
import { randomModels } from '../../../support/random-models.js';
import { type Enumeration, enumerateStates } from '../../support/enumerate-states.js';
import { naiveReaches, naiveWorks } from '../../support/naive-faults.js';
import { randomArchitecture } from '../../support/random-architecture.js';
import { randomFaultTree } from '../../support/random-fault-tree.js';
import { type Event, type Figured, withFigures } from '../../support/random-figures.js';
import { tapeOf, tapes } from '../../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_125 };

/** Whether a journey is broken in each state, an event to a bit. */
function breakdown({ model, events, others, failedIn }: Figured): (journey: AnalysedJourney, state: number) => boolean {
  const works = Array.from({ length: 2 ** events.length }, (_, state) => {
    const failed = failedIn(state);
    return {
      read: naiveWorks(model, failed, 'read', others),
      write: naiveWorks(model, failed, 'write', others),
    };
  });
  return ({ from, to, mode }, state) => {
    const modes = mode === 'all' ? (['read', 'write'] as const) : [mode];
    return modes.some((one) => !naiveReaches(model, works[state]![one], one, from, to));
  };
}

function expectClose(found: number, wanted: number, relative: number, absolute = 0): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted) + absolute);
}

function expectImportance(result: JourneyAvailability, events: readonly Event[], naive: Enumeration): void {
  for (const { element, birnbaum, criticality, fussellVesely } of result.importance) {
    const own = [...events.keys()].filter((event) => events[event]!.of === element.id);
    const wanted = Math.max(
      0,
      own.reduce((sum, event) => sum + naive.birnbaum[event]!, 0),
    );
    const bits = own.reduce((sum, event) => sum | (1 << event), 0);
    // A difference of probabilities: as good as the larger of the two.
    expectClose(birnbaum, wanted, 1e-9, 1e-14);
    const share = (part: number) => (naive.unavailability === 0 ? 0 : part / naive.unavailability);
    expectClose(criticality, share(wanted * events[own[0]!]!.share), 1e-9, 1e-13);
    expectClose(fussellVesely, share(naive.cut(bits)), 1e-11);
  }
  const deciding = events.filter(({ of }, event) => of !== undefined && naive.decides[event]!);
  const listed = new Set(result.importance.map(({ element }) => element.id));
  expect([...listed].sort()).toEqual([...new Set(deciding.map(({ of }) => of!))].sort());
}

describe('the availability against the enumeration of all states', () => {
  test('of random systems with figures, members, and takeovers', () => {
    let compared = 0;
    fc.assert(
      fc.property(tapes, tapes, (numbers, more) => {
        const figured = withFigures(randomArchitecture(numbers), tapeOf(more), 5);
        const { model, events } = figured;
        const isBroken = breakdown(figured);
        for (const result of analyseFaults(model).availability) {
          if (events.every(({ of }) => of === undefined) && result.journey.state !== 'broken') {
            expect(result.unavailability).toBeUndefined();
            continue;
          }
          const naive = enumerateStates(
            events.map(({ share }) => share),
            (state) => isBroken(result.journey, state),
          );
          expect(result.method).toBe('exact');
          expectClose(result.unavailability!, naive.unavailability, 1e-12);
          if (result.journey.state !== 'broken') expectImportance(result, events, naive);
          if (naive.unavailability > 0 && naive.unavailability < 1) compared += 1;
        }
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(randomModels);
  });

  test('of random fault trees of up to 16 events, down to very small shares', () => {
    let largest = 0;
    fc.assert(
      fc.property(tapes, (numbers) => {
        const { model, leaves, shares, isBroken } = randomFaultTree(tapeOf(numbers), 16);
        const [result] = analyseFaults(model).availability;
        const naive = enumerateStates(shares, isBroken);
        expect(result!.method).toBe('exact');
        expectClose(result!.unavailability!, naive.unavailability, 1e-12);
        expectImportance(
          result!,
          leaves.map((leaf, index) => ({ of: leaf, fails: [leaf], share: shares[index]! })),
          naive,
        );
        largest = Math.max(largest, leaves.length);
      }),
      runs,
    );
    expect(largest).toBeGreaterThan(14);
  });
});
