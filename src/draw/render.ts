import type { Simulation } from '../analyses/faults/result.js';
import type { Audit } from '../audit/finding.js';
import type { Architecture, AuthorView } from '../graph/architecture.js';
import { layoutScene } from './layout/layout-scene.js';
import type { MeasuredScene, Placement } from './layout/placement.js';
import { composeScene } from './scene/compose-scene.js';
import { type FailureSceneOptions, failureScene } from './scene/failure/failure-scene.js';
import type { Scene, ViewName } from './scene/scene.js';
import type { View } from './scene/view.js';
import { views } from './scene/views/index.js';
import { ownView } from './scene/views/own-view.js';
import { drawSvg, type SvgOptions } from './svg/draw-svg.js';
import { measureScene } from './text/measure-scene.js';

export interface RenderOptions extends SvgOptions {
  /** One that every model has, or one of the model's own. */
  readonly view: ViewName | AuthorView;
}

/** A picture, with what it was drawn from: the self-test counts overlaps there. */
export interface Picture {
  readonly svg: string;
  readonly placement: Placement;
  readonly measured: MeasuredScene;
}

/** Draws a view of a model with the marks of its audit. The same input gives the same bytes, on any machine. */
export function render(model: Architecture, audit: Audit, options: RenderOptions): Promise<Picture> {
  return draw(composeScene(model, audit, viewOf(model, options.view)), options);
}

function viewOf(model: Architecture, view: ViewName | AuthorView): View {
  return typeof view === 'string' ? views[view] : ownView(model, view);
}

/** Draws what becomes of a model in a simulation; `on`: the day it was made for, if any. */
export function renderFailure(
  model: Architecture,
  simulation: Simulation,
  options: SvgOptions & FailureSceneOptions = {},
): Promise<Picture> {
  return draw(failureScene(model, simulation, options), options);
}

async function draw(scene: Scene, options: SvgOptions): Promise<Picture> {
  const measured = measureScene(scene);
  const placement = await layoutScene(measured);
  return { svg: drawSvg(measured, placement, options), placement, measured };
}
