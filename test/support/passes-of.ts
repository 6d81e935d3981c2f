import { audit } from '../../src/audit/audit.js';
import type { Rule } from '../../src/audit/rule.js';
import { build } from './build.js';

/** How many questions of a rule a model answers well: silence alone does not tell whether it was asked at all. */
export function passesOf(rule: Rule, model: object): number {
  const { outcomes } = audit(build(model)[0]!, { today: '2026-01-01', rules: [rule], settings: {} });
  return outcomes[0]!.passes;
}
