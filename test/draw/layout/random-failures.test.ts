import type { FailureState, Scene } from '../../../src/draw/scene/scene.js';
import { placeScene } from '../support/place-scene.js';
import { chanceFrom, randomScene } from '../support/random-scene.js';

const states = ['failed', 'dead', 'degraded', 'untouched'] as const;

/** A random system of which each card and frame has some state, and each line too. */
function randomFailure(seed: number, size: number): Scene {
  const chance = chanceFrom(seed);
  const some = (): FailureState => states[Math.floor(chance() * states.length)]!;
  const scene = randomScene(seed, size);
  return {
    ...scene,
    view: 'failure',
    boxes: scene.boxes.map((box) => ({ ...box, state: some(), marks: [] })),
    groups: scene.groups.map((group) => ({ ...group, state: some(), marks: [] })),
    bundles: scene.bundles.map((bundle) => (chance() < 0.5 ? { ...bundle, state: 'cut' } : bundle)),
  };
}

const sizes = [5, 9, 14, 20, 27, 35, 46];
const scenes = Array.from({ length: 28 }, (_, seed) => [seed + 1, sizes[seed % sizes.length]!] as const);

test.each(scenes)('failure %i in a system of %i boxes: no pill is in the way of anything', async (seed, size) => {
  const scene = randomFailure(seed, size);
  const { placement, overlaps } = await placeScene(scene);
  expect(overlaps).toEqual([]);
  const pills = [...placement.boxes.values(), ...placement.groups.values()].filter(({ pill }) => pill !== undefined);
  expect(pills).toHaveLength([...scene.boxes, ...scene.groups].filter(({ state }) => state !== 'untouched').length);
});
