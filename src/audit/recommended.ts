import type { Rule } from './rule.js';
import type { Settings } from './settings.js';

/** What an audit asks where nothing else is said: all but the rules that are for the strict. */
export function recommended(rules: readonly Rule[]): Settings {
  return { severities: Object.fromEntries(rules.flatMap((rule) => (rule.recommended ? [] : [[rule.id, 'off']]))) };
}
