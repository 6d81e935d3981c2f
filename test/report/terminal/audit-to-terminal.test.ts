import fc from 'fast-check';
import { architecture, each, http, https } from 'stanchion';
import { auditToTerminal } from '../../../src/report/terminal/audit-to-terminal.js';
import { cellsOf, wrapCells } from '../../../src/report/terminal/cells.js';
import { problemsToTerminal } from '../../../src/report/terminal/problems-to-terminal.js';
import { visible } from '../../../src/report/terminal/visible.js';
import { testRules } from '../cases/rules.js';
import webShop from '../cases/web-shop.js';
import { auditOf, hostileName } from '../support.js';

const plain = { colour: false, width: 80, sourceLines: () => undefined };

function shop() {
  const site = architecture('shop', { complete: ['firewalls', 'monitoring'] });
  const lb = site.loadBalancer('lb', { listens: https(site.certificate('shop')) });
  const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
  site.user('visitor').visits(lb);
  lb.balances(webs);
  each(webs).forwards(site.appServer('app'));
  return site;
}

/** What no terminal may be sent. */
const controls = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]/u;

/** `\u001b[31m` and its like. */
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

describe('auditToTerminal', () => {
  test('says everything without colour that it says with it', async () => {
    const audited = auditOf(shop());
    const withColour = await auditToTerminal([audited], { ...plain, colour: true });
    expect(withColour).toMatch(escapes);
    expect(withColour.replace(escapes, '')).toBe(await auditToTerminal([audited], plain));
  });

  test('says of a model without anything that there is nothing to judge, and of no share', async () => {
    const empty = auditOf(architecture('empty'));
    const text = await auditToTerminal([empty], plain);
    expect(text).toContain('There is nothing to judge.\n');
    expect(text.endsWith('\nThere is nothing to judge in 1 model.\n')).toBe(true);
    expect(text).not.toMatch(/Nothing found|%/);
    const beside = await auditToTerminal([empty, auditOf(shop())], plain);
    expect(beside).toContain('There is nothing to judge.\n');
    expect(beside).not.toContain('nothing to judge in');
    expect(beside.match(/ % of\s+what\s+they\s+ask/g)).toHaveLength(1);
  });

  test('tells each finding with its rule, its handle, what it means and what to do', async () => {
    const audited = auditOf(shop());
    const text = (await auditToTerminal([audited], plain)).replace(/\s+/g, ' ');
    expect(audited.findings.length).toBeGreaterThan(3);
    for (const { rule, handle, message, impact, remedy } of audited.findings) {
      for (const part of [rule, handle, message, impact, remedy]) expect(text).toContain(part);
    }
  });

  test.each([40, 60, 80, 110])('keeps within %i columns', async (width) => {
    const lines = (await auditToTerminal([auditOf(shop())], { ...plain, width })).split('\n');
    const long = lines.filter((line) => cellsOf(line) > width && line.includes(' ') && !line.includes('test/report'));
    expect(long.filter((line) => line.trim().split(' ').length > 3)).toEqual([]);
  });

  test('says where a fact is missing', async () => {
    const fact = { fact: 'x', wanted: 'Say it.', rules: ['test/x'], elements: [], flows: [] };
    const missing = [fact, { ...fact, wanted: 'Say that.', elements: ['lb'] }];
    const text = await auditToTerminal([{ ...auditOf(shop()), missing }], plain);
    expect(text).toContain('Say it. (1 rule waits, for the model as a whole)');
    expect(text).toContain('Say that. (1 rule waits, at 1 place)');
  });

  test('frames the line of the author, tabs and all', async () => {
    const audited = auditOf(shop());
    const [finding] = audited.findings;
    if (finding === undefined) throw new Error('nothing was found');
    const at = { file: 'shop.ts', line: 2, column: 2 };
    const text = await auditToTerminal([{ ...audited, findings: [{ ...finding, at }] }], {
      ...plain,
      sourceLines: () => ['const a = 1;', '\tconst b = 2;'],
    });
    expect(text).toContain('  1 │ const a = 1;');
    expect(text).toContain('> 2 │   const b = 2;');
    expect(text).toMatch(/ {3} │ {3}\^/);
  });

  test('lets no name move the cursor or turn the writing', async () => {
    const site = architecture(hostileName.replace('\u001b', '').replaceAll('/', ''));
    site.user('visitor').visits(site.webServer(hostileName.replace('\u001b', '').replaceAll('/', '')));
    const text = await auditToTerminal([auditOf(site)], plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('leaves no line wider than the terminal, whatever things are called', async () => {
    const audited = auditOf(shop());
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(name, fc.integer({ min: 40, max: 120 }), async (text, width) => {
        const findings = audited.findings.slice(0, 2).map((finding) => ({ ...finding, message: text, at: undefined }));
        const told = { ...audited, model: { ...audited.model, name: text }, findings, missing: [] };
        const lines = (await auditToTerminal([told], { ...plain, width })).split('\n');
        expect(lines.filter((line) => cellsOf(line) > width)).toEqual([]);
        expect(lines.filter((line) => controls.test(line))).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('cuts a model name of 10,000 characters', async () => {
    const audited = auditOf(shop());
    const [title] = (
      await auditToTerminal([{ ...audited, model: { ...audited.model, name: '長'.repeat(10_000) } }], plain)
    ).split('\n');
    expect(cellsOf(title ?? '')).toBeLessThanOrEqual(80);
    expect(title).toContain('…');
  });

  test.each([
    ['const 日本 = lb();', 12, 13],
    ['\tlb', 2, 2],
    ['lb();\r', 1, 0],
    ['\u001b[31m lb', 7, 11],
  ])('puts the caret below column %#: %j', async (line, column, cells) => {
    const problem = { file: 'shop.ts', line: 1, column, message: 'x' };
    const text = await problemsToTerminal([problem], { ...plain, sourceLines: () => [line] });
    const [source = '', caret = ''] = text.split('\n').slice(2);
    expect(caret).toBe(`${' '.repeat(6)}│ ${' '.repeat(cells)}^`);
    expect(source).not.toMatch(controls);
    expect(source).not.toContain('\\u000d');
  });

  test('marks accepted findings as the pictures do', async () => {
    const text = await auditToTerminal([auditOf(webShop, testRules)], plain);
    expect(text).toContain('M4  haproxy stands alone.');
  });

  test('has one empty line at most between its parts', async () => {
    expect(await auditToTerminal([auditOf(webShop, testRules), auditOf(shop())], plain)).not.toContain('\n\n\n');
  });

  test('says so when nothing was found, and counts what was accepted', async () => {
    const audited = auditOf(shop());
    const nothing = { ...audited, findings: [], accepted: [] };
    expect(await auditToTerminal([nothing], plain)).toContain('✓ Nothing found in 1 model.');
    const waiver = { rule: 'x', because: 'we live with it', until: '2027-01-01' as const, by: 'Ada' };
    const accepted = audited.findings.slice(0, 1).map((finding) => ({ ...finding, accepted: waiver }));
    const text = await auditToTerminal([{ ...nothing, accepted }], plain);
    expect(text).toContain('we live with it (until 2027-01-01, by Ada)');
    expect(text).toContain('1 accepted');
  });

  test('tells a thousand findings', async () => {
    const audited = auditOf(shop());
    const [finding] = audited.findings;
    if (finding === undefined) throw new Error('nothing was found');
    const many = Array.from({ length: 1000 }, () => ({ ...finding }));
    expect(await auditToTerminal([{ ...audited, findings: many }], plain)).toContain('1000 findings in 1 model');
  });

  test('takes no models', async () => {
    expect(await auditToTerminal([], plain)).toBe('✓ Nothing found in 0 models.\n');
  });
});

describe('problemsToTerminal', () => {
  test('shows the place, the line and what to do', async () => {
    const text = await problemsToTerminal(
      [
        {
          file: 'shop.ts',
          line: 1,
          column: 7,
          message: "There is no listener 'secur'.",
          hint: "Did you mean 'secure'?",
        },
      ],
      { ...plain, sourceLines: () => ['const x = web.at.secur;'] },
    );
    expect(text).toBe(
      [
        'shop.ts:1:7',
        "error: There is no listener 'secur'.",
        '  > 1 │ const x = web.at.secur;',
        '      │       ^',
        "  Did you mean 'secure'?",
        '',
      ].join('\n'),
    );
  });
});

describe('cells', () => {
  test.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['🚀', 2],
    ['', 0],
  ])('counts %j as %i', (text, cells) => expect(cellsOf(text)).toBe(cells));

  test('breaks at spaces, and through words that are too long', () => {
    expect(wrapCells('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapCells('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapCells('', 4)).toEqual(['']);
  });

  test('spells out what would control the terminal', () => {
    expect(visible('a\u001b[31mb\u202ec')).toBe('a\\u001b[31mb\\u202ec');
  });
});
