import { audit } from './audit/audit.js';
import type { Audit } from './audit/finding.js';
import type { ViewName } from './draw/scene/scene.js';
import type { Architecture } from './graph/architecture.js';
import { rules } from './rules/index.js';
import type { Day } from './vocabulary/units.js';

/** The way of a model: load → analyse → audit → draw → report. Nothing here prints, writes or asks for the time. */

export { loadModels } from './load/load-models.js';

/** What is wrong with a model on a day. */
export function auditModel(model: Architecture, today: Day): Audit {
  return audit(model, { today, rules });
}

/** One picture of an audited model, as SVG. What draws is read when the first picture is asked for. */
export async function drawModel(audited: Audit, view: ViewName): Promise<string> {
  const { render } = await import('./draw/render.js');
  return (await render(audited.model, audited, { view })).svg;
}

/** Begins to make ready what draws, for whoever knows that a picture will be wanted and has something else to do first. */
export async function prepareDrawing(): Promise<void> {
  const { loadGraphviz } = await import('./draw/layout/graphviz.js');
  await loadGraphviz();
}
