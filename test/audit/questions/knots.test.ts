import * as fc from 'fast-check';
import { knots } from '../../../src/audit/questions/knots.js';

type Arrows = Readonly<Record<string, readonly string[]>>;

function found(arrows: Arrows): readonly (readonly string[])[] {
  return knots(Object.keys(arrows), (node) => arrows[node] ?? []);
}

test('what leads to one another is one group, in the order given', () => {
  expect(found({ a: ['b'], b: ['c'], c: ['b'], d: ['e'], e: ['d', 'a'] })).toEqual([
    ['b', 'c'],
    ['d', 'e'],
  ]);
});

test('one that leads to itself is a group; one that leads elsewhere is none', () => {
  expect(found({ a: ['a'], b: ['a', 'gone'] })).toEqual([['a']]);
});

test('a long way needs no deep stack', () => {
  const nodes = Array.from({ length: 100_000 }, (_, index) => index);
  expect(knots(nodes, (node) => [(node + 1) % nodes.length])).toEqual([nodes]);
});

test('two are in one group where each reaches the other', () => {
  const graphs = fc.integer({ min: 1, max: 9 }).chain((size) => {
    const node = fc.integer({ min: 0, max: size - 1 });
    return fc.array(fc.array(node, { maxLength: 3 }), { minLength: size, maxLength: size });
  });
  fc.assert(
    fc.property(graphs, (next) => {
      const nodes = next.map((_, index) => index);
      const groups = knots(nodes, (node) => next[node]!);
      for (const one of nodes) {
        const together = nodes.filter((other) => reaches(next, one, other) && reaches(next, other, one));
        expect(groups.find((group) => group.includes(one)) ?? []).toEqual(together);
      }
    }),
  );
});

/** By at least one step. */
function reaches(next: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set(next[from]);
  for (const node of seen) for (const after of next[node]!) seen.add(after);
  return seen.has(to);
}
