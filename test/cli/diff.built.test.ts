import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type BareFolder, servedFolder } from './built-command.js';
import { after, before, hostile } from './changing-models.js';
import { empty, fragile, thrower } from './models.js';

const today = ['--today', '2026-11-21'];

let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder({
    'before.ts': before,
    'after.ts': after,
    'windows.ts': before.replaceAll('\n', '\r\n'),
    'old/shop.ts': before,
    'old/fragile.ts': fragile,
    'old/empty.ts': empty,
    'new/store.ts': after,
    'new/fragile.ts': fragile,
    'new/extra.ts': empty.replace("'Empty'", "'Extra'"),
    'broken/shop.ts': after,
    'broken/fragile.ts': thrower,
    'hostile/old.ts': hostile(1),
    'hostile/new.ts': hostile(2),
  });
});
afterAll(() => folder.remove());

const diff = (...args: string[]) => folder.stanchion(['diff', ...args, ...today]);
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('what is printed', () => {
  test('the verdict, then worse, weakened, better, changed', () => {
    const { exitCode, stdout, stderr } = diff('before.ts', 'after.ts');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^✗ \d+ things get worse \(new findings: .*\), 4 are weakened, 1 gets better\.\n/);
    expect(stdout).toMatch(/WORSE[\s\S]*WEAKENED[\s\S]*BETTER[\s\S]*CHANGED/);
    const text = flat(stdout);
    expect(text).toContain("load 'shop', as it is used: 120 %, more than it takes; before: 80 %.");
    expect(text).toContain('Not fixed: the model no longer says what data/encryption-at-rest has to know.');
    expect(text).toContain("The objective of 'buy' was 99.90 %: 99.50 % is asked now.");
    expect(text).toContain('no longer claims to tell everything about monitoring.');
    expect(text).toContain("moved Database 'mysql': moved from 'server' to 'store'; encryptedAtRest no → not stated.");
    expect(text).toContain('fixed On server, load balancer, application server and database run together.');
    expect(text).toContain(
      "The internet and 'shop' (HTTP 8080): reached by anyone; before: reached only through 'haproxy'.",
    );
  });

  test('folders: a renamed file is the same model, others are new or gone, and nothing is told of what is as before', () => {
    const { exitCode, stdout, stderr } = diff('old', 'new');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Shop +new\/store\.ts$/m);
    expect(stdout).toMatch(/^Extra +new\/extra\.ts$/m);
    expect(flat(stdout)).toContain('The model is new: 0 elements, 0 connections.');
    expect(stdout).toMatch(/^Empty +old\/empty\.ts$/m);
    expect(flat(stdout)).toContain('WEAKENED 1 point model The model is gone.');
    expect(stdout).not.toContain('Fragile');
    expect(stdout).toContain('1 model is as before.');
  });

  test.each([
    ['itself', 'before.ts', 'before.ts'],
    ['the same with line ends of Windows', 'before.ts', 'windows.ts'],
    ['the same under another file name', 'before.ts', 'old/shop.ts'],
  ])('nothing, of %s', (_, base, head) => {
    expect(diff(base, head)).toEqual({ exitCode: 0, stdout: '= Nothing changes in 1 model.\n', stderr: '' });
  });

  test('no colour in a pipe, some where it is forced, never in a file', () => {
    const start = '\u001b[';
    expect(diff('before.ts', 'after.ts').stdout).not.toContain(start);
    const args = ['diff', 'before.ts', 'after.ts', '--format', 'terminal', '--format', 'markdown=out/change.md'];
    expect(folder.stanchion([...args, ...today], { env: { FORCE_COLOR: '1' } }).stdout).toContain(start);
    expect(readFileSync(join(folder.path, 'out/change.md'), 'utf8')).not.toContain(start);
  });
});

describe('one side is broken', () => {
  test('the others are compared, what nobody can say is said, and it ends with 2', () => {
    const { exitCode, stdout, stderr } = diff('old', 'broken');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('broken/fragile.ts');
    expect(stderr).toContain('out of paper');
    expect(stdout).toMatch(/^Shop +broken\/shop\.ts$/m);
    expect(flat(stdout)).toContain(
      "Whether 'Fragile shop' is gone nobody can say, as not all of the head could be read.",
    );
    expect(flat(stdout)).not.toContain('The model is gone');
    const known = JSON.parse(diff('broken', 'old', '--json').stdout);
    expect(known.unpaired.head.map(({ name }: { name: string }) => name).sort()).toEqual(['Empty', 'Fragile shop']);
    expect(known.added).toEqual([]);
  });

  test('a file that is not there', () => {
    const { exitCode, stdout, stderr } = diff('befor.ts', 'after.ts');
    expect({ exitCode, stdout: flat(stdout) }).toEqual({
      exitCode: 2,
      stdout:
        "= There is nothing to compare. Whether 'Shop' is new nobody can say, as not all of the base could be read. ",
    });
    expect(stderr).toContain("There is no file or folder 'befor.ts'.");
    expect(stderr).toContain("Did you mean 'before.ts'?");
  });
});

describe('misuse ends with 2', () => {
  test.each([
    [
      [],
      "error: 'stanchion diff' has to know what was before, and nothing is named.\n  Write: stanchion diff origin/main, or: stanchion diff OLD NEW\n",
    ],
    [
      ['before.ts'],
      "error: 'stanchion diff' compares two files or folders, and only one is named.\n  Write: stanchion diff OLD NEW, or for what became of it since a commit: stanchion diff HEAD -- before.ts\n",
    ],
    [
      ['a', 'b', 'c'],
      "error: 'stanchion diff' compares two states, and 3 are named.\n  Which models are compared stands behind two dashes: stanchion diff REF REF -- FILES\n",
    ],
    [
      ['before.ts', 'after.ts', '--format', 'markdwn'],
      "error: 'markdwn' is no value of '--format'.\n  Did you mean 'markdown'?\n",
    ],
    [
      ['before.ts', 'after.ts', '--json', '--format', 'markdown'],
      'error: markdown and json would both go to standard output.\n  Send one of them to a file: --format json=FILE\n',
    ],
  ])('%j', (args, said) => {
    expect(diff(...args)).toEqual({ exitCode: 2, stdout: '', stderr: said });
  });
});

describe('JSON', () => {
  test.each([
    ['before.ts', 'after.ts'],
    ['after.ts', 'before.ts'],
    ['old', 'new'],
    ['old', 'broken'],
    ['hostile/old.ts', 'hostile/new.ts'],
    ['before.ts', 'old/fragile.ts'],
  ])('of %s and %s is what the schema says', (base, head) => {
    const schema = JSON.parse(folder.stanchion(['schema', 'diff']).stdout);
    const check = new Ajv2020({ strict: false }).compile(schema);
    expect(check(JSON.parse(diff(base, head, '--json').stdout)) || check.errors).toBe(true);
  });

  test('tells what became of the model', () => {
    const document = JSON.parse(diff('before.ts', 'after.ts', '--json').stdout);
    expect(document).toMatchObject({ format: 'stanchion-diff', version: 1, since: 'before.ts' });
    const [shop] = document.changed;
    expect(shop.elements.changed).toContainEqual(
      expect.objectContaining({
        before: 'server/mysql',
        after: 'store/mysql',
        moves: [{ path: 'parent', before: 'server', after: 'store' }],
      }),
    );
    expect(shop.weakened.map(({ sort }: { sort: string }) => sort)).toEqual([
      'finding',
      'finding',
      'objective',
      'complete',
    ]);
    expect(shop.load).toContainEqual(expect.objectContaining({ situation: 'now', became: 'above' }));
    expect(shop.availability).toMatchObject([{ verdict: 'worse' }]);
  });
});

describe('Markdown', () => {
  test('several formats at once, the picture beside the text', () => {
    const formats = ['--format', 'terminal', '--format', 'markdown=out/change.md', '--format', 'json=out/change.json'];
    const { exitCode, stdout } = diff('before.ts', 'after.ts', ...formats, '--picture');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\nDrawn: output\/shop\/change\.svg\n$/);
    const text = readFileSync(join(folder.path, 'out/change.md'), 'utf8');
    expect(text).toMatch(/^## What changes in the architecture\n\n\*\*\d+ things get worse/);
    expect(text).toContain('### Shop\n\n![What changes in Shop](../output/shop/change.svg)\n\n#### Worse\n');
    expect(text).toContain('- **moved** Database');
    expect(JSON.parse(readFileSync(join(folder.path, 'out/change.json'), 'utf8')).format).toBe('stanchion-diff');
  });

  test('a hostile name is text in each format, and no path', () => {
    const { exitCode, stdout } = diff('hostile/old.ts', 'hostile/new.ts', '--format', 'markdown', '--out', 'pictures');
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/(?<!\\)<script>/);
    expect(stdout).not.toMatch(/(?<!\\)\]\(https:/);
    for (const text of [stdout, diff('hostile/old.ts', 'hostile/new.ts').stdout])
      for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
    const drawn = readdirSync(join(folder.path, 'pictures'), { recursive: true, encoding: 'utf8' });
    expect(drawn.filter((file) => file.endsWith('.svg'))).toHaveLength(1);
  });
});

test('pictures of each model that changed; JSON stays JSON', () => {
  const { stdout, stderr } = diff('old', 'new', '--json', '--out', 'drawn');
  expect(JSON.parse(stdout).changed).toHaveLength(1);
  expect(stderr).toBe('drawn/shop/change.svg\n');
  expect(readFileSync(join(folder.path, 'drawn/shop/change.svg'), 'utf8')).toContain('changes since old');
});

test('a baseline has no part in it', () => {
  const lone = servedFolder({ 'before.ts': before, 'after.ts': after });
  try {
    const told = () => lone.stanchion(['diff', 'before.ts', 'after.ts', ...today]).stdout;
    const plain = told();
    expect(lone.stanchion(['audit', 'after.ts', '--write-baseline', ...today]).exitCode).toBe(0);
    expect(told()).toBe(plain);
  } finally {
    lone.remove();
  }
});

test('the same bytes again, and in another time zone and language', () => {
  const elsewhere = { env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } };
  const produce = (options: { readonly env?: Record<string, string> }) =>
    [['--json'], [], ['--format', 'markdown', '--out', 'same']].map((more) => {
      const ended = folder.stanchion(['diff', 'old', 'new', ...more, ...today], options);
      const picture = join(folder.path, 'same/shop/change.svg');
      return [ended, existsSync(picture) ? readFileSync(picture, 'utf8') : ''];
    });
  produce({});
  expect(produce(elsewhere)).toEqual(produce({}));
});
