import type { Audit } from '../audit/finding.js';
import type { Architecture } from '../graph/architecture.js';
import { layoutScene } from './layout/layout-scene.js';
import type { MeasuredScene, Placement } from './layout/placement.js';
import { deploymentScene } from './scene/deployment-scene.js';
import { overviewScene } from './scene/overview-scene.js';
import type { Scene, ViewName } from './scene/scene.js';
import { drawSvg, type SvgOptions } from './svg/draw-svg.js';
import { measureScene } from './text/measure-scene.js';

export interface RenderOptions extends SvgOptions {
  readonly view: ViewName;
}

/** A picture, with what it was drawn from: the self-test counts overlaps there. */
export interface Picture {
  readonly svg: string;
  readonly placement: Placement;
  readonly measured: MeasuredScene;
}

const scenes: Readonly<Record<ViewName, (model: Architecture, audit: Audit) => Scene>> = {
  overview: overviewScene,
  deployment: deploymentScene,
};

/** Draws a view of a model with the marks of its audit. The same input gives the same bytes, on any machine. */
export async function render(model: Architecture, audit: Audit, options: RenderOptions): Promise<Picture> {
  const measured = measureScene(scenes[options.view](model, audit));
  const placement = await layoutScene(measured);
  return { svg: drawSvg(measured, placement, options), placement, measured };
}
