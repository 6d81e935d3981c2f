import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import { createRepository, environment, type TestRepository, temporaryFolder } from '../cli/git/repository.js';
import { shareOf } from '../support/share-of.js';
import { attacks, bad, good, put, rule, secret, title, waived } from './attacks.js';

// A pull request is hostile: nothing runs, nothing outside is read or written, and no finding is kept from being told.

let repository: TestRepository;
let outside: string;

beforeAll(() => {
  repository = createRepository();
  repository.commit({ 'models/shop.ts': good, 'models/waived.ts': waived }, 'base');
  repository.git('checkout', '-q', '-b', 'change');
});

beforeEach(() => {
  outside = join(temporaryFolder(), 'outside');
  mkdirSync(outside);
  put(outside, 'secret.ts', `export const told = '${secret}';\n${good}`);
  put(outside, 'secret.json', JSON.stringify({ told: secret }));
});

afterEach(() => {
  const { git, path } = repository;
  for (const name of readdirSync(path)) if (name !== '.git') rmSync(join(path, name), { recursive: true, force: true });
  git('reset', '-q', '--hard', 'main');
});

async function gate(flags: readonly string[] = []) {
  const { path } = repository;
  const surroundings = fakeSurroundings({
    cwd: path,
    environment: { ...environment, SECRET: secret, XDG_CACHE_HOME: join(dirname(outside), 'cache') },
  });
  const args = [
    'gate',
    '--base',
    'main',
    '--today',
    '2026-11-21',
    '--format',
    'terminal',
    '--format',
    'markdown=out/comment.md',
  ];
  const exitCode = await run([...args, ...flags], surroundings);
  const comment = join(path, 'out/comment.md');
  const { stdout, stderr } = surroundings.printed;
  const all = `${stdout}${stderr}${existsSync(comment) ? readFileSync(comment, 'utf8') : ''}`;
  return { exitCode, all, flat: all.replace(/\s+/g, ' ') };
}

/** Every file below, but what git keeps. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.git/'));
}

test('without an attack the fault is told, and refused', async () => {
  put(repository.path, 'models/shop.ts', bad);
  const { exitCode, flat } = await gate();
  expect(exitCode).toBe(1);
  expect(flat).toContain(title);
  expect(flat).toContain(rule);
});

test.each(shareOf(attacks).map((attack) => [attack.name, attack] as const))(
  '%s',
  async (_, { head, flags, exitCode, told }) => {
    head(repository.path, outside);
    const ended = await gate(flags);
    expect({ exitCode: ended.exitCode, told: ended.flat }).toEqual({ exitCode, told: expect.stringMatching(told) });
    expect(ended.all).not.toContain(secret);
    expect(filesBelow(outside).sort()).toEqual(['secret.json', 'secret.ts']);
    expect(readFileSync(join(outside, 'secret.ts'), 'utf8')).toContain(secret);
    expect(Object.hasOwn(Object.prototype, 'accepted')).toBe(false);
    expect(filesBelow(repository.path).filter((name) => /(^|\/)ran(\/|$)/.test(name))).toEqual([]);
  },
);
