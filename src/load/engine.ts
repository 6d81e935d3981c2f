import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { engineBinary } from './tool.js';

/** How much a model may use. */
export const limits = {
  memory: 256 * 2 ** 20,
  /** Beyond this the engine would outgrow the host's own stack. */
  stack: 96 * 2 ** 10,
  /** Calls and backward jumps, in units of ten thousand: the engine asks once for each. About a second of work. */
  work: 10_000,
  /** Reactions of promises. */
  jobs: 200_000,
  /** Milliseconds; for what the engine does in one go without asking. */
  wall: 10_000,
} as const;

/** Of Node's own globals the one that its types leave out. */
declare const WebAssembly: { readonly Memory: new (pages: { initial: number; maximum: number }) => object };

/**
 * Pages of 64 KiB, the limit and what the engine itself takes. Reserved at once: what is not touched costs nothing, and growing
 * would copy all of it each time.
 */
const addressSpace = { initial: 5_120, maximum: 5_120 };

export type StopReason = 'work' | 'wall' | 'crash';

/** The engine stopped a model: it ran too long, or broke down. */
export class Stopped extends Error {
  constructor(
    readonly reason: StopReason,
    /** Where in the model's own file, when that is known. */
    readonly at?: { readonly line: number; readonly column: number },
  ) {
    super(`The sandbox stopped: ${reason}`);
  }
}

/** The sandbox of one model. */
export interface Sandbox {
  readonly context: QuickJSContext;
  readonly runtime: QuickJSRuntime;
  /** Remembers a handle until the sandbox is put away: the engine refuses to end while one is held. */
  keep(handle: QuickJSHandle): QuickJSHandle;
  /** Puts the sandbox away. */
  close(): void;
  /** Whether the work was used up; what the engine throws then is no error of the author's program. */
  hasUsedUpWork(): boolean;
  /** Runs something inside the engine under the wall limit. @throws Stopped */
  guarded<Result>(run: () => Result): Result;
}

/** The engine, loaded once for a run; a model that breaks it costs the next one a new instance. */
export interface Engine {
  /** Gives a fresh sandbox to `use` and takes it away afterwards. @throws Stopped */
  withSandbox<Result>(use: (sandbox: Sandbox) => Result): Promise<Result>;
}

export function loadEngine(): Engine {
  const wasmBinary = new Uint8Array(engineBinary()).buffer;
  const instantiate = (): Promise<QuickJSWASMModule> =>
    newQuickJSWASMModuleFromVariant(
      newVariant(variantOf(variant), { wasmBinary, wasmMemory: new WebAssembly.Memory(addressSpace) }),
    );
  let instance: QuickJSWASMModule | undefined;
  return {
    async withSandbox(use) {
      compileOnce(true);
      instance ??= await instantiate();
      const sandbox = openSandbox(instance);
      // Until it is put away in order, the instance counts as broken.
      const current = instance;
      instance = undefined;
      try {
        const result = use(sandbox);
        sandbox.close();
        instance = current;
        return result;
      } finally {
        compileOnce(false);
      }
    },
  };
}

/**
 * By default Node compiles WebAssembly a second time, better, when it is used much. For the engine that takes longer than nearly all
 * models do, and the process cannot end before it is done; a model of 5,000 elements loses nothing by the first code.
 */
function compileOnce(isOn: boolean): void {
  const flags = ['liftoff-only', 'wasm-tier-up', 'wasm-dynamic-tiering'].map((flag, index) => {
    const isSet = index === 0 ? isOn : !isOn;
    return isSet ? `--${flag}` : `--no-${flag}`;
  });
  for (const flag of flags) setFlagsFromString(flag);
}

/** Its types describe the package as CommonJS: the variant itself, or under one more `default`. */
function variantOf(loaded: unknown): QuickJSSyncVariant {
  const inner = (loaded as { readonly default?: unknown }).default;
  return (inner ?? loaded) as QuickJSSyncVariant;
}

function openSandbox(instance: QuickJSWASMModule): Sandbox {
  let asked = 0;
  const runtime = instance.newRuntime();
  runtime.setMemoryLimit(limits.memory);
  runtime.setMaxStackSize(limits.stack);
  runtime.setInterruptHandler(() => ++asked > limits.work);
  const context = runtime.newContext();
  const kept: QuickJSHandle[] = [];
  return {
    context,
    runtime,
    guarded,
    hasUsedUpWork: () => asked > limits.work,
    keep(handle) {
      kept.push(handle);
      return handle;
    },
    close() {
      for (const handle of kept) if (handle.alive) handle.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}

/**
 * Node ends a script of its own `vm` that runs over its time, also in the middle of a WebAssembly loop: the one way to stop
 * the engine from outside without a second thread.
 */
function guarded<Result>(run: () => Result): Result {
  let outcome: { readonly result: Result } | undefined;
  watched ??= { context: vm.createContext({}), script: new vm.Script('start()') };
  watched.context.start = () => {
    outcome = { result: run() };
  };
  try {
    watched.script.runInContext(watched.context, { timeout: limits.wall });
  } catch (error) {
    throw new Stopped(isTimeout(error) ? 'wall' : 'crash');
  }
  if (!outcome) throw new Stopped('crash');
  return outcome.result;
}

let watched: { readonly context: vm.Context; readonly script: vm.Script } | undefined;

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
