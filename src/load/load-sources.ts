import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../graph/problem.js';
import { createBuilderModules } from './builder-modules.js';
import { startCheck, type TypeCheck, type UnderWay } from './check-types.js';
import { declaresForAll } from './declares-for-all.js';
import { digest } from './digest.js';
import { loadEngine } from './engine.js';
import { type EvaluatedSource, evaluateSource, type SourceOptions } from './evaluate-source.js';
import type { ModelFile } from './find-models.js';
import type { LoadedFile } from './loaded-file.js';
import { mergeProblems } from './merge-problems.js';
import { createModuleStore } from './modules.js';
import { attempt } from './own-files.js';
import type { Parts } from './parts.js';
import { displayPath, isWithin } from './paths.js';
import { projectRoot } from './resolve-import.js';
import { createToSource } from './source-positions.js';
import { transformModule } from './transform-module.js';

/**
 * Evaluates TypeScript models that are not cached, one after the other, while their types are being checked. All that is heavy lies
 * behind this module, which is imported when it is needed.
 *
 * @param checking the check of all these models, under way; left out: their types are not checked
 */
export async function loadSources(
  models: readonly ModelFile[],
  cwd: string,
  checking: UnderWay | undefined,
): Promise<Map<ModelFile, LoadedFile>> {
  const store = createModuleStore(cwd, transformModule);
  const options: SourceOptions = {
    engine: loadEngine(),
    store,
    cwd,
    byId: store.byId,
    builder: createBuilderModules(transformModule),
    toSource: createToSource(store.byId),
  };
  const evaluated = new Map<ModelFile, EvaluatedSource>();
  for (const model of models) {
    evaluated.set(model, await evaluateSource(model, options));
    // The compiler waits for its output to be read, and its time runs out by the clock: both need the thread now and then.
    await setImmediate();
  }
  const types = checking ? await finish(checking, evaluated, cwd) : { problems: [], files: [] };
  const roots = models.map(({ path }) => projectRoot(path, cwd));
  return join(evaluated, withoutForeign(types, roots, cwd));
}

/**
 * Imports of types are not evaluated, so that only the compiler follows them: also out of the project, to whatever its reader may
 * read. What it says then may tell what stands there, and is not repeated.
 */
function withoutForeign(types: TypeCheck, roots: readonly string[], cwd: string): TypeCheck {
  const foreign = types.files.filter((path) => !roots.some((root) => isWithin(path, root)));
  if (foreign.length === 0) return types;
  const problems = foreign.map((path) => ({
    message: `Types are imported from '${displayPath(path, cwd)}', which lies outside the project.`,
    hint: 'A model reads only files of its own project.',
  }));
  return { problems, files: [] };
}

/** What would exhaust the compiler is taken away from it, and the others are checked anew. */
async function finish(
  checking: UnderWay,
  evaluated: ReadonlyMap<ModelFile, EvaluatedSource>,
  cwd: string,
): Promise<TypeCheck> {
  const sound = [...evaluated].filter(([, { isTooDeep }]) => !isTooDeep).map(([{ path }]) => path);
  if (sound.length === evaluated.size) return checking.answer;
  checking.stop();
  return sound.length > 0 ? startCheck(sound, cwd).answer : { problems: [], files: [] };
}

/** A model with a type error is broken, whatever it evaluated to. */
function join(evaluated: ReadonlyMap<ModelFile, EvaluatedSource>, types: TypeCheck): Map<ModelFile, LoadedFile> {
  const owned = new Set(
    [...evaluated].flatMap(([{ file }, { modules }]) => [file, ...modules.map((module) => module.file)]),
  );
  const ownedPaths = new Set(
    [...evaluated].flatMap(([{ path }, { modules }]) => [path, ...modules.map((module) => module.path)]),
  );
  const needsCompany = types.files.some(declaresForAll);
  // Files that only the compiler reads hold nothing but types; any of the models may depend on them.
  const alsoRead = types.files.filter((path) => needsCompany || !ownedPaths.has(path));
  const shared = new Map(alsoRead.map((path) => [path, contentOf(path)]));
  const told = new Set<Problem>();
  const results = [...evaluated].map(([model, source]): [ModelFile, LoadedFile] => {
    const own = new Set([model.file, ...source.modules.map(({ file }) => file)]);
    const concerned = types.problems.filter(({ file }) => file === undefined || own.has(file) || !owned.has(file));
    const fresh = concerned.filter((problem) => !told.has(problem));
    for (const problem of fresh) told.add(problem);
    const files = [model.path, ...source.modules.map(({ path }) => path), ...shared.keys()];
    const problems = mergeProblems(source.problems, fresh);
    const documents = concerned.length > 0 ? [] : source.documents;
    const kept = concerned.length > 0 ? {} : { parts: partsOf(source, shared), needsCompany };
    return [model, { documents, problems, files: [...new Set(files)], ...kept }];
  });
  return new Map(results);
}

function partsOf({ modules, consulted, missing }: EvaluatedSource, shared: ReadonlyMap<string, string>): Parts {
  const own = modules.map((module): [string, string] => [module.path, module.digest]);
  const looked = [...consulted].map((path): [string, string] => [path, contentOf(path)]);
  return { files: new Map([...own, ...looked, ...shared]), missing };
}

/** What is gone by now has no content that would come back: nothing is kept for long that depends on it. */
function contentOf(path: string): string {
  return attempt(() => digest(readFileSync(path))) ?? '';
}
