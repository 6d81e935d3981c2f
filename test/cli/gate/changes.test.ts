import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { run } from '../../../src/cli/run.js';
import { type GateDocument, gateJsonSchema } from '../../../src/report/json/gate-schema.js';
import { readSvg } from '../../draw/svg/read-svg.js';
import { fakeSurroundings } from '../fake-surroundings.js';
import { createRepository, environment, type TestRepository } from '../git/repository.js';
import { cases, file, shop } from './changes.js';

const today = ['--today', '2026-11-21'];
const isGateDocument = new Ajv2020({ strict: false }).compile({ ...gateJsonSchema(), $schema: undefined });

let repository: TestRepository;
beforeAll(() => {
  repository = createRepository();
  repository.commit({ [file]: shop, '.gitignore': 'output\n.cache\n' }, 'base');
});
afterEach(() => {
  const { git, path } = repository;
  git('checkout', '-q', '-f', 'main');
  git('clean', '-q', '-f', '-d');
  rmSync(join(path, 'output'), { recursive: true, force: true });
});

async function gate(...args: readonly string[]) {
  const { path } = repository;
  const surroundings = fakeSurroundings({
    cwd: path,
    environment: { ...environment, XDG_CACHE_HOME: join(path, '.cache') },
  });
  const exitCode = await run(['gate', '--base', 'main', ...args, ...today], surroundings);
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
  test.each(cases.map((one, index) => [index + 1, one.name, one] as const))('%i: %s', async (index, _, one) => {
    repository.git('checkout', '-q', '-B', `change-${index}`);
    repository.commit(one.edit(shop));
    const outputs = ['--format', 'json', '--format', 'markdown=output/comment.md', '--out', 'output'];
    const { exitCode, stdout, stderr } = await gate(...(one.flags ?? []), ...outputs);
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
    const picture = join(repository.path, 'output/three-zone-shop/change.svg');
    const isChanged = told.change.changed.length > 0;
    expect({ isDrawn: existsSync(picture), isShown: comment.includes('three-zone-shop/change.svg)') }).toEqual({
      isDrawn: isChanged,
      isShown: isChanged,
    });
    expect(isChanged && one.isQuiet === true).toBe(false);
    if (isChanged) expect(readSvg(readFileSync(picture, 'utf8')).name).toBe('svg');
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});
