import type { ArchitectureDocument } from '../graph/architecture.js';
import type { Problem } from '../graph/problem.js';
import { validateDocument } from '../graph/validate-document.js';
import { type EvaluateOptions, evaluateModel } from './evaluate-model.js';
import type { ModelFile } from './find-models.js';
import { isRecord, mapPositions, mapProblems } from './map-positions.js';
import { type ModelModules, ModuleFault, type ModuleStore, openModel, type SourceModule } from './modules.js';
import { projectRoot } from './resolve-import.js';

/** What the evaluation of a model's file came to, as far as it got. */
export interface EvaluatedSource {
  readonly documents: readonly ArchitectureDocument[];
  readonly problems: readonly Problem[];
  readonly modules: readonly SourceModule[];
  /** The compiler must not see it either. */
  readonly isTooDeep?: boolean;
  /** Absolute paths, see `Surroundings`. */
  readonly consulted: Iterable<string>;
  readonly missing: Iterable<string>;
}

export interface SourceOptions extends EvaluateOptions {
  readonly store: ModuleStore;
  readonly cwd: string;
}

/** Evaluates the models of one TypeScript file in the sandbox and validates what comes out. */
export async function evaluateSource({ path, file }: ModelFile, options: SourceOptions): Promise<EvaluatedSource> {
  let model: ModelModules;
  try {
    model = openModel(path, file, projectRoot(path, options.cwd), options.store);
  } catch (error) {
    if (!(error instanceof ModuleFault)) throw error;
    const { problem, isTooDeep } = error;
    return { ...broken(problem), isTooDeep, modules: [], consulted: [], missing: [] };
  }
  const evaluation = await evaluateModel(model, options);
  const { consulted, missing } = model.surroundings;
  const read = 'problem' in evaluation ? broken(evaluation.problem) : readCollection(evaluation.text, file, options);
  const isTooDeep = 'problem' in evaluation && evaluation.isTooDeep === true;
  return { ...read, isTooDeep, modules: [...model.used], consulted, missing };
}

type Read = Pick<EvaluatedSource, 'documents' | 'problems'>;

function broken(problem: Problem): Read {
  return { documents: [], problems: [problem] };
}

function readCollection(text: string, file: string, { toSource }: SourceOptions): Read {
  const collection = parse(text);
  if (!isRecord(collection) || !Array.isArray(collection.documents)) {
    const message = 'The model gave no graph: what it exports cannot be written as JSON.';
    return broken({ file, line: 1, column: 1, message });
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
