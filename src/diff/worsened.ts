import { type Finding, severities } from '../audit/finding.js';
import type { FindingsDiff } from './diff-findings.js';

/** A finding that was there before, and is worse now. */
export interface Worsened {
  readonly before: Finding;
  readonly after: Finding;
}

/** In the order of the base. What is accepted or in the baseline of the head is not among them. */
export function worsenedOf({ unchanged, head }: FindingsDiff): readonly Worsened[] {
  const told = new Set(head.findings);
  return unchanged.filter(({ before, after }) => told.has(after) && rank(after) < rank(before));
}

function rank({ severity }: Finding): number {
  return severities.indexOf(severity);
}
