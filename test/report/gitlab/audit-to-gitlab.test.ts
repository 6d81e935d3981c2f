import type { Audit, Severity } from '../../../src/audit/finding.js';
import { auditToGitlab } from '../../../src/report/gitlab/audit-to-gitlab.js';
import webShop from '../cases/web-shop.js';
import { optionsWith } from '../formats/options.js';
import { auditOf } from '../support.js';

const shop = auditOf(webShop);
const issuesOf = (audits: readonly Audit[], given = {}) => JSON.parse(auditToGitlab(audits, optionsWith(given)));

describe('auditToGitlab', () => {
  test('has what its reader asks for, and no more', () => {
    const issues = issuesOf([shop]);
    expect(issues).toHaveLength(shop.findings.length);
    for (const [index, issue] of issues.entries()) {
      const { rule, fingerprint, at } = shop.findings[index]!;
      expect(issue).toEqual({
        description: expect.stringMatching(/\S/),
        check_name: rule,
        fingerprint,
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: at?.file, lines: { begin: at?.line } },
      });
    }
  });

  test.each([
    ['critical', 'blocker'],
    ['high', 'critical'],
    ['medium', 'major'],
    ['low', 'minor'],
  ] as const)('%s is %s', (severity: Severity, called) => {
    const findings = shop.findings.slice(0, 1).map((finding) => ({ ...finding, severity }));
    expect(issuesOf([{ ...shop, findings }])[0].severity).toBe(called);
  });

  test('gives no fingerprint twice, also where a model is read from two files', () => {
    const prints = issuesOf([shop, shop]).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(shop.findings.length * 2);
  });

  test('writes paths without the folder itself', () => {
    const findings = shop.findings.slice(0, 1).map((one) => ({ ...one, at: { file: './a/b.ts', line: 2, column: 1 } }));
    expect(issuesOf([{ ...shop, findings }])[0].location).toEqual({ path: 'a/b.ts', lines: { begin: 2 } });
  });

  test('an empty list is a list', () => {
    expect(auditToGitlab([], optionsWith())).toBe('[]\n');
  });

  test('what was not audited is a blocker', () => {
    const problems = [{ file: 'torn.ts', line: 3, message: 'Nothing is called x.' }];
    expect(issuesOf([], { problems })).toEqual([
      {
        description: 'Not audited: Nothing is called x.',
        check_name: 'not-audited',
        fingerprint: 'not-audited torn.ts Nothing is called x.',
        severity: 'blocker',
        location: { path: 'torn.ts', lines: { begin: 3 } },
      },
    ]);
  });
});
