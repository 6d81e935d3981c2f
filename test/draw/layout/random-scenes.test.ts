import { countCrossings } from '../../../src/draw/self-test/count-crossings.js';
import { placeScene } from '../support/place-scene.js';
import { randomScene } from '../support/random-scene.js';

const sizes = [5, 9, 14, 20, 27, 35, 46, 60];
const scenes = Array.from({ length: 56 }, (_, seed) => [seed + 1, sizes[seed % sizes.length]!] as const);

test.each(scenes)('system %i of %i boxes: nothing overlaps, nothing is missing', async (seed, size) => {
  const { placement, overlaps } = await placeScene(randomScene(seed, size));
  expect(overlaps).toEqual([]);
  expect(countCrossings(placement)).toBeLessThanOrEqual(4 * placement.lines.length);
});
