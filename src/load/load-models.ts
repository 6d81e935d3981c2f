import type { Architecture, ArchitectureDocument } from '../graph/architecture.js';
import { createGraph } from '../graph/create-graph.js';
import type { Problem } from '../graph/problem.js';
import { digest } from './digest.js';
import { findModels, type ModelFile } from './find-models.js';
import type { LoadedSource } from './load-source.js';
import type { Sources } from './open-sources.js';

export interface LoadOptions {
  /** Inputs and the positions in the graph are relative to it. */
  readonly cwd: string;
  /** Where results are kept for the next run; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
  readonly checkTypes: boolean;
}

export interface LoadedModel {
  readonly file: string;
  readonly architecture: Architecture;
  /** Of all that the graph says, 64 hex digits. */
  readonly hash: string;
}

export interface LoadResult {
  readonly models: LoadedModel[];
  /** What is wrong with the inputs and the models that are missing from `models`. */
  readonly problems: Problem[];
  /** The lines of a file of a model, for a frame of code. */
  sourceLines(file: string): readonly string[] | undefined;
}

/**
 * Loads models: TypeScript evaluated in a sandbox, graphs read from JSON. A model that does not load is told in `problems` and
 * does not stop the others.
 *
 * @param inputs files, folders, patterns; none: the folder models
 */
export async function loadModels(inputs: readonly string[], options: LoadOptions): Promise<LoadResult> {
  const { files, problems } = findModels(inputs, options.cwd);
  const loaded: { readonly file: ModelFile; readonly source: LoadedSource }[] = [];
  let sources: Sources | undefined;
  for (const file of files) {
    if (file.path.endsWith('.json')) {
      const { loadJson } = await import('./load-json.js');
      loaded.push({ file, source: loadJson(file.path, file.file) });
      continue;
    }
    sources ??= (await import('./open-sources.js')).openSources(options.cwd);
    loaded.push({ file, source: await sources.load(file) });
  }
  problems.push(...loaded.flatMap(({ source }) => source.problems));
  const models = loaded.flatMap(({ file, source }) => source.documents.map((document) => toModel(file.file, document)));
  return { models: uniqueNames(models, problems), problems, sourceLines: () => undefined };
}

function toModel(file: string, document: ArchitectureDocument): LoadedModel {
  return { file, architecture: createGraph(document), hash: digest(JSON.stringify(document)) };
}

/** Pictures and findings go by name and environment: of two alike, the first is kept. */
function uniqueNames(models: readonly LoadedModel[], problems: Problem[]): LoadedModel[] {
  const first = new Map<string, LoadedModel>();
  for (const model of models) {
    const { name, facts, at } = model.architecture;
    const key = JSON.stringify([name, facts.environment]);
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
