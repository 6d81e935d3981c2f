import { analysesOf } from './analyses/analyses-of.js';
import { audit } from './audit/audit.js';
import type { Audit } from './audit/finding.js';
import { type ViewName, viewNames } from './draw/scene/scene.js';
import type { Architecture } from './graph/architecture.js';
import type { DocumentFormat } from './report/write-document.js';
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

/** Every picture of an audited model, by the name of its file. */
export async function drawViews(audited: Audit): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  for (const view of viewNames) pictures.set(`${view}.svg`, await drawModel(audited, view));
  return pictures;
}

/** The whole document of an audited model. The Markdown names its pictures as files beside it, the page holds them. */
export async function reportModel(
  audited: Audit,
  formats: readonly DocumentFormat[],
  svgs: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<DocumentFormat, string>> {
  const [{ reportDocument }, { documentFormats }] = await Promise.all([
    import('./report/document/report-document.js'),
    import('./report/write-document.js'),
  ]);
  const { model } = audited;
  const { faults, transport, network, load } = analysesOf(model);
  const pictures = viewNames.map((view) => ({ view, file: `${view}.svg`, alt: `${model.name}: ${view}` }));
  const nodes = reportDocument(audited, { faults, transport, network, load, pictures });
  const texts = new Map<DocumentFormat, string>();
  for (const format of formats) texts.set(format, await documentFormats[format](nodes, { title: model.name, svgs }));
  return texts;
}
