import type { Finding } from '../../audit/finding.js';
import type { RuleInModel } from '../explanation/rule-in-model.js';
import { modelHead } from './audit-to-json.js';
import type { RuleInModelDocument } from './explanation-schema.js';

/** How a rule fared in a model; its findings by their handles. */
export function ruleInModelDocument({ audit, outcome, missing, ...found }: RuleInModel): RuleInModelDocument {
  const handles = (findings: readonly Finding[]) => findings.map(({ handle }) => handle);
  return {
    model: modelHead(audit.model),
    outcome: outcome?.outcome ?? 'not asked',
    passes: outcome?.passes ?? 0,
    unknown: outcome?.unknown ?? 0,
    switchedOff: outcome?.switchedOff ?? 0,
    findings: handles(found.findings),
    accepted: handles(found.accepted),
    baselined: handles(found.baselined),
    missing: missing.map(({ fact, wanted }) => ({ fact, wanted })),
  };
}
