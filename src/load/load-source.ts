import type { ArchitectureDocument } from '../graph/architecture.js';
import type { Problem } from '../graph/problem.js';
import { validateDocument } from '../graph/validate-document.js';
import { type EvaluateOptions, evaluateModel } from './evaluate-model.js';
import { isRecord, mapPositions, mapProblems } from './map-positions.js';
import { type ModelModules, ModuleFault, type ModuleStore, openModel } from './modules.js';
import { projectRoot } from './resolve-import.js';

/** What a model's file came to. `modules` are those that took part as far as it got. */
export interface LoadedSource {
  readonly documents: readonly ArchitectureDocument[];
  readonly problems: readonly Problem[];
  readonly modules?: ModelModules;
}

export interface SourceOptions extends EvaluateOptions {
  readonly store: ModuleStore;
  readonly cwd: string;
}

/** Loads the models of one TypeScript file: evaluates it in the sandbox and validates what comes out. */
export async function loadSource(path: string, file: string, options: SourceOptions): Promise<LoadedSource> {
  let modules: ModelModules;
  try {
    modules = openModel(path, file, projectRoot(path, options.cwd), options.store);
  } catch (error) {
    if (error instanceof ModuleFault) return { documents: [], problems: [error.problem] };
    throw error;
  }
  const evaluation = await evaluateModel(modules, options);
  if ('problem' in evaluation) return { documents: [], problems: [evaluation.problem], modules };
  return { ...readCollection(evaluation.text, file, options), modules };
}

function readCollection(text: string, file: string, { toSource }: SourceOptions): LoadedSource {
  const collection = parse(text);
  if (!isRecord(collection) || !Array.isArray(collection.documents)) {
    const message = 'The model gave no graph: what it exports cannot be written as JSON.';
    return { documents: [], problems: [{ file, line: 1, column: 1, message }] };
  }
  const problems = mapProblems(collection.problems, toSource, file);
  const documents = collection.documents.flatMap((value: unknown) => {
    mapPositions(value, toSource);
    const result = validateDocument(value, file);
    if ('document' in result) return result.document;
    problems.push(...result.problems);
    return [];
  });
  return { documents, problems };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
