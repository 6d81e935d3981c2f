import type { Audit, Finding, Severity } from '../audit/finding.js';
import type { Rule } from '../audit/rule.js';
import type { Problem } from '../graph/problem.js';
import type { Day } from '../vocabulary/units.js';
import type { ToldGate } from './gate/told-gate.js';
import type { TerminalOptions } from './terminal/style.js';

/** What a format may tell beside the audits themselves. */
export interface ReportOptions extends TerminalOptions {
  /** All that the project has, also those that were not asked. */
  readonly rules: readonly Rule[];
  /** Of the program. */
  readonly version: string;
  /** The day of the audit. */
  readonly today: Day;
  /** A finding at least that bad fails. */
  readonly failOn: Severity | 'never';
  /** What was not audited, and why. */
  readonly problems: readonly Problem[];
  /** The address of a rule's page; undefined where it has none that is known. */
  pageOf(rule: string): string | undefined;
  /** The file that a model was loaded from. */
  fileOf(audit: Audit): string | undefined;
  /** What the gate says; left out: nobody asked it. */
  readonly gate?: ToldGate | undefined;
  /** Left out: the audits are compared with nothing. */
  comparisonOf?(audit: Audit): Comparison | undefined;
}

/** What a change made of the findings of one model. */
export interface Comparison {
  /** Of the audit: not found before. All others of it were. */
  readonly fresh: ReadonlySet<Finding>;
  /** Of the audit before: mended. What nobody can tell any more is not among them. */
  readonly absent: readonly Finding[];
  /** The audit before; left out: there was no such model. */
  readonly base?: Audit;
}
