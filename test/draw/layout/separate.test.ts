import fc from 'fast-check';
import { makePlan } from '../../../src/draw/layout/make-plan.js';
import { frameGroups } from '../../../src/draw/layout/places/frame-groups.js';
import { emptyPlaces, rectOf } from '../../../src/draw/layout/places/places.js';
import { separate } from '../../../src/draw/layout/places/separate.js';
import { overlaps } from '../../../src/draw/layout/rect.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import { makeScene } from '../support/make-scene.js';

const scene = makeScene({
  boxes: Array.from({ length: 12 }, (_, n) => ({ id: `n${n}`, ...(n > 2 && { cluster: `g${n % 4}` }) })),
  groups: [{ id: 'g0' }, { id: 'g1', parent: 'g0' }, { id: 'g2' }, { id: 'g3', parent: 'g1' }],
});
const plan = makePlan(measureScene(scene));
const places = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 24, maxLength: 24 });

test('wherever boxes stood before, none overlaps another or a foreign frame afterwards', () => {
  fc.assert(
    fc.property(places, (cells) => {
      const spots = emptyPlaces(plan);
      cells.forEach((cell, index) => {
        (index % 2 === 0 ? spots.x : spots.y)[index >> 1] = cell * 12;
      });
      separate(plan, spots);
      const boxes = plan.boxes.map(({ index }) => rectOf(plan, spots, index));
      const frames = frameGroups(plan, spots);
      boxes.forEach((box, index) => {
        expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
      });
      expect(overlaps(frames[0]!, frames[2]!)).toBe(false);
      for (const free of boxes.slice(0, 3)) expect(frames.some((frame) => overlaps(free, frame))).toBe(false);
    }),
    { seed: 1 },
  );
});

test('what does not overlap stays where it is', () => {
  const two = makePlan(measureScene(makeScene({ boxes: [{ id: 'n1' }, { id: 'n2' }] })));
  const spots = emptyPlaces(two);
  spots.x[1] = 600;
  separate(two, spots);
  expect([...spots.x, ...spots.y]).toEqual([0, 600, 0, 0]);
});
