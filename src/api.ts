import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Audit } from './audit/finding.js';
import type { Config } from './config-api.js';
import type { ViewName } from './draw/scene/scene.js';
import type { Architecture, ArchitectureDocument, ElementId, SourcePosition } from './graph/architecture.js';
import { createGraph } from './graph/create-graph.js';
import type { Problem } from './graph/problem.js';
import { validateDocument } from './graph/validate-document.js';
import { mapPositions, mapProblems } from './load/map-positions.js';
import { auditModel, drawFailure, drawModel, drawViews, loadModels, reportModel, setupFor } from './pipeline.js';
import { collect } from './vocabulary/collect.js';
import type { Site } from './vocabulary/kinds/site.js';
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

/** What to draw: a view of the model as it is (`overview` where left out), or what becomes of it when elements fail. */
export type PictureRequest =
  | { readonly view?: ViewName }
  | {
      readonly view: 'failure';
      /** Ids; those that the model does not have are left out. A provider is `provider/<name>`. */
      readonly fails: readonly ElementId[];
      /** Certificates that have run out on this day have failed too. Left out: none has. */
      readonly on?: Day;
    };

/** Draws one view of an audited model with its findings as badges, or a failure with what stops and why. */
export async function render(audited: Audit, request: PictureRequest = {}): Promise<{ readonly svg: string }> {
  if (request.view === 'failure') return { svg: await drawFailure(audited, request.fails, request) };
  return { svg: await drawModel(audited, request.view ?? 'overview') };
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
