import { asJson, placeScene } from '../support/place-scene.js';
import { randomScene } from '../support/random-scene.js';

const scenes = Array.from({ length: 400 }, (_, seed) => [1000 + seed, 5 + ((seed * 7) % 56)] as const);

test.each(scenes)('system %i of %i boxes: nothing overlaps, and it comes out the same twice', async (seed, size) => {
  const first = await placeScene(randomScene(seed, size));
  expect(first.overlaps).toEqual([]);
  const second = await placeScene(randomScene(seed, size));
  expect(asJson(second.placement)).toBe(asJson(first.placement));
});
