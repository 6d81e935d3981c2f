import type { Audit, Finding } from '../../src/audit/finding.js';
import { isFinding, theFinding } from '../../src/cli/find-finding.js';

const finding = (fingerprint: string): Finding =>
  ({ severity: 'critical', fingerprint, handle: fingerprint.slice(0, 6) }) as unknown as Finding;
const auditOf = (name: string, ...findings: Finding[]): Audit =>
  ({ model: { name, facts: {}, at: { file: `${name}.ts` } }, findings, accepted: [] }) as unknown as Audit;

const [first, second] = [finding('c50101aa'), finding('abcdef12')];

test('a mark, in either case, goes before a handle that reads like one', () => {
  const audit = auditOf('shop', first, second);
  expect(theFinding('c1', [audit]).finding).toBe(first);
  expect(theFinding('C2', [audit]).finding).toBe(second);
  expect(theFinding('c50101', [audit]).finding).toBe(first);
  expect(theFinding('ABCDEF', [audit]).finding).toBe(second);
});

test('one in several models is not guessed', () => {
  const audits = [auditOf('shop', first), auditOf('bank', second)];
  expect(() => theFinding('C1', audits)).toThrow("2 models have a finding 'C1'.");
  expect(theFinding('abcdef', audits)).toEqual({ audit: audits[1], finding: second });
});

test.each([
  ['C9', 'The marks are C1 and C2.'],
  ['abcdee', "Did you mean 'abcdef'?"],
])('%s is none, and the hint is: %s', (typed, hint) => {
  const find = () => theFinding(typed, [auditOf('shop', first, second)]);
  expect(find).toThrow(expect.objectContaining({ message: `'${typed}' is no finding.`, hint }));
});

test.each([
  ['H2', true],
  ['3f0c9a', true],
  ['3f0', false],
  ['models', false],
])('%s reads like a finding: %s', (word, expected) => {
  expect(isFinding(word)).toBe(expected);
});
