/** What authors of rules test with: 'stanchion/testing'. */

export type { EditTarget, FindingEdit } from './audit/edit.js';
export type {
  ExpectedFinding,
  InvalidCase,
  OpenCase,
  RuleCase,
  RuleCases,
  TestedModel,
  ValidCase,
} from './audit/test-rule/cases.js';
export { type Register, testRule } from './audit/test-rule/test-rule.js';
