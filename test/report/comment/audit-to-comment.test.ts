import { architecture } from 'stanchion';
import type { Audit, Finding } from '../../../src/audit/finding.js';
import { auditToComment } from '../../../src/report/comment/audit-to-comment.js';
import { escapeForComment } from '../../../src/report/markdown/escape-markdown.js';
import type { ReportOptions } from '../../../src/report/report-options.js';
import webShop from '../cases/web-shop.js';
import { optionsWith } from '../formats/options.js';
import { readComment } from '../formats/read-comment.js';
import { auditOf } from '../support.js';

const shop = auditOf(webShop);
const comment = (audits: readonly Audit[], given?: Partial<ReportOptions>) =>
  auditToComment(audits, optionsWith(given));
const headOf = (...given: Parameters<typeof comment>) => comment(...given).split('\n')[0];
const quiet: Audit = { ...shop, findings: [], accepted: [], missing: [] };

describe('the verdict stands first', () => {
  const failing = shop.findings.filter(({ severity }) => severity === 'critical' || severity === 'high').length;
  const [mildest] = shop.findings.filter(({ severity }) => severity === 'low');
  const mild = { ...shop, findings: mildest ? [mildest] : [] };

  test.each<[string, readonly Audit[], Partial<ReportOptions>, string]>([
    ['findings that fail', [shop], {}, `### ❌ Stanchion: ${failing} findings at or above high`],
    ['findings that do not', [mild], {}, '### ✅ Stanchion: nothing at or above high'],
    ['findings where none fails', [mild], { failOn: 'never' }, '### ⚪ Stanchion: 1 finding'],
    ['nothing', [quiet], {}, '### ✅ Stanchion: nothing found in what the model says'],
    ['nothing to judge', [auditOf(architecture('Empty'), [])], {}, '### ⚪ Stanchion: there is nothing to judge'],
    [
      'a model that was not audited, whatever else was found',
      [quiet],
      { problems: [{ file: 'torn.ts', message: 'Torn.' }] },
      '### ⚠️ Stanchion: not everything could be audited',
    ],
  ])('%s', (_, audits, given, head) => {
    expect(headOf(audits, given)).toBe(head);
  });
});

test('findings of several models are one table, the worst first, and rules lead to their pages', () => {
  const { tables, links } = readComment(comment([shop, shop]));
  const [findings] = tables;
  const order = ['critical', 'high', 'medium', 'low'];
  const told = findings?.map((cells) => order.indexOf(cells[1] ?? '')) ?? [];
  expect(told).toEqual([...told].sort((left, right) => left - right));
  expect(findings).toHaveLength(shop.findings.length * 2);
  expect(links).toContain(`https://example.org/docs/rules/${shop.findings[0]?.rule}.md`);
});

test('what is accepted, in the baseline and not said is folded', () => {
  const [one, ...others] = shop.findings as [Finding, ...Finding[]];
  const text = comment([{ ...shop, findings: others, baselined: [one] }]);
  const folds = [...text.matchAll(/<summary>(.*)<\/summary>/g)].map(([, title]) => title);
  expect(folds).toEqual([
    'What to do',
    'Accepted (1)',
    'In the baseline (1)',
    `What the model does not say (${shop.missing.length})`,
  ]);
  expect(text).toContain('A second one is ordered. (until 2027-01-31, by Ada)');
  expect(comment([quiet])).not.toContain('<details>');
});

describe('a comment is bounded', () => {
  const many = (count: number, message: string): Audit => ({
    ...shop,
    findings: Array.from({ length: count }, (_, index) => ({ ...shop.findings[0]!, message: `${index} ${message}` })),
  });

  test.each([
    ['many findings', many(3000, 'is wrong.')],
    ['texts without end', many(100, 'x'.repeat(20_000))],
    ['texts that grow when they are escaped', many(2000, '@'.repeat(2000))],
  ])('%s', (_, audit) => {
    const text = comment([{ ...audit, model: { ...audit.model, name: 'y'.repeat(100_000) } }]);
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text.length).toBeGreaterThan(40_000);
    expect(text.split('<details>')).toHaveLength(text.split('</details>').length);
    const shown = readComment(text).tables[0]?.length ?? 0;
    if (shown < audit.findings.length) {
      expect(text).toContain(`Left out, since a comment holds no more: ${audit.findings.length - shown} findings,`);
    }
  });

  test('and says nothing of the kind where all is there', () => {
    expect(comment([shop])).not.toContain('Left out');
  });
});

test.each([
  ['@all', '@<!-- -->all'],
  ['#12', '#<!-- -->12'],
  ['shop#3', 'shop#<!-- -->3'],
  ['GH-7', 'GH-<!-- -->7'],
  ['!4', '!<!-- -->4'],
  [':tada:', ':<!-- -->tada:'],
  ['50 % of # and : or -', '50 % of # and : or -'],
])('%s calls nobody and leads nowhere', (text, escaped) => {
  expect(escapeForComment(text)).toBe(escaped);
});
