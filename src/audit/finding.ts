import type { Architecture, Element, ElementId, Flow, FlowId, SourcePosition, Waiver } from '../graph/architecture.js';
import type { Day } from '../vocabulary/units.js';
import type { FindingEdit } from './edit.js';

/** From worst to least: the one order in which findings are sorted, printed and drawn. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export function isSeverity(value: unknown): value is Severity {
  return (severities as readonly unknown[]).includes(value);
}

export interface Reference {
  /** As a rule names it: `CWE-319`, `NIST SC-8(1)`, `STRIDE:I`, `AWS REL11-BP02`, `CIS 3.10`, `ASVS 12.3.3`. */
  readonly id: string;
  /** The framework with its edition, such as `NIST SP 800-53 r5`. */
  readonly framework: string;
  readonly url?: string;
}

/** What shows a finding: drawn on the picture, listed in the report. Ids, in an order that reads as a path where it is one. */
export interface Evidence {
  readonly elements: readonly ElementId[];
  readonly flows: readonly FlowId[];
}

/** What a fingerprint is made of, beside the model and the rule. */
export interface FindingIdentity {
  /** Of elements and flows. */
  readonly ids: readonly string[];
  /** What the rule tells apart besides. */
  readonly discriminator?: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The element or flow it is about; neither: the model as a whole. */
  readonly element?: ElementId;
  readonly flow?: FlowId;
  /** All elements it is about, `element` or the flow's source first: alike ones with one fault are one finding. */
  readonly subjects?: readonly ElementId[];
  /** One sentence with the names in it. */
  readonly message: string;
  readonly impact: string;
  readonly remedy: string;
  readonly references: readonly Reference[];
  readonly evidence: Evidence;
  /** 64 hex digits, stable across moved lines and reworded messages. */
  readonly fingerprint: string;
  /** Left out: nobody can say what the fingerprint would be under other ids. */
  readonly identity?: FindingIdentity;
  /** The shortest unique prefix of the fingerprint, 6 digits or more: how `explain` and `accept` name it. */
  readonly handle: string;
  readonly at?: SourcePosition;
  /** The remedy as edits of the model's own source: what `stanchion fix` writes. */
  readonly fix?: readonly FindingEdit[];
  /** Set where the model accepts it. */
  readonly accepted?: Waiver;
}

/** A fact that rules wait for: reported once a fact, never as a violation. */
export interface MissingFact {
  /** `healthCheck`, `expires` …, or an aspect as `complete: backups`. */
  readonly fact: string;
  /** What would have to be said, in words. */
  readonly wanted: string;
  readonly rules: readonly string[];
  readonly elements: readonly ElementId[];
  readonly flows: readonly FlowId[];
}

export type Outcome = 'pass' | 'finding' | 'cannot tell' | 'not applicable';

export interface RuleOutcome {
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly passes: number;
  readonly findings: number;
  readonly accepted: number;
  readonly unknown: number;
  /** Findings that a scope of the settings does not want; left out: none. */
  readonly switchedOff?: number;
  /** Findings that are in the baseline; left out: none. */
  readonly baselined?: number;
}

export interface Audit {
  readonly model: Architecture;
  /** Not accepted, in the one order. */
  readonly findings: readonly Finding[];
  /** Accepted by a waiver that has not run out, in the same order. */
  readonly accepted: readonly Finding[];
  /** In the project's baseline, in the same order; left out: none. */
  readonly baselined?: readonly Finding[];
  readonly missing: readonly MissingFact[];
  readonly outcomes: readonly RuleOutcome[];
  /** Rules that broke: what else they would have found nobody knows. Left out: none. */
  readonly broken?: readonly string[];
  /** Share of the questions put to the model that it could answer, 0 to 1; 1 where none was put. */
  readonly completeness: number;
  readonly assumptions: readonly string[];
  readonly today: Day;
  /** The audit of which this is a part: that of one owner. */
  readonly whole?: Audit;
}

/** What a rule hands to `report`, `pass` and `unknown`. */
export type Subject = Element | Flow;
