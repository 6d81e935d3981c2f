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
import { isScopedAlike, type ScopedAs } from './audit/scope.js';
import type { ModelChange } from './diff/compare-sides.js';
import type { Side } from './diff/pair-audits.js';
import type { ContentOf, DirectionName, FoldingChoice, FormatName, IconChoice, ThemeName } from './draw/formats.js';
import { picturesOf } from './draw/pictures-of.js';
import type { Undrawn } from './draw/png/undrawn-texts.js';
import type { ViewName } from './draw/scene/scene.js';
import type { Sheet } from './draw/sheet.js';
import type { PictureWarning } from './draw/warnings-of.js';
import type { Architecture, AuthorView, ElementId } from './graph/architecture.js';
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

/** The same with the elements in the scopes in which another model has them; undefined where they are in these anyway. */
export function auditScopedAs(
  model: Architecture,
  scopedAs: ScopedAs,
  today: Day,
  { rules, settings }: Setup,
): Audit | undefined {
  if (isScopedAlike(model, scopedAs, settings.scopes ?? [], settings.folder)) return undefined;
  return audit(model, { today, rules, settings: { ...settings, scopedAs } });
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
export async function drawModel(audited: Audit, view: ViewName | AuthorView): Promise<string> {
  const { render } = await import('./draw/render.js');
  return (await render(audited.model, audited, { view })).svg;
}

/**
 * What a picture is of: a view of the model as it is, what becomes of it when elements fail (see `drawFailure`), or what makes it of
 * another, `base`. `since`: what that is called, such as `main`.
 */
export type Subject =
  | { readonly view: ViewName | AuthorView }
  | { readonly view: 'failure'; readonly fails: readonly ElementId[]; readonly on?: Day }
  | {
      readonly view: 'change';
      readonly base: Audit;
      readonly since?: string;
      /** The comparison of both, where it is known already: with what is weakened. */
      readonly change?: ModelChange;
    };

export interface DrawOptions {
  /** What suits the format where left out: both for SVG, light for PNG. Graphviz and Mermaid have their own. */
  readonly theme?: ThemeName;
  /** The one that looks best where left out. */
  readonly direction?: DirectionName;
  readonly icons?: IconChoice;
  /** Of a view of the model as it is. `none`: no tier becomes one card with its number. */
  readonly folding?: FoldingChoice;
  /** Of a PNG: pixels to one of the SVG; 2 where left out. */
  readonly scale?: number;
  /** Of a PNG: pixels; goes before `scale`. */
  readonly width?: number;
  /** Told the scripts in a PNG that the font of pictures lacks: the machine's fonts are asked for those. `undrawn`: what none of them has. */
  readonly onForeignScripts?: (scripts: readonly string[], undrawn: Undrawn) => void;
  /** Told what a picture does not show, or not as one might expect. */
  readonly onWarning?: (warning: PictureWarning) => void;
}

/** One picture in several formats, laid out once. @throws PngProblem where a PNG cannot be made */
export async function* drawFormats<F extends FormatName>(
  audited: Audit,
  subject: Subject,
  formats: readonly F[],
  options: DrawOptions = {},
): AsyncGenerator<readonly [format: F, content: ContentOf<F>]> {
  const { writeFormat } = await import('./draw/render.js');
  const sheet = await openSheetOf(audited, subject, options);
  for (const format of formats) {
    const fontFiles = format === 'png' ? (await import('./load/font-files.js')).fontFiles() : [];
    yield [format, await writeFormat(format, sheet, { ...options, fontFiles })];
  }
  const isPlaced = formats.some((format) => format === 'svg' || format === 'png');
  await warn(audited, subject, sheet, isPlaced, options);
}

/** @param isPlaced it was laid out */
async function warn(
  { model }: Audit,
  { view }: Subject,
  sheet: Sheet,
  isPlaced: boolean,
  { onWarning }: DrawOptions,
): Promise<void> {
  if (!onWarning) return;
  const { warningsOf } = await import('./draw/warnings-of.js');
  const placement = isPlaced ? (await sheet.arranged()).placement : undefined;
  const own = typeof view === 'string' ? undefined : view;
  for (const warning of warningsOf(model, sheet.scene, placement, own)) onWarning(warning);
}

async function openSheetOf(audited: Audit, subject: Subject, { direction, folding }: DrawOptions): Promise<Sheet> {
  const { sheetOf, sheetOfChange, sheetOfFailure } = await import('./draw/render.js');
  const { model } = audited;
  const turned = direction === undefined ? {} : { direction };
  if (subject.view === 'change') {
    const { base, since, change = await changeOf(base, audited) } = subject;
    const { diff, findings } = change ?? (await unchanged(base, audited));
    const weakened = change ? await weakenedTexts(change) : [];
    return sheetOfChange(base.model, model, diff, {
      findings,
      weakened,
      ...(since !== undefined && { since }),
      ...turned,
    });
  }
  if (subject.view !== 'failure')
    return sheetOf(model, audited, { view: subject.view, ...turned, ...(folding !== undefined && { folding }) });
  const on = subject.on === undefined ? {} : { on: subject.on };
  return sheetOfFailure(model, faultsOf(model, on).simulate(subject.fails), { ...on, ...turned });
}

/** What the self-test of pictures says of one. */
export interface PictureCheck {
  /** Whatever runs over something else or is missing, in words. */
  readonly faults: readonly string[];
  readonly crossings: number;
  readonly lines: number;
}

/** Lays out a view as `drawModel` does, and has its self-test look at it instead of drawing it. */
export async function checkPicture(
  audited: Audit,
  view: ViewName | AuthorView,
  options: Pick<DrawOptions, 'direction' | 'folding' | 'onWarning'> = {},
): Promise<PictureCheck> {
  const { tellCheck } = await import('./draw/self-test/tell-check.js');
  const sheet = await openSheetOf(audited, { view }, options);
  const arranged = await sheet.arranged();
  await warn(audited, { view }, sheet, true, options);
  return tellCheck(arranged);
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
  const asked = on === undefined ? {} : { on };
  return (await renderFailure(model, faultsOf(model, asked).simulate(failed), asked)).svg;
}

function faultsOf(model: Architecture, { on }: { readonly on?: Day }) {
  return on === undefined ? analysesOf(model).faults : analyseFaults(model, { on });
}

/** What makes the head of the base, where both say anything different: audits of the same day, with the same rules. */
async function changeOf(base: Audit, head: Audit): Promise<ModelChange | undefined> {
  const { compareSides } = await import('./diff/compare-sides.js');
  const side = (audit: Audit): Side => ({ audits: [audit], isWhole: true });
  return compareSides(side(base), side(head), { areTwo: true }).changed[0];
}

async function unchanged(base: Audit, head: Audit) {
  const [{ diffModels }, { diffFindings }] = await Promise.all([
    import('./diff/diff-models.js'),
    import('./diff/diff-findings.js'),
  ]);
  const diff = diffModels(base.model, head.model);
  return { diff, findings: diffFindings(base, head, diff) };
}

/** As the text beside the picture tells it. */
async function weakenedTexts(change: ModelChange): Promise<readonly string[]> {
  const [{ groundOf }, { weakenedStatements }] = await Promise.all([
    import('./report/change/ground.js'),
    import('./report/change/weakened-story.js'),
  ]);
  return weakenedStatements(change.weakened, groundOf(change)).map(({ text }) => text);
}

/** Every picture of an audited model, by the name of its file. */
export async function drawViews(audited: Audit): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  for (const { file, view } of picturesOf(audited.model)) pictures.set(`${file}.svg`, await drawModel(audited, view));
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
  const pictures = picturesOf(model).map(({ name, file, view }) => ({
    name,
    shows: typeof view === 'string' ? undefined : view.summary,
    file: `${file}.svg`,
    alt: `${model.name}: ${name}`,
  }));
  const view = framework && { framework: frameworkView(audited, builtIn, framework) };
  const nodes = reportDocument(audited, { faults, transport, network, load, pictures, ...view });
  const texts = new Map<DocumentFormat, string>();
  for (const format of formats) texts.set(format, await documentFormats[format](nodes, { title: model.name, svgs }));
  return texts;
}
