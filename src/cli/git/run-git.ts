import { spawnSync } from 'node:child_process';
import { Misuse } from '../misuse.js';
import type { Surroundings } from '../surroundings.js';

export interface Answer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface Question {
  readonly input?: string;
  /** Of the answer; a little where left out. */
  readonly mostBytes?: number;
  readonly cwd?: string;
}

/** Asks git. @throws Misuse where it does not answer in time, or too much */
export type Git = (args: readonly string[], question?: Question) => Answer;

/** Whatever a repository's own settings say: nothing is run, nothing is fetched, no object stands for another. */
const first = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.quotePath=false',
    'core.warnAmbiguousRefs=true',
    'core.useReplaceRefs=false',
    'protocol.allow=never',
    // A checkout may carry the files of a bare repository, with settings of its own.
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

const little = 16 * 2 ** 20;

export function createGit(program: string, surroundings: Surroundings, cwd: string, wall: number): Git {
  const env = environmentOf(surroundings);
  return (args, question = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, [...first, ...args], {
      cwd: question.cwd ?? cwd,
      env,
      ...(question.input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input: question.input }),
      maxBuffer: question.mostBytes ?? little,
      timeout: wall,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    if (error) throw failed(error as NodeJS.ErrnoException, args[0] ?? '', wall);
    return { exitCode: status ?? 128, stdout, stderr: stderr.toString('utf8') };
  };
}

function failed({ code, message }: NodeJS.ErrnoException, command: string, wall: number): Misuse {
  if (code === 'ETIMEDOUT') return new Misuse(`'git ${command}' gave no answer within ${wall / 1000} seconds.`);
  if (code === 'ENOBUFS') return new Misuse(`'git ${command}' answers with more than is read.`);
  return new Misuse(`git cannot be run: ${code ?? message}.`);
}

/** What git itself is told by the process is dropped: hooks of git run with variables that lead to another repository or index. */
function environmentOf({ environment }: Surroundings): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    // Stronger than any setting of a single protocol.
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
    LANGUAGE: '',
  };
}
