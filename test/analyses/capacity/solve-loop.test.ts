import fc from 'fast-check';
import { componentsOf } from '../../../src/analyses/capacity/components.js';
import { type Link, largestExact, solveLoop } from '../../../src/analyses/capacity/solve-loop.js';

const runs = { numRuns: 300, seed: 20_261_125 };

describe('solveLoop', () => {
  test('is the sum of all rounds, or finds that there is none', () => {
    const gains = fc.array(fc.constantFrom(0, 0, 0.125, 0.25, 0.5, 0.75, 1.5), { minLength: 16, maxLength: 16 });
    let endless = 0;
    fc.assert(
      fc.property(gains, fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), (list, entering) => {
        const links = list.map((gain, place): Link => ({ from: place % 4, to: Math.floor(place / 4), gain }));
        const found = solveLoop(Float64Array.from(entering), links);
        const naive = rounds(entering, links);
        expect(found === undefined).toBe(naive === undefined);
        if (!found || !naive) endless += 1;
        else for (const [place, value] of found.entries()) expect(value).toBeCloseTo(naive[place]!, 6);
      }),
      runs,
    );
    expect(endless).toBeGreaterThan(50);
    expect(endless).toBeLessThan(950);
  });

  /** A ring in which one enters and half of it comes back each time: 2. */
  test.each([largestExact, largestExact + 1])('a ring of %s, by elimination or by rounds', (size) => {
    const entering = new Float64Array(size);
    entering[0] = 1;
    const ring = (gain: number) =>
      Array.from({ length: size }, (_, from): Link => ({ from, to: (from + 1) % size, gain: from === 0 ? gain : 1 }));
    expect(solveLoop(entering, ring(0.5))?.[0]).toBeCloseTo(2, 9);
    expect(solveLoop(entering, ring(1))).toBeUndefined();
    expect(solveLoop(entering, ring(3))).toBeUndefined();
  });

  /** Each hands on half: 1 and what is left of it after a round, at the first; half of that at the next. */
  test.each([largestExact, largestExact + 1])('a ring of %s that comes to rest soon, or grows at once', (size) => {
    const entering = new Float64Array(size);
    entering[0] = 1;
    const ring = (gain: number) =>
      Array.from({ length: size }, (_, from): Link => ({ from, to: (from + 1) % size, gain }));
    const found = solveLoop(entering, ring(0.5))!;
    expect([...found].slice(0, 4)).toEqual([1, 0.5, 0.25, 0.125]);
    expect([...entering].slice(0, 2)).toEqual([1, 0]);
    expect(solveLoop(entering, ring(1e9))).toBeUndefined();
    expect(solveLoop(new Float64Array(size), ring(0.5))?.every((value) => value === 0)).toBe(true);
    expect(solveLoop(new Float64Array(size), ring(1e9))).toBeUndefined();
  });
});

/** Adds round after round, with a request more entering everywhere to see whether it ends. */
function rounds(entering: readonly number[], links: readonly Link[]): readonly number[] | undefined {
  const settle = (from: readonly number[]) => {
    let demand = from.map(() => 0);
    for (let round = 0; round < 5_000; round += 1) {
      const next = [...from];
      for (const { from: source, to, gain } of links) next[to]! += gain * demand[source]!;
      if (!next.every(Number.isFinite)) return undefined;
      if (next.every((value, place) => Math.abs(value - demand[place]!) <= 1e-12 * value)) {
        return next;
      }
      demand = next;
    }
    return undefined;
  };
  return settle(entering.map(() => 1)) && settle(entering);
}

describe('componentsOf', () => {
  test('puts together what reaches each other, in an order in which edges lead on', () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });
    fc.assert(
      fc.property(edges, (list) => {
        const sorted = [...list].sort(([left], [right]) => left - right);
        const start = Int32Array.from({ length: 9 }, (_, node) => sorted.filter(([from]) => from < node).length);
        const { of } = componentsOf({ count: 8, start, targets: Int32Array.from(sorted, ([, to]) => to) });
        for (let left = 0; left < 8; left += 1) {
          for (let right = 0; right < 8; right += 1) {
            const isOne = left === right || (reaches(list, left, right) && reaches(list, right, left));
            expect(of[left] === of[right]).toBe(isOne);
          }
        }
        for (const [from, to] of list) expect(of[from]).toBeLessThanOrEqual(of[to]!);
      }),
      runs,
    );
  });

  test('a chain of 200,000 needs no depth', () => {
    const count = 200_000;
    const start = Int32Array.from({ length: count + 1 }, (_, node) => Math.min(node, count - 1));
    const targets = Int32Array.from({ length: count - 1 }, (_, node) => node + 1);
    expect(componentsOf({ count, start, targets }).count).toBe(count);
  });
});

function reaches(edges: readonly (readonly [number, number])[], from: number, to: number): boolean {
  const found = new Set([from]);
  for (const node of found) for (const [source, target] of edges) if (source === node) found.add(target);
  return found.has(to);
}
