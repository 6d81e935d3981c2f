import type { Problem } from '../graph/problem.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { type Severity, severities } from './finding.js';
import type { Options, Rule } from './rule.js';

/** What a project changes of the rules. */
export interface Settings {
  /** Rule id → the severity of all its findings, or `'off'`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Rule id → options that differ from the rule's defaults. */
  readonly options?: Readonly<Record<string, Options>>;
}

/** Everything in the settings that names no rule, no option or no severity, with the nearest that exists. */
export function checkSettings(settings: Settings, rules: readonly Rule[]): readonly Problem[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ids = [...byId.keys()];
  const named = [...Object.keys(settings.severities ?? {}), ...Object.keys(settings.options ?? {})];
  const unknownRules = named.filter((id) => !byId.has(id)).map((id) => unknownName('rule', id, ids));
  const unknownSeverities = Object.entries(settings.severities ?? {})
    .filter(([, severity]) => severity !== 'off' && !severities.includes(severity))
    .map(([, severity]) => unknownName('severity', severity, [...severities, 'off']));
  const unknownOptions = Object.entries(settings.options ?? {}).flatMap(([id, options]) => {
    const known = Object.keys(byId.get(id)?.options ?? {});
    const wrong = Object.keys(options).filter((name) => byId.has(id) && !known.includes(name));
    return wrong.map((name) => unknownName(`option of ${id}`, name, known));
  });
  return [...unknownRules, ...unknownSeverities, ...unknownOptions];
}

function unknownName(what: string, name: string, known: readonly string[]): Problem {
  const nearest = nearestName(name, known);
  const message = `There is no ${what} '${name}'.`;
  return nearest === undefined ? { message } : { message, hint: `Did you mean '${nearest}'?` };
}
