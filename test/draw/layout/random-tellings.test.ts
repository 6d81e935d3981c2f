import { render } from '../../../src/draw/render.js';
import type { Box, LineStyle, Pill, Scene } from '../../../src/draw/scene/scene.js';
import { checkPlacement } from '../../../src/draw/self-test/check-placement.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { everyModel } from '../support/failing.js';
import { placeScene } from '../support/place-scene.js';
import { chanceFrom, randomScene } from '../support/random-scene.js';

const pills: readonly (Pill | undefined)[] = [
  undefined,
  { sort: 'internet', text: 'internet: 443, 80' },
  { sort: 'internet not known', text: 'internet: not known' },
  { sort: 'ends TLS', text: 'ends TLS' },
];
const facts: readonly (readonly string[])[] = [
  [],
  ['shop.example until 2027-01-31'],
  ['a-host-of-some-length.shop.internal until 2027-06-01', 'client certificate lost here'],
];
const styles: readonly LineStyle[] = ['passes', 'blocked', 'untold', 'decrypted', 'encrypted'];

/** A random system of which cards tell something, read downwards or from left to right. */
function randomTelling(seed: number, size: number): Scene {
  const chance = chanceFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;
  const scene = randomScene(seed, size);
  const tell = (box: Box): Box => {
    const pill = one(pills);
    return { ...box, facts: one(facts), ...(pill && { pill }) };
  };
  return {
    ...scene,
    direction: seed % 2 === 0 ? 'TB' : 'LR',
    boxes: scene.boxes.map(tell),
    bundles: scene.bundles.map((bundle) => ({ ...bundle, style: one(styles) })),
  };
}

const sizes = [5, 9, 14, 20, 27, 35];
const scenes = Array.from({ length: 18 }, (_, seed) => [seed + 1, sizes[seed % sizes.length]!] as const);

test.each(scenes)('system %i of %i boxes that tell something: nothing overlaps', async (seed, size) => {
  expect((await placeScene(randomTelling(seed, size))).overlaps).toEqual([]);
});

test.each(['network', 'transport'] as const)('in the %s view of no model does anything overlap', async (view) => {
  for (const [name, model] of await everyModel()) {
    const audit = auditWith(
      model,
      findingsEverywhere(model).filter((_, index) => index % 4 === 0),
    );
    const { placement, measured } = await render(model, audit, { view });
    expect([name, checkPlacement(measured, placement)]).toEqual([name, []]);
  }
});
