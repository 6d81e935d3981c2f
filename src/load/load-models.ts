import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Architecture, ArchitectureDocument } from '../graph/architecture.js';
import { createGraph } from '../graph/create-graph.js';
import type { Problem } from '../graph/problem.js';
import { openCache } from './cache.js';
import { digest } from './digest.js';
import { findModels, type ModelFile } from './find-models.js';
import type { LoadedFile } from './loaded-file.js';
import { joinParts, type Parts } from './parts.js';
import { displayPath } from './paths.js';
import { ofShard, type Shard } from './shard.js';
import { toolVersion } from './tool.js';

export interface LoadOptions {
  /** Inputs and the positions in the graph are relative to it. */
  readonly cwd: string;
  /** Where results are kept for the next run; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
  readonly checkTypes: boolean;
  /** Only this part of the models. */
  readonly shard?: Shard;
}

export interface LoadedModel {
  readonly file: string;
  /** Of its file among all that were found, also those of other shards. */
  readonly place: number;
  readonly architecture: Architecture;
  /** Of all that the graph says, 64 hex digits. */
  readonly hash: string;
}

export interface LoadResult {
  readonly models: LoadedModel[];
  /** What is wrong with the inputs, and with the models that are missing from `models`. */
  readonly problems: Problem[];
  /** What all of it depends on; undefined where that cannot be told. */
  readonly parts: Parts | undefined;
  /** The lines of a file that took part in a model, for a frame of code; undefined for any other. */
  sourceLines(file: string): readonly string[] | undefined;
}

/**
 * Loads models: TypeScript checked and evaluated in a sandbox, graphs read from JSON. A model that does not load is told in
 * `problems` and does not stop the others. What was loaded before and has not changed comes from the cache, for which neither
 * compiler nor sandbox is started.
 *
 * @param inputs files, folders, patterns; none: the folder models
 */
export async function loadModels(inputs: readonly string[], options: LoadOptions): Promise<LoadResult> {
  const cwd = realpathSync(options.cwd);
  const { files: found, problems } = findModels(inputs, cwd);
  const files = options.shard ? ofShard(found, options.shard) : found;
  const placeOf = new Map(found.map((file, place) => [file, place]));
  const loaded = await loadFiles(files, { ...options, cwd });
  const models: LoadedModel[] = [];
  for (const [index, result] of loaded.entries()) {
    problems.push(...result.problems);
    const file = files[index];
    if (file) models.push(...result.documents.map((document) => toModel(file, placeOf.get(file) ?? 0, document)));
  }
  return {
    models: uniqueNames(models, problems),
    problems,
    parts: joinParts(loaded.map(({ parts }) => parts)),
    sourceLines: sourceReader(loaded, cwd),
  };
}

/** One result for each file, in their order. */
async function loadFiles(files: readonly ModelFile[], options: LoadOptions): Promise<LoadedFile[]> {
  const { cacheFolder, checkTypes } = options;
  const cache = cacheFolder === undefined ? undefined : openCache(cacheFolder, toolVersion(), checkTypes);
  const loaded = new Map<ModelFile, LoadedFile>();
  const sources = files.filter(({ path }) => !path.endsWith('.json'));
  const slots = new Map(sources.map((file) => [file, cache?.open(file)]));
  const company = digest(JSON.stringify(sources.map(({ file }) => file).sort()));
  const areAllKnown = [...slots.values()].every((slot) => slot?.hit);
  for (const [file, slot] of slots) {
    const hit = slot?.hit;
    // What others had a say in is checked together with them, or not at all.
    const isOfUse = hit?.company === undefined || (areAllKnown && hit.company === company);
    if (hit && isOfUse)
      loaded.set(file, { documents: hit.documents, parts: hit.parts, files: hit.files, problems: [] });
  }
  const missed = sources.filter((file) => !loaded.has(file));
  if (missed.length > 0) {
    for (const [file, result] of await loadMissed(missed, options)) {
      loaded.set(file, result);
      if (result.parts && result.problems.length === 0)
        slots.get(file)?.keep(result.documents, result.parts, result.needsCompany ? company : undefined);
    }
  }
  for (const file of files) {
    if (!loaded.has(file)) loaded.set(file, await loadGraph(file));
  }
  return files.flatMap((file) => loaded.get(file) ?? []);
}

/** The compiler is started first: it works in a process of its own while all else is still being read. */
async function loadMissed(
  files: readonly ModelFile[],
  { cwd, checkTypes: isChecked }: LoadOptions,
): Promise<Map<ModelFile, LoadedFile>> {
  const paths = files.map(({ path }) => path);
  const checking = isChecked ? (await import('./check-types.js')).startCheck(paths, cwd) : undefined;
  const { loadSources } = await import('./load-sources.js');
  return loadSources(files, cwd, checking);
}

async function loadGraph({ path, file }: ModelFile): Promise<LoadedFile> {
  const { loadJson } = await import('./load-json.js');
  return loadJson(path, file);
}

function toModel({ file }: ModelFile, place: number, document: ArchitectureDocument): LoadedModel {
  return { file, place, architecture: createGraph(document), hash: digest(JSON.stringify(document)) };
}

/** Pictures and findings go by name and environment: of two alike, the first is kept. */
export function uniqueNames<Model extends Pick<LoadedModel, 'file' | 'architecture'>>(
  models: readonly Model[],
  problems: Problem[],
): Model[] {
  const first = new Map<string, Model>();
  for (const model of models) {
    const { name, facts, at } = model.architecture;
    // As in a finding's fingerprint: one that is left out counts as production.
    const key = JSON.stringify([name, facts.environment ?? 'production']);
    const earlier = first.get(key);
    if (!earlier) first.set(key, model);
    else {
      problems.push({
        ...(at ?? { file: model.file }),
        message: `Two architectures of this run are called '${name}' and stand for the same environment.`,
        hint: `The other one is in ${earlier.file}; give them different names.`,
      });
    }
  }
  return [...first.values()];
}

/** A graph may name any file as the place of an element: only what the loader itself read is shown. */
function sourceReader(loaded: readonly LoadedFile[], cwd: string): LoadResult['sourceLines'] {
  const known = new Map(loaded.flatMap(({ files }) => files.map((path) => [displayPath(path, cwd), path])));
  return (file) => {
    const path = known.get(file);
    if (path === undefined) return undefined;
    try {
      return readFileSync(resolve(cwd, path), 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/);
    } catch {
      return undefined;
    }
  };
}
