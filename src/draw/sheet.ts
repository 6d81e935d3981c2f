import type { DirectionName } from './formats.js';
import { layoutScene } from './layout/layout-scene.js';
import type { MeasuredScene, Placement } from './layout/placement.js';
import type { Scene } from './scene/scene.js';
import { measureScene } from './text/measure-scene.js';

export interface Arranged {
  readonly measured: MeasuredScene;
  readonly placement: Placement;
}

/** A scene on its way to one file or several: laid out once, and only where a format asks for places. */
export interface Sheet {
  readonly scene: Scene;
  arranged(): Promise<Arranged>;
}

/** @param direction the one that the picture must have; the one that looks best where left out */
export function openSheet(composed: Scene, direction?: DirectionName): Sheet {
  const scene = direction === undefined ? composed : { ...composed, direction };
  let arranged: Promise<Arranged> | undefined;
  return {
    scene,
    arranged() {
      arranged ??= arrange(scene, direction);
      return arranged;
    },
  };
}

async function arrange(scene: Scene, direction: DirectionName | undefined): Promise<Arranged> {
  const measured = measureScene(scene);
  return { measured, placement: await layoutScene(measured, direction === undefined ? {} : { direction }) };
}
