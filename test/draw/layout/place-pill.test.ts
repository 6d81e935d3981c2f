import { placePill } from '../../../src/draw/layout/place-pill.js';
import type { FailureState, Shape } from '../../../src/draw/scene/scene.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import { makeScene } from '../support/make-scene.js';

const frame = { x: 100, y: 200, width: 144, height: 60 };

test('stands astride the bottom edge, at the left', () => {
  expect(placePill(frame, { pillWidth: 50, pillLeft: 8 })).toEqual({ x: 108, y: 252, width: 50, height: 16 });
});

test('is none where there is nothing to say', () => {
  expect(placePill(frame, {})).toBeUndefined();
  expect(placePill(frame, undefined)).toBeUndefined();
});

test.each(
  (['card', 'person', 'store', 'guard', 'outside'] as const).flatMap((shape: Shape) =>
    (['failed', 'dead', 'degraded'] as const).map((state: FailureState) => [shape, state] as const),
  ),
)('on a %s that is %s leaves the middle of the edge to lines', (shape, state) => {
  const { boxes } = measureScene(makeScene({ boxes: [{ id: 'n', name: 'a', shape, state }] }));
  const { width, height, ...pill } = boxes.get('n')!;
  const placed = placePill({ x: 0, y: 0, width, height }, pill)!;
  expect(placed.width).toBeGreaterThan(30);
  expect(placed.x + placed.width + 5).toBeLessThan(width / 2);
});
