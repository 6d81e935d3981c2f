import type { Audit } from '../audit/finding.js';
import { RuleCrash } from '../audit/rule-crash.js';

/** Undefined where a rule breaks: one of somebody else may, on what nobody wrote or in scopes that are not its own. */
export function auditOrNot(audit: () => Audit | undefined): Audit | undefined {
  try {
    return audit();
  } catch (error) {
    if (error instanceof RuleCrash) return undefined;
    throw error;
  }
}
