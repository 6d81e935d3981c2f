import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BareFolder, servedFolder } from '../cli/built-command.js';
import { shareOf } from '../support/share-of.js';
import { put } from './attacks.js';
import { attacksOnTheBase, base, finds, installed } from './trusted-base.js';

// Own rules and configurations run with the rights of the command: those of a hostile change never do, and nothing of what the base
// finds with its own is kept from being told.

let folder: BareFolder;
let outside: string;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'stanchion-outside-'));
  folder = servedFolder({ ...base, ...installed });
  git('init', '-q', '-b', 'main', '.');
  folder.stanchion(['audit', '--write-baseline', '--today', '2026-11-21']);
  git('add', '--all');
  git('commit', '-q', '-m', 'base');
  git('checkout', '-q', '-b', 'change');
  writeFileSync(join(folder.path, '.git/config.kept'), '');
  execFileSync('cp', ['config', 'config.kept'], { cwd: join(folder.path, '.git') });
});

afterEach(() => {
  execFileSync('cp', ['config.kept', 'config'], { cwd: join(folder.path, '.git') });
  for (const name of readdirSync(folder.path))
    if (!/^\.(git|home)$/.test(name)) rmSync(join(folder.path, name), { recursive: true, force: true });
  git('reset', '-q', '--hard', 'main');
  for (const [name, content] of Object.entries(installed)) put(folder.path, name, content);
});

afterAll(() => {
  folder.remove();
  rmSync(outside, { recursive: true, force: true });
});

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'core.autocrlf=false'];
  execFileSync('git', [...who, ...args], { cwd: folder.path, env: { PATH: process.env.PATH ?? '' }, stdio: 'pipe' });
}

test.each(shareOf(attacksOnTheBase).map((attack) => [attack.name, attack] as const))(
  '%s',
  (_, { head, exitCode, told }) => {
    head(folder.path, outside);
    const ended = folder.stanchion(['gate', '--base', 'main', '--today', '2026-11-21']);
    const all = `${ended.stdout}${ended.stderr}`.replace(/\s+/g, ' ');
    expect({ exitCode: ended.exitCode, all }).toEqual({ exitCode, all: expect.stringMatching(told) });
    const [refused = ''] = /REFUSED.*?NOTES|REFUSED.*/.exec(all) ?? [];
    if (exitCode === 1 && !/gone/.test(refused)) for (const rule of finds) expect(refused).toContain(rule);
    const everywhere = [folder.path, outside].flatMap((where) =>
      readdirSync(where, { recursive: true, encoding: 'utf8' }),
    );
    expect(everywhere.filter((name) => /(^|\/)ran$/.test(name))).toEqual([]);
  },
);
