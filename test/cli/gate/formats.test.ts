import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import { validateXML } from 'xmllint-wasm';
import { run } from '../../../src/cli/run.js';
import type { Stream, Surroundings } from '../../../src/cli/surroundings.js';
import type { Result } from '../../../src/report/sarif/sarif-log.js';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { readCommands } from '../../report/formats/read-commands.js';
import { readXml } from '../../report/formats/read-xml.js';
import { before } from '../changing-models.js';
import { fakeSurroundings } from '../fake-surroundings.js';
import {
  createRepository,
  environment,
  repositoryAt,
  type TestRepository,
  temporaryFolder,
} from '../git/repository.js';

// One change in every format: something is new, something fixed, something stays on other lines, and something is accepted by the
// change itself, in one model of two.

const shop = before
  .replace('encryptedAtRest: false', 'encryptedAtRest: true')
  .replace("expires: '2027-06-30'", "expires: '2026-11-25'");
const changed = `// Moves all lines.\n\n${before}`.replace(
  'export default',
  "site.accepts({ rule: 'availability/spof-node', because: 'For now' });\nexport default",
);
const base = { 'models/shop.ts': shop, 'models/other.ts': shop.replace("'Shop'", "'Other'"), '.gitignore': 'out\n' };
const head = { 'models/shop.ts': changed };
const today = ['--today', '2026-11-21'];
const schemas = process.env.STANCHION_SCHEMAS ?? '';

let repository: TestRepository;
let cache: string;
beforeAll(() => {
  cache = temporaryFolder();
  repository = createRepository();
  repository.commit(base, 'base');
  repository.write(head);
});
afterEach(() => rmSync(join(repository.path, 'out'), { recursive: true, force: true }));

async function stanchion(args: readonly string[], given: Partial<Surroundings> = {}) {
  const surroundings = fakeSurroundings({ cwd: repository.path, ...given });
  const settings = { ...environment, XDG_CACHE_HOME: cache, ...given.environment };
  const exitCode = await run([...args, ...today], { ...surroundings, environment: settings });
  return { exitCode, ...surroundings.printed };
}

const gate = (args: readonly string[] = [], given?: Partial<Surroundings>) =>
  stanchion(['gate', '--base', 'main', ...args], given);
const out = (file: string) => readFileSync(join(repository.path, 'out', file), 'utf8');

async function resultsOf(...flags: string[]): Promise<readonly Result[]> {
  await gate([...flags, '--format', 'sarif=out/gate.sarif']);
  return JSON.parse(out('gate.sarif')).runs[0].results;
}

test('all formats in one run, each for whom it is', async () => {
  const files = ['json', 'markdown', 'sarif', 'junit', 'github', 'gitlab'];
  const asked = files.flatMap((format) => ['--format', `${format}=out/${format}`]);
  const { exitCode, stdout, stderr } = await gate(['--format', 'terminal', ...asked]);
  const sentence = 'The gate refuses this change: 1 new finding (1 high) and 1 waiver added.';
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toMatch(/^✗ The gate refuses this change: 1 new finding/);
  expect(JSON.parse(out('json'))).toMatchObject({ format: 'stanchion-gate', passes: false, verdict: sentence });
  expect(out('markdown')).toContain(`## Architecture gate: refused\n\n**${sentence}**\n`);
  expect(readCommands(out('github'))[0]).toMatchObject({ name: 'error', message: sentence });
  // What stays is told by no annotation, and that the change accepts it is.
  const told = readCommands(out('github')).slice(1);
  expect(told.map(({ properties }) => properties.title)).toEqual(['Refused in Shop', 'H3 data/encryption-at-rest']);
  expect(told[0]?.message).toContain('What availability/spof-node finds in the whole model is accepted now');
  const failures = readXml(out('junit')).elements.filter(({ name }) => name === 'failure');
  expect(failures.map(({ attributes }) => attributes.message).join()).toContain(
    'Data of class personal lie unencrypted',
  );
  const gitlab: readonly { check_name: string; location: { path: string } }[] = JSON.parse(out('gitlab'));
  expect(gitlab.filter(({ check_name: rule }) => rule === 'data/encryption-at-rest')).toHaveLength(1);
  expect(new Set(gitlab.map(({ location }) => location.path))).toEqual(new Set(['models/other.ts', 'models/shop.ts']));
});

(existsSync(join(schemas, 'junit.xsd')) ? test : test.skip)(
  'what it writes is valid by the official schemas',
  async () => {
    await gate(['--format', 'sarif=out/sarif', '--format', 'junit=out/junit']);
    const read = (file: string) => readFileSync(join(schemas, file), 'utf8');
    const { id: _, $schema: __, ...schema } = JSON.parse(read('sarif-schema-2.1.0.json'));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    validate(JSON.parse(out('sarif')));
    expect(validate.errors ?? []).toEqual([]);
    for (const file of ['junit.xsd', 'junit-10-jenkins.xsd']) {
      const xml = [{ fileName: 'gate.xml', contents: out('junit') }];
      expect((await validateXML({ xml, schema: [read(file)] })).errors).toEqual([]);
    }
  },
);

describe('code scanning', () => {
  const stateOf = (results: readonly Result[], rule: string, file = 'models/shop.ts') =>
    results
      .filter(
        ({ ruleId, locations }) => ruleId === rule && locations[0]?.physicalLocation?.artifactLocation.uri === file,
      )
      .map(({ baselineState, suppressions }) => [baselineState, suppressions?.length ?? 0]);

  test('knows what is new, gone and as it was', async () => {
    const results = await resultsOf();
    expect(stateOf(results, 'data/encryption-at-rest')).toEqual([['new', 0]]);
    expect(stateOf(results, 'transport/cert-expiry')).toEqual([['absent', 0]]);
    expect(stateOf(results, 'deployment/colocated-roles')).toEqual([['unchanged', 0]]);
    expect(stateOf(results, 'transport/cert-expiry', 'models/other.ts')).toEqual([['unchanged', 0]]);
  });

  test('keeps open what only a waiver of the change itself accepts, unless such waivers are allowed', async () => {
    expect(stateOf(await resultsOf(), 'availability/spof-node')).toEqual([['unchanged', 0]]);
    expect(stateOf(await resultsOf('--allow-waivers'), 'availability/spof-node')).toEqual([['unchanged', 1]]);
  });

  test('knows a finding again on another line', async () => {
    await stanchion(['audit', '--format', 'sarif=out/now.sarif']);
    const now: readonly Result[] = JSON.parse(out('now.sarif')).runs[0].results;
    const old = repositoryAt(temporaryFolder());
    old.write(base);
    await stanchion(['audit', '--format', 'sarif=before.sarif'], { cwd: old.path });
    const was: readonly Result[] = JSON.parse(readFileSync(join(old.path, 'before.sarif'), 'utf8')).runs[0].results;
    const printOf = (results: readonly Result[], rule: string) => {
      const found = results.filter(
        ({ ruleId, locations }) => ruleId === rule && JSON.stringify(locations).includes('shop.ts'),
      );
      return found.map(({ partialFingerprints, locations }) => ({
        prints: partialFingerprints,
        line: locations[0]?.physicalLocation?.region?.startLine,
      }))[0];
    };
    const [first, then] = [printOf(was, 'deployment/colocated-roles'), printOf(now, 'deployment/colocated-roles')];
    expect(then?.prints).toEqual(first?.prints);
    expect(then?.line).toBe((first?.line ?? 0) + 2);
  });
});

describe('a folder as base', () => {
  const verdictOf = async (named: string, cwd: string) => {
    const { exitCode, stdout, stderr } = await stanchion(['gate', '--base', named, '--json'], { cwd });
    const { verdict, change } = JSON.parse(stdout);
    return { exitCode, stderr, verdict, changed: change.changed.length };
  };
  const refused = {
    exitCode: 1,
    stderr: '',
    verdict: 'The gate refuses this change: 1 new finding (1 high) and 1 waiver added.',
    changed: 1,
  };

  test('without git', async () => {
    const [old, now] = [repositoryAt(temporaryFolder()), repositoryAt(temporaryFolder())];
    old.write(base);
    now.write({ ...base, ...head });
    expect(await verdictOf(old.path, now.path)).toEqual(refused);
    now.write(base);
    expect(await verdictOf(old.path, now.path)).toMatchObject({ exitCode: 0, changed: 0 });
  });

  test('inside of a repository, where it is called like no branch', async () => {
    const inside = join(repository.path, 'out/old');
    repositoryAt(repository.path).write(
      Object.fromEntries(Object.entries(base).map(([name, text]) => [`out/old/${name}`, text])),
    );
    expect(await verdictOf('./out/old', repository.path)).toEqual(refused);
    cpSync(join(repository.path, 'models'), join(inside, 'models'), { recursive: true });
    expect(await verdictOf('./out/old', repository.path)).toMatchObject({ exitCode: 0, changed: 0 });
  });
});

describe('what people read', () => {
  function terminal(columns: number) {
    const text: string[] = [];
    const stdout: Stream = { isTerminal: true, columns, write: (part) => void text.push(part) };
    return { stdout, read: () => text.join('') };
  }

  test.each([40, 80, 200])('fits into %i columns, in colour', async (columns) => {
    const { stdout, read } = terminal(columns);
    const { exitCode } = await gate([], { stdout });
    expect(exitCode).toBe(1);
    expect(read()).toContain('\u001b[');
    const lines = stripVTControlCharacters(read()).trimEnd().split('\n');
    expect(lines.filter((line) => cellsOf(line) > columns)).toEqual([]);
    expect(lines.some((line) => cellsOf(line) > Math.min(columns, 110) - 15)).toBe(true);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('Data of class personal lie unencrypted in mysql.');
  });

  test('has no colour where it is piped or NO_COLOR says so', async () => {
    const piped = (await gate()).stdout;
    expect(piped).not.toContain('\u001b');
    const { stdout, read } = terminal(100);
    await gate([], { stdout, environment: { NO_COLOR: '1' } });
    expect(read()).toBe(piped);
    const forced = await gate([], { environment: { FORCE_COLOR: '1' } });
    expect(stripVTControlCharacters(forced.stdout)).toBe(piped);
    expect(forced.stdout).toContain('\u001b');
  });

  test('has no colour in a file, whatever the terminal', async () => {
    await gate(['--format', 'terminal=out/gate.txt'], { environment: { FORCE_COLOR: '1' } });
    expect(out('gate.txt')).not.toContain('\u001b');
  });

  test('is a comment that a code host takes, of a change with thousands of findings', async () => {
    const many = `import { architecture, http } from 'stanchion';

const site = architecture('Many');
const visitor = site.user('visitor');
for (let number = 1; number <= 1500; number += 1)
  visitor.visits(site.server('@all #1 ' + 'x'.repeat(60) + number).webServer('nginx' + number, { listens: http() }));

export default site;
`;
    repository.write({ 'out/models/many.ts': many });
    const { exitCode, stdout } = await gate(['out/models', '--format', 'markdown']);
    expect(exitCode).toBe(1);
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout).toMatch(/^## Architecture gate: refused\n\n\*\*The gate refuses this change: \d+ new finding/);
    expect(stdout).not.toMatch(/@all|#1/);
  });
});
