import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Audit } from './audit/finding.js';
import type { Config } from './config-api.js';
import { type Comparison, compareSides } from './diff/compare-sides.js';
import type { ContentOf, DirectionName, FormatName, IconChoice, ThemeName } from './draw/formats.js';
import { picturesOf } from './draw/pictures-of.js';
import type { ViewName } from './draw/scene/scene.js';
import type {
  Architecture,
  ArchitectureDocument,
  AuthorView,
  ElementId,
  SourcePosition,
} from './graph/architecture.js';
import { createGraph } from './graph/create-graph.js';
import type { Problem } from './graph/problem.js';
import { validateDocument } from './graph/validate-document.js';
import { mapPositions, mapProblems } from './load/map-positions.js';
import { auditModel, drawFormats, drawViews, loadModels, reportModel, setupFor } from './pipeline.js';
import { collect } from './vocabulary/collect.js';
import type { Site } from './vocabulary/kinds/site.js';
import { nearestName } from './vocabulary/nearest-name.js';
import type { Day } from './vocabulary/units.js';

/** 'stanchion/api': the pipeline for programs and tests. Nothing is printed, nothing is written, nobody is asked for the time. */

/** One file, folder or pattern, or several; or what a model's module exports. */
export type Input = string | readonly string[] | Site | Readonly<Record<string, Site>>;

export interface LoadOptions {
  /** Inputs and positions are relative to it; the working folder where left out. */
  readonly folder?: string;
  /** Whether a model with a type error is refused; true where left out. Sites that are built already are not checked again. */
  readonly checkTypes?: boolean;
}

export interface Loaded {
  /** In the order of the input; without those that did not load. */
  readonly models: readonly Architecture[];
  readonly problems: readonly Problem[];
}

/**
 * Loads models from files, evaluated in the sandbox, or takes sites that your own code has built. Mistakes in a model are
 * `problems`, never thrown.
 */
export async function load(input: Input, { folder = '.', checkTypes = true }: LoadOptions = {}): Promise<Loaded> {
  const cwd = resolve(folder);
  if (!isPaths(input)) return takeSites(input, cwd);
  const { models, problems } = await loadModels(typeof input === 'string' ? [input] : input, {
    cwd,
    cacheFolder: undefined,
    checkTypes,
  });
  return { models: models.map(({ architecture }) => architecture), problems };
}

export interface AuditOptions {
  /** Certificates, waivers and support run out against it. */
  readonly today: Day;
  /** As `stanchion.config.ts` would have it; `models`, `baseline` and `failOn` are the command's. Left out: the recommended rules. */
  readonly config?: Config;
}

/**
 * What is wrong with a model on a day.
 *
 * @throws RangeError with all that is wrong with the configuration
 */
export function audit(model: Architecture, { today, config }: AuditOptions): Audit {
  return config === undefined ? auditModel(model, today) : auditModel(model, today, setupFor(config));
}

/** How a picture looks. Formats that a choice means nothing to do not look at it. */
export interface PictureStyle<F extends FormatName = FormatName> {
  /** SVG where left out; `mmd` is Mermaid, `dot` is for Graphviz. */
  readonly format?: F;
  /** Of SVG `both` where left out: light, and dark where the reader's system asks for it. Of PNG `light`. */
  readonly theme?: ThemeName;
  /** Down or to the right; whichever looks better where left out. */
  readonly direction?: DirectionName;
  /** `none`: no icons on cards and frames. */
  readonly icons?: IconChoice;
  /** Of a PNG: pixels to one of the SVG; 2 where left out. */
  readonly scale?: number;
  /** Of a PNG: how many pixels wide it is, whatever the scale. */
  readonly width?: number;
}

/** What to draw: a view of the model as it is (`overview` where left out), what becomes of it when elements fail, or what changed. */
export type PictureRequest<F extends FormatName = FormatName> = PictureStyle<F> &
  /** Its own views, and the pages of a large one, by name. */
  (
    | { readonly view?: ViewName | (string & {}) }
    | {
        readonly view: 'failure';
        /** Ids; those that the model does not have are left out. A provider is `provider/<name>`. */
        readonly fails: readonly ElementId[];
        /** Certificates that have run out on this day have failed too. Left out: none has. */
        readonly on?: Day;
      }
    | {
        readonly view: 'change';
        /** The audit of the model before the change, of the same day and with the same configuration. */
        readonly base: Audit;
        /** What the base is called, such as `main`: stands in the title. */
        readonly since?: string;
      }
  );

/** A picture by the name of its format: `{ svg }`, `{ dot }` and `{ mmd }` are texts, `{ png }` is bytes. */
export type Picture<F extends FormatName> = { readonly [Name in F]: ContentOf<Name> };

/**
 * Draws one view of an audited model with its findings as badges, a failure with what stops and why, or a change with what is new
 * and gone.
 *
 * @throws RangeError where the model has no such view, or a base is of another day
 * @throws an error named `PngProblem` where a PNG would have more than 100 million pixels, or this machine has no renderer
 */
export async function render<F extends FormatName = 'svg'>(
  audited: Audit,
  request: PictureRequest<F> = {},
): Promise<Picture<F>> {
  const { format = 'svg' as F, ...style } = request;
  checkSize(style);
  const subject =
    isFailure(request) || isChange(request) ? request : { view: viewNamed(audited.model, request.view ?? 'overview') };
  const drawn: [F, ContentOf<F>][] = [];
  for await (const [name, content] of drawFormats(audited, subject, [format], style)) drawn.push([name, content]);
  return Object.fromEntries(drawn) as Picture<F>;
}

function isFailure(
  request: PictureRequest,
): request is PictureRequest & { readonly view: 'failure'; fails: ElementId[] } {
  return request.view === 'failure';
}

function isChange(request: PictureRequest): request is PictureRequest & { readonly view: 'change'; base: Audit } {
  return request.view === 'change';
}

function viewNamed(model: Architecture, name: string): ViewName | AuthorView {
  const pictures = picturesOf(model);
  const found = pictures.find((picture) => picture.name === name);
  if (found) return found.view;
  const nearest = nearestName(
    name,
    pictures.map((picture) => picture.name),
  );
  throw new RangeError(`there is no view '${name}'${nearest === undefined ? '' : `: did you mean '${nearest}'?`}`);
}

function checkSize({ scale, width }: PictureStyle): void {
  for (const [name, size] of Object.entries({ scale, width })) {
    if (size !== undefined && !(Number.isFinite(size) && size > 0)) {
      throw new RangeError(`'${name}' is a number above 0, not ${size}.`);
    }
  }
}

/** One audit, or all those of a side. */
export type Audited = Audit | readonly Audit[];

/**
 * What a change makes of models: what got worse, better and weaker, and what is otherwise. Models of two lists are the same by
 * name and environment; two single audits are compared whatever their models are called.
 *
 * @throws RangeError where audits are of different days
 */
export function diff(base: Audited, head: Audited): Comparison {
  const areTwo = !isList(base) && !isList(head);
  const [before, after] = [base, head].map((side) => (isList(side) ? side : [side])) as [
    readonly Audit[],
    readonly Audit[],
  ];
  return compareSides({ audits: before, isWhole: true }, { audits: after, isWhole: true }, { areTwo });
}

function isList(audited: Audited): audited is readonly Audit[] {
  return Array.isArray(audited);
}

export interface Report {
  /** SVG by the name of the file that the Markdown expects beside it: `overview.svg`. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly markdown: string;
  /** One page that holds its pictures and needs nothing else. */
  readonly html: string;
}

/** The whole document of an audited model as Markdown and HTML, and its pictures. */
export async function report(audited: Audit): Promise<Report> {
  const pictures = await drawViews(audited);
  const texts = await reportModel(audited, ['md', 'html'], pictures);
  return { pictures, markdown: texts.get('md') ?? '', html: texts.get('html') ?? '' };
}

function isPaths(input: Input): input is string | readonly string[] {
  return typeof input === 'string' || Array.isArray(input);
}

function takeSites(exported: unknown, cwd: string): Loaded {
  const toSource = nativePosition(cwd);
  const { documents, problems } = collect(exported);
  const models: Architecture[] = [];
  const found = mapProblems(problems, toSource, '');
  for (const document of documents) {
    const result = validateDocument(placed(document, toSource));
    if ('document' in result) models.push(createGraph(result.document));
    else found.push(...result.problems);
  }
  return { models, problems: found };
}

/** A copy, since the author's code may go on with its site. */
function placed(document: ArchitectureDocument, toSource: (position: SourcePosition) => SourcePosition): unknown {
  const copy: unknown = structuredClone(document);
  mapPositions(copy, toSource);
  return copy;
}

/** Node names modules by URL or by absolute path; a position names them relative to the folder, with `/`. */
function nativePosition(cwd: string): (position: SourcePosition) => SourcePosition {
  return ({ file, line, column }) => {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    return { file: relative(cwd, path).split(sep).join('/'), line, column };
  };
}
