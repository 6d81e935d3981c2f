import type { Audit } from '../../src/audit/finding.js';
import { compareSides, type ModelChange } from '../../src/diff/compare-sides.js';
import { auditModel } from '../../src/pipeline.js';
import { build } from '../support/build.js';

export const today = '2026-11-21';

/** The one model of a site, audited. */
export function audited(site: unknown): Audit {
  return auditModel(build(site)[0]!, today);
}

/** What makes one site of another, which differ in something. */
export function changeOf(base: unknown, head: unknown): ModelChange {
  const sides = [base, head].map((site) => ({ audits: [audited(site)], isWhole: true }));
  const [change] = compareSides(sides[0]!, sides[1]!, { areTwo: true }).changed;
  if (!change) throw new Error('nothing changed');
  return change;
}
