import { readFileSync } from 'node:fs';
import type { Audit, Finding } from '../../../src/audit/finding.js';
import type { Rule } from '../../../src/audit/rule.js';
import type { ReportOptions } from '../../../src/report/report-options.js';
import { rules as catalogue } from '../../../src/rules/index.js';
import { today } from '../support.js';

/** What the command hands to a format, where nothing else is said. */
export function optionsWith(given: Partial<ReportOptions> = {}, rules: readonly Rule[] = catalogue): ReportOptions {
  return {
    colour: false,
    width: 100,
    sourceLines: (file) => readFileSync(file, 'utf8').split('\n'),
    rules,
    version: '1.2.3',
    today,
    failOn: 'high',
    problems: [],
    pageOf: (rule) => (rule.startsWith('test/') ? undefined : `https://example.org/docs/rules/${rule}.md`),
    fileOf: () => 'models/shop.ts',
    ...given,
  };
}

/** Texts and paths that others have written, wherever a format tells them. */
export interface Texts {
  readonly text: string;
  readonly file: string;
}

/** An audit in which every text of the model and its author is the same. */
export function audited(audit: Audit, { text, file }: Texts): Audit {
  const at = { file, line: 3, column: 4 };
  const told = (finding: Finding): Finding => ({
    ...finding,
    message: text,
    impact: text,
    remedy: text,
    at,
    ...(finding.accepted && { accepted: { rule: finding.rule, because: text, by: text, at } }),
  });
  const { model } = audit;
  return {
    ...audit,
    model: { ...model, name: text, at, elements: model.elements.map((element) => ({ ...element, name: text, at })) },
    findings: audit.findings.map(told),
    accepted: audit.accepted.map(told),
    missing: audit.missing.map((fact) => ({ ...fact, fact: text, wanted: text })),
  };
}

/** Names that would be more than a name in one of the formats. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script> & "quotes" \'s\' ]]> <![CDATA[ <!-- -->',
  '</details></summary><h1>done</h1>',
  'a | b || c \\| d',
  '`code` ``two`` ```',
  '::error file=x::stop\n::set-output name=x::y\r\n::stop-commands::z',
  '%0A::error::x %250A %3A %2C, a=b',
  '\u202Eevil\u202C \u2066x\u2069 \u200F\u061C',
  '\u0000\u0001\u0008\u000B\u001B[31m\u007F\u0085\u2028\u2029\uFFFE\uFFFF\uD800 \u{1FFFF}',
  '[click](https://evil.example) ![x](https://evil.example/x.png) [again][0] {0} {1} {{2}}',
  '@everyone @org/team a@b.example #12 GH-12 shop/shop#3 !4 &5 %"milestone" :tada: www.evil.example http://evil.example',
  '/close /merge',
  '',
  '   ',
  '../../etc/passwd',
  '日本語 שלום 🚀',
];
