import type { ArchitectureDocument } from '../../graph/architecture.js';
import type { Day } from '../../vocabulary/units.js';
import type { FindingEdit } from '../edit.js';
import type { Severity } from '../finding.js';
import type { Options, Rule } from '../rule.js';

/** A model: what `architecture(…)` gave, or the graph's JSON form. */
export type TestedModel = ArchitectureDocument | object;

export interface RuleCase {
  /** What is special about the model. */
  readonly name: string;
  readonly model: TestedModel;
  /** Options that differ from the rule's defaults. */
  readonly options?: Options;
  /** The day of the audit; 2026-01-01 where left out. */
  readonly today?: Day;
  /** Rules that run beside it: those whose waivers are looked at, for instance. */
  readonly beside?: readonly Rule[];
}

/** What is told here must be so; what is left out may be anything. */
export interface ExpectedFinding {
  /** The id of the element or flow; several for a finding about alike ones; `null`: the model as a whole. */
  readonly at?: string | readonly string[] | null;
  readonly message?: string | RegExp;
  readonly severity?: Severity;
  readonly impact?: RegExp;
  readonly remedy?: RegExp;
  /** Ids of elements and flows that must stand in the evidence. */
  readonly evidence?: readonly string[];
  /** All edits that it offers, in their order; `[]`: it offers none. */
  readonly fix?: readonly FindingEdit[];
}

export interface InvalidCase extends RuleCase {
  /** All findings of the rule, in the audit's order. */
  readonly findings: readonly ExpectedFinding[];
}

export interface OpenCase extends RuleCase {
  /** The facts that the rule waits for. */
  readonly missing: readonly string[];
}

export interface ValidCase extends RuleCase {
  /** How often the rule must pass; 0: nothing on this model is asked. Left out: any number of times, also none. */
  readonly passes?: number;
}

export interface RuleCases {
  /** Models on which the rule is silent, and waits for nothing. */
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
  /** Models that do not say enough: no finding, and a fact is asked for. */
  readonly cannotTell?: readonly OpenCase[];
}
