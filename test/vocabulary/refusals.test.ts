import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { factsOfEveryKind } from '../support/facts-of-every-kind.js';

const folder = resolve('test/vocabulary/refusals');
const refused = readdirSync(folder);
const accepted = ['sample.ts', 'custom-rules.ts', 'every-kind.ts', 'parts.ts'].map((name) =>
  resolve('test/vocabulary', name),
);

interface Refusal {
  readonly code: string;
  /** With the lines of the explanation, indented as the compiler prints them. */
  readonly message: string;
}

/** The compiler's errors by file name, from one run over all snippets. */
function compile(): Map<string, Refusal[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'refusals-'));
  const facts = join(temporary, 'facts.mts');
  const config = join(temporary, 'tsconfig.json');
  writeFileSync(facts, factsOfEveryKind());
  writeFileSync(
    config,
    JSON.stringify({
      extends: resolve('tsconfig.json'),
      compilerOptions: {
        rootDir: '/',
        noEmit: true,
        declaration: false,
        emitDeclarationOnly: false,
        types: [],
        paths: { stanchion: [resolve('src/index.ts')] },
      },
      include: [],
      files: [...refused.map((name) => join(folder, name)), ...accepted, facts],
    }),
  );
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', config, '--pretty', 'false'], { encoding: 'utf8' });
  rmSync(temporary, { recursive: true });
  return byFile(stdout);
}

function byFile(output: string): Map<string, Refusal[]> {
  const found = new Map<string, Refusal[]>();
  for (const block of output.split(/\n(?=\S)/)) {
    const [, file, code, message] = /^(.+)\(\d+,\d+\): error (TS\d+): ([\s\S]*)$/.exec(block) ?? [];
    if (file === undefined || code === undefined || message === undefined) continue;
    const name = basename(file);
    found.set(name, [...(found.get(name) ?? []), { code, message }]);
  }
  return found;
}

const errors = compile();

test.each(refused)('%s is refused as it says', (name) => {
  const expected = [...readFileSync(join(folder, name), 'utf8').matchAll(/^\/\/ (TS\d+): (.+)$/gm)];
  const found = errors.get(name) ?? [];
  expect(found.map(({ code }) => code)).toEqual(expected.map(([, code]) => code));
  for (const [index, [, , text]] of expected.entries()) expect(found[index]?.message).toContain(text);
});

test.each(accepted.map((path) => basename(path)))('%s compiles', (name) => {
  expect(errors.get(name) ?? []).toEqual([]);
});

test('every kind takes the facts that its elements can carry in the graph, and no others', () => {
  expect(errors.get('facts.mts') ?? []).toEqual([]);
});

test('nothing else was found fault with', () => {
  const known = new Set([...refused, ...accepted.map((path) => basename(path)), 'facts.mts']);
  expect([...errors.keys()].filter((name) => !known.has(name))).toEqual([]);
});
