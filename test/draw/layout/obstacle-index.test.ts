import fc from 'fast-check';
import { makeObstacleIndex } from '../../../src/draw/layout/label/obstacle-index.js';
import { overlaps } from '../../../src/draw/layout/rect.js';

const rects = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 0, max: 300 }),
  height: fc.integer({ min: 0, max: 300 }),
});
const obstacles = fc.array(fc.record({ rect: rects, margin: fc.nat(6), owner: fc.integer({ min: -1, max: 3 }) }), {
  maxLength: 30,
});

test('finds exactly what looking at every obstacle finds', () => {
  fc.assert(
    fc.property(obstacles, rects, fc.nat(3), (all, label, bundle) => {
      const index = makeObstacleIndex();
      for (const { rect, margin, owner } of all) index.add(rect, margin, owner);
      const expected = all.some(({ rect, margin, owner }) => owner !== bundle && overlaps(label, rect, margin));
      expect(index.hits(label, bundle)).toBe(expected);
    }),
    { seed: 1 },
  );
});
