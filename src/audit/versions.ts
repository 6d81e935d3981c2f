import type { Severity } from './finding.js';
import type { Rule } from './rule.js';

/** Rule → severity: what `recommended` was in one major version. */
export type PinnedRules = Readonly<Record<string, Severity>>;

/** What `recommended` is now. */
export function pinnedRules(rules: readonly Rule[]): PinnedRules {
  return Object.fromEntries(rules.filter(({ recommended }) => recommended).map(({ id, severity }) => [id, severity]));
}
