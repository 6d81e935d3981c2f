import type { Choice } from '../../../src/draw/layout/choose/choose-places.js';
import { layoutScene } from '../../../src/draw/layout/layout-scene.js';
import type { MeasuredScene, Placement } from '../../../src/draw/layout/placement.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import { checkPlacement } from '../../../src/draw/self-test/check-placement.js';
import type { Overlap } from '../../../src/draw/self-test/overlap.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';

export interface Drawn {
  readonly measured: MeasuredScene;
  readonly placement: Placement;
  readonly overlaps: readonly Overlap[];
}

export async function placeScene(scene: Scene, options?: Choice): Promise<Drawn> {
  const measured = measureScene(scene);
  const placement = await layoutScene(measured, options);
  return { measured, placement, overlaps: checkPlacement(measured, placement) };
}

/** Maps become lists, so that two placements can be compared as text. */
export function asJson(placement: Placement): string {
  return JSON.stringify(placement, (_, value) => (value instanceof Map ? [...value] : value));
}
