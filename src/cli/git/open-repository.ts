import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../misuse.js';
import type { Surroundings } from '../surroundings.js';
import { enclosingCheckout, findGit } from './find-git.js';
import { quoted } from './notes.js';
import { createGit, type Git } from './run-git.js';

/** The repository round the working folder. */
export interface Repository {
  readonly git: Git;
  /** Absolute, links followed. */
  readonly top: string;
  /** The way from there to the working folder: empty, or names with `/` after each. */
  readonly prefix: string;
  /** Whether older commits were left out when it was cloned. */
  readonly isShallow: boolean;
  readonly platform: string;
}

/** Undefined where the working folder lies in no repository. @throws Misuse where it does and cannot be read */
export function openRepository(surroundings: Surroundings, wall: number): Repository | undefined {
  const program = findGit(surroundings);
  const cwd = realpathSync(surroundings.cwd);
  const checkout = enclosingCheckout(cwd);
  if (program === undefined) {
    if (checkout === undefined) return undefined;
    throw new Misuse(
      'There is no git on this machine, and what is asked for is a commit.',
      'Install git, or give the folder with the old state: ./FOLDER',
    );
  }
  const git = createGit(program, surroundings, cwd, wall);
  const { exitCode, stdout, stderr } = git([
    'rev-parse',
    '--is-bare-repository',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-prefix',
  ]);
  if (exitCode !== 0) return notOpened(stderr, checkout);
  const [isBare, isInside, isShallow, ...rest] = stdout.toString('utf8').split('\n');
  if (isInside !== 'true') throw isBare === 'true' ? bare() : outside();
  // A folder's name may hold a line break; the answer ends with one of its own.
  const prefix = rest.join('\n').replace(/\n$/, '');
  const top = resolve(
    cwd,
    ...prefix
      .split('/')
      .slice(1)
      .map(() => '..'),
  );
  return { git, top, prefix, isShallow: isShallow === 'true', platform: surroundings.platform };
}

function notOpened(stderr: string, checkout: string | undefined): undefined {
  if (/dubious ownership/.test(stderr)) {
    throw new Misuse(
      'git does not read this repository: it belongs to another user.',
      `If you trust it: git config --global --add safe.directory ${quoted(checkout ?? '.')}`,
    );
  }
  if (/safe\.bareRepository/.test(stderr)) throw bare();
  const isNone = /not a git repository/.test(stderr);
  if (isNone && checkout === undefined) return undefined;
  const reason = isNone ? "its '.git' leads to no repository" : firstLine(stderr);
  throw new Misuse(`The repository of the working folder cannot be read: ${reason}.`);
}

function bare(): Misuse {
  return new Misuse(
    'The working folder lies in a bare repository: there is no working tree to compare.',
    'Run it in a checkout: git clone, or git worktree add.',
  );
}

function outside(): Misuse {
  return new Misuse(
    "The working folder lies in a repository's '.git': there is no working tree to compare.",
    'Run it in the checkout.',
  );
}

/** What git said, for a sentence of ours. */
export function firstLine(stderr: string): string {
  const line = stderr.split('\n').find((text) => text.startsWith('fatal: ')) ?? stderr.split('\n')[0] ?? '';
  return quoted(line.replace(/^fatal: /, '')) || 'git gives no reason';
}
