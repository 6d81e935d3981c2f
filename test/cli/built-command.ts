import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** How a command line is run: by a process of its own where nothing else is said. */
type Runner = (args: readonly string[], cwd: string, env: Record<string, string>) => Ended;

const spawned: Runner = (args, cwd, env) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8', env });
  return { exitCode: status, stdout, stderr };
};

/** The same folder, for tests that are not about the process: one process runs all of its commands, one after the other. */
export function servedFolder(files: Readonly<Record<string, string>> = {}): BareFolder {
  const server = startServer();
  const folder = bareFolder(files, server.run);
  return {
    ...folder,
    remove() {
      server.stop();
      folder.remove();
    },
  };
}

function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'stanchion-server-'));
  const [asked, answered] = [join(folder, 'asked'), join(folder, 'answered')];
  execFileSync('mkfifo', [asked, answered]);
  const server = spawn(
    process.execPath,
    [join(process.cwd(), 'test/cli/serve-command.mjs'), command, asked, answered],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH ?? '' },
    },
  );
  server.unref();
  const run: Runner = (args, cwd, env) => {
    writeFileSync(asked, JSON.stringify({ args, cwd, env }));
    return JSON.parse(readFileSync(answered, 'utf8')) as Ended;
  };
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { run, stop };
}

export function bareFolder(files: Readonly<Record<string, string>> = {}, run = spawned): BareFolder {
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
      return run(args, cwd, { ...plainEnvironment(path), ...env });
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** No colours, no CI and no home of whoever runs the tests. */
export function plainEnvironment(folder: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: join(folder, '.home'), XDG_CACHE_HOME: join(folder, '.home', 'cache') };
}
