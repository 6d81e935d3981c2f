import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Base } from '../../../src/cli/git/base.js';
import { type BaseOptions, openBase } from '../../../src/cli/git/open-base.js';
import { isMisuse } from '../../../src/cli/misuse.js';
import { fakeSurroundings } from '../fake-surroundings.js';

export const environment = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

type Files = Readonly<Record<string, string | undefined>>;

/** A real repository in a folder of its own, taken away when the tests of the file are done. */
export interface TestRepository {
  readonly path: string;
  git(...args: string[]): string;
  gitWith(input: string, ...args: string[]): string;
  /** Undefined: takes it away. */
  write(files: Files): void;
  /** Returns the commit's id. */
  commit(files: Files, message?: string): string;
  open(base: string, options?: BaseOptions & { readonly cwd?: string; readonly env?: Record<string, string> }): Base;
}

const folders: string[] = [];
const bases: Base[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'stanchion-git-'));
  folders.push(folder);
  return folder;
}

export function createRepository(args: readonly string[] = ['init', '-q', '-b', 'main', '.']): TestRepository {
  const path = temporaryFolder();
  const repository = repositoryAt(path);
  repository.git(...args);
  return repository;
}

export function repositoryAt(path: string): TestRepository {
  const gitWith = (input: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'protocol.file.allow=always', ...args], {
      cwd: path,
      env: environment,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    }).trim();
  const git = (...args: string[]): string => gitWith('', ...args);
  const write = (files: Files): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      if (content === undefined) rmSync(join(path, name), { recursive: true });
      else writeFileSync(join(path, name), content);
    }
  };
  return {
    path,
    git,
    gitWith,
    write,
    commit(files, message = 'change') {
      write(files);
      git('add', '--all');
      git('commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    open(base, { cwd = path, env = environment, ...options } = {}) {
      const opened = openBase(base, fakeSurroundings({ cwd, environment: env }), options);
      bases.push(opened);
      return opened;
    },
  };
}

/** All files below, with their content; links by a star. */
export function filesIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const files = found.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isSymbolicLink() ? '*' : readFileSync(path, 'utf8');
    return [path.slice(folder.length + 1), content] as const;
  });
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a user is told. */
export function misuseOf(act: () => unknown): { readonly message: string; readonly hint: string | undefined } {
  try {
    act();
  } catch (error) {
    if (isMisuse(error)) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

afterAll(() => {
  for (const base of bases) base.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
