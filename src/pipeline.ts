import { analysesOf } from './analyses/analyses-of.js';
import { analyseFaults } from './analyses/faults/analyse-faults.js';
import { audit } from './audit/audit.js';
import { checkConfig } from './audit/config/check-config.js';
import { type Setup, setupOf } from './audit/config/setup-of.js';
import type { Audit } from './audit/finding.js';
import type { FrameworkName } from './audit/frameworks/framework-names.js';
import { frameworkView } from './audit/frameworks/framework-view.js';
import { presetSettings } from './audit/presets.js';
import { recommendedVersions } from './audit/recommended-versions.js';
import { type ViewName, viewNames } from './draw/scene/scene.js';
import type { Architecture, ElementId } from './graph/architecture.js';
import type { DocumentFormat } from './report/write-document.js';
import { rules as builtIn } from './rules/index.js';

import type { Day } from './vocabulary/units.js';

/** The way of a model: load → analyse → audit → draw → report. Nothing here prints, writes or asks for the time. */

export { loadModels } from './load/load-models.js';

const usual: Setup = {
  rules: builtIn,
  settings: presetSettings('recommended', builtIn, [], recommendedVersions),
};

/** What is wrong with a model on a day; the recommended rules are asked where nothing else is said. */
export function auditModel(model: Architecture, today: Day, { rules, settings }: Setup = usual): Audit {
  return audit(model, { today, rules, settings });
}

/** What a configuration asks. @throws RangeError with all that is wrong with it */
export function setupFor(given: unknown): Setup {
  const { config, problems } = checkConfig(given, { builtIn, versions: recommendedVersions });
  if (problems.length > 0) {
    throw new RangeError(problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join('\n'));
  }
  return setupOf(config, config.preset ?? 'recommended', builtIn, recommendedVersions);
}

/** One picture of an audited model, as SVG. What draws is read when the first picture is asked for. */
export async function drawModel(audited: Audit, view: ViewName): Promise<string> {
  const { render } = await import('./draw/render.js');
  return (await render(audited.model, audited, { view })).svg;
}

/**
 * What becomes of a model when elements fail, as SVG. Ids that the model does not have are left out; a provider is
 * `provider/<name>`. Certificates that have run out `on` a day have failed too; left out, none has.
 */
export async function drawFailure(
  { model }: Audit,
  failed: readonly ElementId[],
  { on }: { readonly on?: Day } = {},
): Promise<string> {
  const { renderFailure } = await import('./draw/render.js');
  const faults = on === undefined ? analysesOf(model).faults : analyseFaults(model, { on });
  return (await renderFailure(model, faults.simulate(failed), on === undefined ? {} : { on })).svg;
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
  framework?: FrameworkName,
): Promise<ReadonlyMap<DocumentFormat, string>> {
  const [{ reportDocument }, { documentFormats }] = await Promise.all([
    import('./report/document/report-document.js'),
    import('./report/write-document.js'),
  ]);
  const { model } = audited;
  const { faults, transport, network, load } = analysesOf(model);
  const pictures = viewNames.map((view) => ({ view, file: `${view}.svg`, alt: `${model.name}: ${view}` }));
  const view = framework && { framework: frameworkView(audited, builtIn, framework) };
  const nodes = reportDocument(audited, { faults, transport, network, load, pictures, ...view });
  const texts = new Map<DocumentFormat, string>();
  for (const format of formats) texts.set(format, await documentFormats[format](nodes, { title: model.name, svgs }));
  return texts;
}
