import type { Simulation } from '../analyses/faults/result.js';
import type { Audit } from '../audit/finding.js';
import type { FindingsDiff } from '../diff/diff-findings.js';
import type { ModelDiff } from '../diff/model-diff.js';
import type { Architecture, AuthorView } from '../graph/architecture.js';
import type { DirectionName, FoldingChoice } from './formats.js';
import { type ChangeSceneOptions, changeScene } from './scene/change/change-scene.js';
import { composeScene } from './scene/compose-scene.js';
import { type FailureSceneOptions, failureScene } from './scene/failure/failure-scene.js';
import type { ViewName } from './scene/scene.js';
import type { View } from './scene/view.js';
import { views } from './scene/views/index.js';
import { ownView } from './scene/views/own-view.js';
import { type Arranged, openSheet, type Sheet } from './sheet.js';
import { drawSvg, type SvgOptions } from './svg/draw-svg.js';

export { writeFormat } from './write-format.js';

export interface SheetOptions {
  /** Forced; the one that looks best where left out. */
  readonly direction?: DirectionName;
}

export interface RenderOptions extends SvgOptions, SheetOptions {
  /** One that every model has, or one of the model's own. */
  readonly view: ViewName | AuthorView;
  /** `none`: every element has a card of its own, however many there are. */
  readonly folding?: FoldingChoice;
}

/** A picture, with what it was drawn from: the self-test counts overlaps there. */
export interface Picture extends Arranged {
  readonly svg: string;
}

/** Draws a view of a model with the marks of its audit. The same input gives the same bytes, on any machine. */
export function render(model: Architecture, audit: Audit, options: RenderOptions): Promise<Picture> {
  return draw(sheetOf(model, audit, options), options);
}

/** What `render` draws, to be written in several formats. */
export function sheetOf(model: Architecture, audit: Audit, { view, direction, folding }: RenderOptions): Sheet {
  const chosen = viewOf(model, view);
  return openSheet(
    composeScene(model, audit, folding === 'none' ? { ...chosen, folding: unfolded } : chosen),
    direction,
  );
}

const unfolded: View['folding'] = { mostOfATier: Infinity, some: Infinity, many: Infinity };

function viewOf(model: Architecture, view: ViewName | AuthorView): View {
  return typeof view === 'string' ? views[view] : ownView(model, view);
}

/** Draws what becomes of a model in a simulation; `on`: the day it was made for, if any. */
export function renderFailure(
  model: Architecture,
  simulation: Simulation,
  options: SvgOptions & SheetOptions & FailureSceneOptions = {},
): Promise<Picture> {
  return draw(sheetOfFailure(model, simulation, options), options);
}

/** What `renderFailure` draws, to be written in several formats. */
export function sheetOfFailure(
  model: Architecture,
  simulation: Simulation,
  options: SheetOptions & FailureSceneOptions = {},
): Sheet {
  return openSheet(failureScene(model, simulation, options), options.direction);
}

/** Draws what makes one model of another; with the difference of their findings, what that made of those. */
export function renderChange(
  base: Architecture,
  head: Architecture,
  diff: ModelDiff,
  options: SvgOptions & SheetOptions & ChangeOptions = {},
): Promise<Picture> {
  return draw(sheetOfChange(base, head, diff, options), options);
}

export interface ChangeOptions extends ChangeSceneOptions {
  readonly findings?: FindingsDiff;
}

/** What `renderChange` draws, to be written in several formats. */
export function sheetOfChange(
  base: Architecture,
  head: Architecture,
  diff: ModelDiff,
  { findings, direction, ...options }: SheetOptions & ChangeOptions = {},
): Sheet {
  return openSheet(changeScene(base, head, diff, findings, options), direction);
}

async function draw(sheet: Sheet, options: SvgOptions): Promise<Picture> {
  const arranged = await sheet.arranged();
  return { svg: drawSvg(arranged.measured, arranged.placement, options), ...arranged };
}
