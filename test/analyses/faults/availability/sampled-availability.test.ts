import fc from 'fast-check';
import { analyseFaults } from '../../../../src/analyses/faults/analyse-faults.js';
import { randomNumbers } from '../../../../src/analyses/faults/availability/random-numbers.js';
import { wilsonInterval } from '../../../../src/analyses/faults/availability/wilson-interval.js';
import type { JourneyAvailability } from '../../../../src/analyses/faults/result.js';
import type { Architecture } from '../../../../src/graph/architecture.js';
import { draft } from '../../support/document.js';
import { randomArchitecture } from '../../support/random-architecture.js';
import { randomFaultTree } from '../../support/random-fault-tree.js';
import { withFigures } from '../../support/random-figures.js';
import { tapeOf, tapes } from '../../support/tape.js';

// No diagram at all, and few samples: their number is no part of what is held here.
const never = { nodes: 0, steps: 0, sampling: 300_000 };

function sampled(model: Architecture): readonly JourneyAvailability[] {
  return analyseFaults(model, { availability: never }).availability;
}

describe('sampled availability', () => {
  test('its interval holds the exact value as often as it says, and importances are close', () => {
    let [inside, compared] = [0, 0];
    // How many standard deviations each estimate lies from the exact value. One journey of a model: all share its seed.
    const deviations: number[] = [];
    fc.assert(
      fc.property(tapes, fc.boolean(), (numbers, isTree) => {
        const tape = tapeOf(numbers);
        const model = isTree
          ? randomFaultTree(tape, 10).model
          : withFigures(randomArchitecture(numbers), tapeOf([...numbers].reverse()), 10).model;
        const exact = analyseFaults(model).availability;
        const all = sampled(model);
        const counted = all.findIndex(
          ({ sampled: one }, place) => one !== undefined && exact[place]!.unavailability! * one.samples > 50,
        );
        for (const [index, found] of all.entries()) {
          const { unavailability, importance } = exact[index]!;
          if (found.method !== 'monte carlo') {
            expect([found.unavailability, found.method]).toEqual([unavailability, exact[index]!.method]);
            continue;
          }
          const { samples, hits, low, high } = found.sampled!;
          if (index === counted) {
            const deviation = Math.sqrt((unavailability! * (1 - unavailability!)) / samples);
            if (deviation === 0) expect(found.unavailability).toBe(unavailability);
            else deviations.push((found.unavailability! - unavailability!) / deviation);
            if (deviation > 0 && low <= unavailability! && unavailability! <= high) inside += 1;
          }
          for (const { element, criticality, fussellVesely } of hits > 1_000 ? found.importance : []) {
            compared += 1;
            const wanted = importance.find((one) => one.element === element);
            expect(Math.abs(criticality - (wanted?.criticality ?? 0))).toBeLessThan(0.15);
            expect(fussellVesely).toBeLessThan((wanted?.fussellVesely ?? 0) + 0.15);
          }
        }
      }),
      { numRuns: 80, seed: 20_261_125 },
    );
    const all = deviations.length;
    expect(all).toBeGreaterThan(25);
    expect(compared).toBeGreaterThan(100);
    // Unbiased, and inside in 95 of 100 cases: what an honest estimate misses by chance once in a thousand seeds.
    expect(Math.abs(deviations.reduce((sum, one) => sum + one, 0) / all)).toBeLessThan(3.3 / Math.sqrt(all));
    expect(inside / all).toBeGreaterThan(0.95 - 3.1 * Math.sqrt((0.95 * 0.05) / all));
  });

  test('what one scenario did to an element that needs itself does not decide the next', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'app', { facts: { unavailability: 0.4 } });
    d.element('database', 'db', { facts: { unavailability: 0.01 } });
    d.flow('user', 'visits', 'app');
    d.flow('app', 'calls', 'app');
    d.flow('app', 'writes', 'db');
    const [app, db] = sampled(d.graph())[0]!.importance;
    // Down while either is: 1 - 0.6 × 0.99 = 0.406 of the time, of which the app alone is to blame for 0.4 × 0.99.
    expect(app).toMatchObject({ element: { id: 'app' } });
    expect(app!.criticality).toBeCloseTo((0.4 * 0.99) / 0.406, 1);
    expect(db).toMatchObject({ element: { id: 'db' } });
    expect(db!.criticality).toBeGreaterThan(0);
  });

  test('is the same each time', () => {
    const { model } = randomFaultTree(tapeOf([3, 9, 11, 1, 4, 7, 2, 5, 8, 6, 3, 1, 2, 2, 9, 7]), 10);
    const told = () => sampled(model).map(({ journey: _, ...result }) => JSON.stringify(result));
    expect(told()).toEqual(told());
  });

  test('that hit nothing says 3/n', () => {
    const d = draft();
    d.element('user', 'user', { facts: { unavailability: 1e-12 } });
    d.element('database', 'db');
    d.flow('user', 'writes', 'db');
    const [result] = sampled(d.graph());
    const { samples } = result!.sampled!;
    expect(result).toMatchObject({ unavailability: 0, method: 'monte carlo', sampled: { hits: 0, low: 0 } });
    expect(result!.sampled!.high).toBe(3 / samples);
    expect(result!.importance).toMatchObject([{ criticality: 0, fussellVesely: 0 }]);
  });

  test('counts many members and weighs unequal ones in a word as in a diagram', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('database', 'db');
    d.element('component', 'root');
    const ids = Array.from({ length: 40 }, (_, index) => {
      return d.element('component', `c${index}`, { facts: { unavailability: 0.5 } });
    });
    d.pool('root', 'calls', ids.slice(0, 21), { need: 9 });
    d.pool('root', 'calls', ids.slice(21), { need: 0.45, weights: ids.slice(21).map((_, index) => 1 + (index % 5)) });
    d.flow('user', 'visits', 'root');
    d.flow('root', 'writes', 'db');
    const exact = analyseFaults(d.graph()).availability[0]!;
    const { low, high } = sampled(d.graph())[0]!.sampled!;
    expect(exact.method).toBe('exact');
    expect(low).toBeLessThan(exact.unavailability!);
    expect(high).toBeGreaterThan(exact.unavailability!);
  });
});

describe('wilsonInterval', () => {
  test('of 10 in 100 is 5.52 % to 17.44 % (Newcombe, Two-sided confidence intervals, 1998, method 3)', () => {
    const { low, high } = wilsonInterval(10, 100);
    expect(low).toBeCloseTo(0.0552, 4);
    expect(high).toBeCloseTo(0.1744, 4);
  });

  test('of all ends at all', () => {
    expect(wilsonInterval(50, 50).high).toBe(1);
  });
});

describe('randomNumbers', () => {
  test('lie above 0 up to 1, evenly', () => {
    const next = randomNumbers(7);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const number = next();
      if (number > 0 && number <= 1) counts[Math.ceil(number * 10) - 1]! += 1;
    }
    expect(counts.reduce((sum, count) => sum + count)).toBe(100_000);
    // Chi squared with 9 degrees of freedom: beyond 27.9 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });
});
