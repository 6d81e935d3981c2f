import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { run } from '../../../src/cli/run.js';
import { type GateDocument, gateJsonSchema } from '../../../src/report/json/gate-schema.js';
import { readSvg } from '../../draw/svg/read-svg.js';
import { shareOf } from '../../support/share-of.js';
import { fakeSurroundings } from '../fake-surroundings.js';
import { createRepository, environment, type TestRepository } from '../git/repository.js';
import { type Case, cases, type Edit, file, shop } from './changes.js';

const tried = shareOf(cases);

const today = ['--today', '2026-11-21'];
const isGateDocument = new Ajv2020({ strict: false }).compile({ ...gateJsonSchema(), $schema: undefined });

let repository: TestRepository;
beforeAll(() => {
  repository = createRepository();
  repository.commit({ [file]: shop, '.gitignore': 'output\n.cache\n' }, 'base');
  repository.gitWith(branches(), 'fast-import', '--quiet');
});
afterEach(() => {
  // With files that git does not know; the next change is checked out with all of its own.
  for (const folder of ['models', 'output']) rmSync(join(repository.path, folder), { recursive: true, force: true });
});

async function gate(base: string, ...args: readonly string[]) {
  const { path } = repository;
  const surroundings = fakeSurroundings({
    cwd: path,
    environment: { ...environment, XDG_CACHE_HOME: join(path, '.cache') },
  });
  const exitCode = await run(['gate', '--base', base, ...args, ...today], surroundings);
  return { exitCode, ...surroundings.printed };
}

/** `new: rule`, `weakened: waiver` … of every model, in order. */
function sortsOf({ refused }: GateDocument): readonly string[] {
  return refused.flatMap((one) => [
    ...(one.became === 'deleted' ? ['deleted'] : []),
    ...one.new.map(({ rule }) => `new: ${rule}`),
    ...one.worsened.map(({ finding }) => `worse: ${finding.rule}`),
    ...one.broken.map(({ id }) => `broken: ${id}`),
    ...one.objectives.map(() => 'objective missed'),
    ...one.exposure.map(({ after }) => `opened: ${after?.element}`),
    ...one.singlePoints.map(({ root }) => `single point: ${root}`),
    ...one.weakened.map(({ sort }) => `weakened: ${sort}`),
  ]);
}

describe('a change on a branch', () => {
  test.each(tried.map((one, index) => [index + 1, one.name, one] as const))('%i: %s', async (index, _, one) => {
    const base = begin(index, one);
    // What a flag makes of a change that was drawn already needs no other picture.
    const isDrawn = one.flags === undefined;
    const outputs = [
      '--format',
      'json',
      '--format',
      'markdown=output/comment.md',
      ...(isDrawn ? ['--out', 'output'] : []),
    ];
    const { exitCode, stdout, stderr } = await gate(base, ...(one.flags ?? []), ...outputs);
    const document: unknown = JSON.parse(stdout);
    expect(isGateDocument(document)).toBe(true);
    const told = document as GateDocument;
    expect({ exitCode, passes: told.passes, refused: sortsOf(told) }).toEqual({
      exitCode: one.exitCode,
      passes: one.exitCode === 0,
      refused: one.refused,
    });
    expect(`${told.notes.join('\n')}\n${stderr}`).toMatch(one.told ?? /^/);
    const comment = readFileSync(join(repository.path, 'output/comment.md'), 'utf8');
    expect(comment.split('\n')[0]).toBe(`## Architecture gate: ${one.exitCode === 0 ? 'passed' : 'refused'}`);
    expect(comment).toContain(told.verdict.slice(0, 40));
    const isChanged = told.change.changed.length > 0;
    expect(isChanged && one.isQuiet === true).toBe(false);
    if (isDrawn) expectPicture(comment, told.change.changed);
    if (one.isQuiet) expect(repository.git('status', '--porcelain')).toBe('');
  });
});

test('models that are named by an absolute path are those of the base on the other side, not themselves', async () => {
  const { git, write, path } = repository;
  git('checkout', '-q', '-f', 'main');
  write({ [file]: shop.replace('encryptedAtRest: true', 'encryptedAtRest: false') });
  for (const input of [join(path, file), join(path, 'models')]) {
    expect((await gate('main', input)).exitCode).toBe(1);
  }
});

/** Checks the change out, and says what its base is. */
function begin(index: number, { base, edit, isDirty }: Case): string {
  const { git, write } = repository;
  git('checkout', '-q', '-f', isDirty ? 'main' : `change-${index}`);
  if (isDirty) write(edit(shop));
  return base ? `base-${index}` : 'main';
}

/** The base and the change of every case, each on a branch of its own, in one go: a process each would take most of the time. */
function branches(): string {
  return tried
    .flatMap(({ base, edit }, index) => [
      ...(base ? [commitOf(`base-${index + 1}`, 'main', base(shop))] : []),
      commitOf(`change-${index + 1}`, base ? `base-${index + 1}` : 'main', edit(shop)),
    ])
    .join('');
}

function commitOf(branch: string, from: string, files: ReturnType<Edit>): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const edits = Object.entries(files).map(([name, content]) =>
    content === undefined ? `D ${name}\n` : `M 100644 inline ${name}\n${data(content)}`,
  );
  const who = 'committer Ada <ada@example.org> 1767225600 +0000';
  return `commit refs/heads/${branch}\n${who}\n${data('change')}from refs/heads/${from}\n${edits.join('')}\n`;
}

/** It is there where something changed, and says what. */
function expectPicture(comment: string, [change]: GateDocument['change']['changed']): void {
  const picture = join(repository.path, 'output/three-zone-shop/change.svg');
  expect({ isDrawn: existsSync(picture), isShown: comment.includes('three-zone-shop/change.svg)') }).toEqual({
    isDrawn: change !== undefined,
    isShown: change !== undefined,
  });
  if (!change) return;
  const svg = readFileSync(picture, 'utf8');
  expect(readSvg(svg).name).toBe('svg');
  const { added, removed, changed } = change.elements;
  const marks = [
    ...(added.length > 0 ? ['added'] : []),
    ...(removed.length > 0 ? ['removed'] : []),
    ...(changed.some(({ moves }) => moves.length > 0) ? ['moved'] : []),
    ...(change.weakened.length > 0 ? ['weakened'] : []),
    ...change.findings.new.map(({ mark }) => mark),
  ];
  for (const mark of marks) expect(svg).toContain(`>${mark}</text>`);
}
