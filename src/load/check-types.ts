import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Problem } from '../graph/problem.js';
import { findCompiler } from './native-compiler.js';
import { parseDiagnostics } from './parse-diagnostics.js';
import { displayPath, isWithin } from './paths.js';
import { declarations, ownTypes } from './tool.js';

/** What the compiler has to say of some models. */
export interface TypeCheck {
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that it read, but for the tool's own and the language's: a change in one may change the answer. */
  readonly files: readonly string[];
}

/** So few are checked faster by one thread, beside the evaluation. */
const fewModels = 4;

/** Beyond this the compiler is ended: nothing that people write takes so long, not even many models on a busy machine. */
const mostMilliseconds = (models: number): number => 60_000 + 100 * models;

/** A check that has begun. */
export interface UnderWay {
  readonly answer: Promise<TypeCheck>;
  /** Ends it without an answer of use. */
  stop(): void;
}

/**
 * Checks the types of models, in a process of its own that runs while the models are evaluated. The settings are the tool's, not the
 * project's, so that a model means the same everywhere, and `import … from 'stanchion'` leads to the running tool.
 *
 * @param paths absolute, one for each model
 */
export function startCheck(paths: readonly string[], cwd: string): UnderWay {
  const folder = mkdtempSync(join(tmpdir(), 'stanchion-types-'));
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify(settings(paths.map((path) => realpathSync(path)))));
  const stopper = new AbortController();
  const answer = run(project, { cwd, models: paths.length, signal: stopper.signal })
    .then((text) => readAnswer(text, cwd))
    .finally(() => rmSync(folder, { recursive: true, force: true }));
  return { answer, stop: () => stopper.abort() };
}

function settings(files: readonly string[]): object {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'esnext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    isolatedModules: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    allowJs: true,
    skipLibCheck: true,
    types: [],
    paths: { stanchion: [declarations] },
  };
  return { compilerOptions, files };
}

interface Answer {
  readonly output: string;
  readonly failed?: string;
}

interface RunOptions {
  readonly cwd: string;
  readonly models: number;
  readonly signal: AbortSignal;
}

function run(project: string, { cwd, models, signal }: RunOptions): Promise<Answer> {
  const { program, first, env } = findCompiler();
  const options = [
    ...first,
    '-p',
    project,
    '--pretty',
    'false',
    '--listFiles',
    ...(models <= fewModels ? ['--singleThreaded'] : []),
  ];
  return new Promise((settle) => {
    const child = spawn(program, options, {
      cwd,
      signal,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: mostMilliseconds(models),
      // Asked to end, it goes on with what it is at, if need be for ever.
      killSignal: 'SIGKILL',
      ...(env ? { env } : {}),
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.once('error', ({ message }) => settle({ output: '', failed: message }));
    child.once('close', (code, ended) => {
      const text = Buffer.concat(output).toString('utf8');
      // A compiler that breaks down says so with the code that also stands for errors found, but tells none.
      const isAnswer = code === 0 || (code !== null && code <= 2 && text.includes(': error TS'));
      settle(isAnswer ? { output: text } : { output: '', failed: ended ?? `exit code ${code}` });
    });
  });
}

function readAnswer({ output, failed }: Answer, cwd: string): TypeCheck {
  if (failed !== undefined) {
    const message = `The types could not be checked: the TypeScript compiler ended with ${failed}.`;
    return { problems: [{ message, hint: 'Is the package typescript installed in full?' }], files: [] };
  }
  const { problems, files } = parseDiagnostics(output);
  const own = realpathSync(ownTypes);
  return {
    problems: problems
      .filter(({ file }) => file === undefined || !isWithin(resolve(cwd, file), own))
      .map((problem) => withoutPaths(problem, cwd)),
    files: files.filter((file) => !isWithin(file, own) && !isLanguages(file) && !isWithin(file, ownTypes)),
  };
}

/** The language's own declarations lie beside the compiler; where the wrapper looks for it, only their names tell them. */
function isLanguages(file: string): boolean {
  const { program } = findCompiler();
  return isAbsolute(program) ? isWithin(file, dirname(program)) : /^lib\.(?:[\w.]+\.)?d\.ts$/.test(basename(file));
}

/** Messages name files by their paths on this machine; people know them from the folder they are in. */
function withoutPaths(problem: Problem, cwd: string): Problem {
  const plain = (text: string): string => text.replaceAll(`${ownTypes}/`, 'stanchion/').replaceAll(`${cwd}/`, '');
  return {
    ...problem,
    ...(problem.file === undefined ? {} : { file: displayPath(resolve(cwd, problem.file), cwd) }),
    message: plain(problem.message),
    ...(problem.hint === undefined ? {} : { hint: plain(problem.hint) }),
  };
}
