import type { QuickJSHandle } from 'quickjs-emscripten-core';
import type { Problem } from '../graph/problem.js';
import { type BuilderModules, collector } from './builder-modules.js';
import { type Engine, limits, type Sandbox, Stopped } from './engine.js';
import { explainError, type Thrown, tooMuchWork } from './explain-error.js';
import { importPosition, type ModelModules, ModuleFault, type SourceModule } from './modules.js';
import { sandboxPrelude } from './sandbox-prelude.js';
import type { ToSource } from './source-positions.js';
import { positionAt } from './text-position.js';

export interface EvaluateOptions {
  readonly engine: Engine;
  readonly builder: BuilderModules;
  readonly byId: ReadonlyMap<string, SourceModule>;
  readonly toSource: ToSource;
}

/** What came out of the sandbox: text that claims to be JSON, or what kept it from coming out. */
export type Evaluation = { readonly text: string } | Failure;

interface Failure {
  readonly problem: Problem;
  readonly isTooDeep?: boolean;
}

/** Runs a model in a sandbox of its own and reads out what it exports, as `collect` sees it. */
export async function evaluateModel(model: ModelModules, options: EvaluateOptions): Promise<Evaluation> {
  try {
    return await options.engine.withSandbox((sandbox) => runModel(sandbox, model, options));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const { file } = model.entry;
    if (error.reason === 'crash') {
      return {
        problem: { file, line: 1, column: 1, message: 'The model was stopped: it is nested too deeply to be run.' },
      };
    }
    return { problem: { file, line: 1, column: 1, ...error.at, ...tooMuchWork } };
  }
}

function runModel(sandbox: Sandbox, model: ModelModules, { builder, byId, toSource }: EvaluateOptions): Evaluation {
  const { context, keep } = sandbox;
  const faults: unknown[] = [];
  connectModules(sandbox, model, builder, byId, faults);
  const failed = (handle: QuickJSHandle): Failure => {
    const thrown = readThrown(sandbox, keep(handle));
    for (const fault of faults) {
      if (!(fault instanceof ModuleFault)) throw fault;
      if (fault.message === thrown.message) return { problem: fault.problem, isTooDeep: fault.isTooDeep };
    }
    const { entry, used: modules } = model;
    return { problem: explainError(thrown, { entry, modules, toSource, hasUsedUpWork: sandbox.hasUsedUpWork() }) };
  };
  const evaluate = (code: string, type: 'global' | 'module'): QuickJSHandle | Failure => {
    const result = sandbox.guarded(() => context.evalCode(code, 'sandbox', { type, strict: true }));
    return result.error ? failed(result.error) : keep(result.value);
  };

  const prepared = evaluate(sandboxPrelude, 'global');
  if ('problem' in prepared) return prepared;
  const ran = evaluate(`import * as model from '${model.entry.id}'; export { model };`, 'module');
  if ('problem' in ran) return ran;
  const jobs = runJobs(sandbox, model.entry);
  if (jobs.error) return failed(jobs.error);
  const state = context.getPromiseState(ran);
  if (state.type === 'rejected') return failed(state.error);
  if (state.type === 'pending') return { problem: neverSettles(model.entry) };
  const collected = evaluate(collection(model.entry.id), 'module');
  if ('problem' in collected) return collected;
  const text = sandbox.guarded(() => context.getString(keep(context.getProp(collected, 'text'))));
  return { text };
}

/** What the model awaits goes on here. @throws Stopped */
function runJobs(
  { guarded, runtime }: Sandbox,
  entry: SourceModule,
): ReturnType<Sandbox['runtime']['executePendingJobs']> {
  const at = awaitPosition(entry);
  try {
    const jobs = guarded(() => runtime.executePendingJobs(limits.jobs));
    if (!jobs.error && runtime.hasPendingJob()) throw new Stopped('work');
    return jobs;
  } catch (error) {
    throw error instanceof Stopped ? new Stopped(error.reason, at) : error;
  }
}

/**
 * The last module of a model: what it exports, as JSON. What is exported is read once before, so that a getter that throws does
 * it here, where its line is known; `collect` tells what else is wrong with it.
 */
function collection(entry: string): string {
  return `import { collect } from '${collector}';
import * as model from '${entry}';
const { stringify } = JSON;
if (typeof model.default === 'object' && model.default !== null) {
  for (const key of Object.keys(model.default)) void model.default[key];
}
export const text = stringify(collect(model.default));`;
}

function connectModules(
  { runtime }: Sandbox,
  model: ModelModules,
  builder: BuilderModules,
  byId: ReadonlyMap<string, SourceModule>,
  faults: unknown[],
): void {
  const follow = (base: string, requested: string): string => {
    const importer = byId.get(base);
    if (importer === undefined && requested === model.entry.id) return requested;
    if (importer && /^stanchion[/:]/.test(requested)) {
      throw new ModuleFault({
        file: importer.file,
        ...importPosition(importer.source, requested),
        message: `'${requested}' cannot be imported by a model.`,
        hint: "A model imports 'stanchion'; of a package of rules it takes the types only: import type {} from '…'.",
      });
    }
    const own = builder.follow(base, requested);
    if (own !== undefined) return own;
    if (!importer) throw new Error(`no module imports ${requested}`);
    return model.follow(importer, requested);
  };
  runtime.setModuleLoader(
    // After a name that leads nowhere the engine asks for a module without a name: the error stands already.
    (id) => (id === '' ? { error: new Error(lastMessage(faults)) } : (byId.get(id)?.code ?? builder.load(id))),
    (base, requested) => {
      try {
        return follow(base, requested);
      } catch (error) {
        faults.push(error);
        return { error: error instanceof Error ? error : new Error(String(error)) };
      }
    },
  );
}

function lastMessage(faults: readonly unknown[]): string {
  const last = faults.at(-1);
  return last instanceof Error ? last.message : 'a module cannot be loaded';
}

/** The engine does not tell where it waits: the first `await` is where a model does. */
function awaitPosition({ source }: SourceModule): { line: number; column: number } {
  const found = /^[^\n]*?\bawait\b/m.exec(source);
  return positionAt(source, found ? found.index + found[0].length - 'await'.length : 0);
}

function neverSettles(entry: SourceModule): Problem {
  return {
    file: entry.file,
    ...awaitPosition(entry),
    message: 'The model never finishes: it awaits a promise that nothing settles.',
    hint: 'There is no clock and no network in a model: nothing can arrive later.',
  };
}

const noError = 'it is no Error';

/** Reads an error out of the engine; a thing thrown may be no error, or one that refuses to be read. */
function readThrown({ context, keep, guarded }: Sandbox, handle: QuickJSHandle): Thrown {
  const read = (key: string): string => {
    try {
      const value = keep(guarded(() => context.getProp(handle, key)));
      return context.typeof(value) === 'string' ? context.getString(value) : '';
    } catch {
      return '';
    }
  };
  const type = context.typeof(handle);
  // To write one out would run its `toJSON`; it has nothing to say.
  if (type === 'function') return { name: '', message: noError, stack: '' };
  if (type !== 'object') return { name: '', message: String(guarded(() => context.dump(handle))), stack: '' };
  const thrown = { name: read('name'), message: read('message'), stack: read('stack') };
  return thrown.stack === '' && thrown.message === '' ? { ...thrown, message: noError } : thrown;
}
