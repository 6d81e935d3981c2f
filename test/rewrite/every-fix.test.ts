import type { Audit } from '../../src/audit/finding.js';
import { rules } from '../../src/rules/index.js';
import { exampleIn, readPage } from '../rules/page.js';
import { auditExample, exampleOf } from '../rules/page-example.js';
import { shareOf } from '../support/share-of.js';
import { applyFix, textAfterFix } from './apply-fix.js';

/** How many rules offer an edit at the least. */
const atLeast = 30;

const exampleFor = (id: string): string => exampleIn(readPage(id), 'Incorrect').code;

/** Rules whose own example of what is wrong yields a finding with an edit. */
const fixing = rules
  .map(({ id }) => id)
  .filter((id) => auditExample(exampleOf(exampleFor(id))).findings.some(({ rule, fix }) => rule === id && fix));

const recommended = new Set(rules.filter((rule) => rule.recommended).map(({ id }) => id));
const printsOf = ({ findings }: Audit): ReadonlySet<string> => new Set(findings.map(({ fingerprint }) => fingerprint));

test('as many rules as promised offer their remedy as an edit', () => {
  expect(fixing.length).toBeGreaterThanOrEqual(atLeast);
});

test.each(shareOf(fixing))('%s: its edit is written, the finding is gone, and none comes instead', async (id) => {
  const { outcomes, before, after, text } = await applyFix(exampleFor(id), id);
  expect(outcomes.map(({ outcome, reason }) => reason ?? outcome)).toEqual(outcomes.map(() => 'written'));
  expect(after.findings.filter(({ rule }) => rule === id).map(({ message }) => message)).toEqual([]);
  const known = printsOf(before);
  const fresh = after.findings.filter(({ fingerprint, rule }) => !known.has(fingerprint) && recommended.has(rule));
  expect(fresh.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  // Nothing is left to be written.
  expect(await textAfterFix(text, id)).toBe(text);
});
