import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A bare folder outside the checkout, with a cache of its own: what a user's machine looks like. */
export interface BareFolder {
  readonly path: string;
  write(file: string, content: string): void;
  /** Runs the built command there. */
  stanchion(args: readonly string[], options?: { readonly env?: Record<string, string>; readonly cwd?: string }): Ended;
  remove(): void;
}

export const command = join(process.cwd(), 'dist', 'cli.js');

export function bareFolder(files: Readonly<Record<string, string>> = {}): BareFolder {
  const path = mkdtempSync(join(tmpdir(), 'stanchion-'));
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  return {
    path,
    write,
    stanchion(args, { env = {}, cwd = path } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd,
        encoding: 'utf8',
        env: { ...plainEnvironment(path), ...env },
      });
      return { exitCode: status, stdout, stderr };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** No colours, no CI and no home of whoever runs the tests. */
export function plainEnvironment(folder: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: join(folder, '.home'), XDG_CACHE_HOME: join(folder, '.home', 'cache') };
}
