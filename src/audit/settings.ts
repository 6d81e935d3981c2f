import type { Problem } from '../graph/problem.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { type Severity, severities } from './finding.js';
import { checkOptions } from './option-shape.js';
import type { Options, Rule } from './rule.js';
import type { Scope, ScopedAs } from './scope.js';

export type RuleSeverity = Severity | 'off';

/** What a project changes of the rules. */
export interface Settings {
  /** Rule id → the severity of all its findings, or `'off'`. */
  readonly severities?: Readonly<Record<string, RuleSeverity>>;
  /** Rule id → options that differ from the rule's defaults. */
  readonly options?: Readonly<Record<string, Options>>;
  /** The same for parts of what is audited; the last that applies decides. */
  readonly scopes?: readonly Scope[];
  /** The way from the folder that files of scopes are meant from to the one that models are named from. */
  readonly folder?: string;
  /** What decides to which scopes elements belong; left out: the model itself. */
  readonly scopedAs?: ScopedAs;
}

/** Whether a rule has anything to say under these settings. */
export function isAsked({ severities: everywhere, scopes = [] }: Settings, { id }: Rule): boolean {
  if (everywhere?.[id] !== 'off') return true;
  return scopes.some((scope) => scope.severities?.[id] !== undefined && scope.severities[id] !== 'off');
}

/** Everything in the settings that names no rule, no option or no severity, with the nearest that exists. */
export function checkSettings(settings: Settings, rules: readonly Rule[]): readonly Problem[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return [settings, ...(settings.scopes ?? [])].flatMap((part) => checkPart(part, byId));
}

function checkPart({ severities: given = {}, options = {} }: Settings | Scope, byId: ReadonlyMap<string, Rule>) {
  const named = [...new Set([...Object.keys(given), ...Object.keys(options)])];
  return [
    ...named.filter((id) => !byId.has(id)).map((id) => unknownRule(id, [...byId.keys()])),
    ...Object.values(given).flatMap((severity) => checkSeverity(severity) ?? []),
    ...Object.entries(options).flatMap(([id, values]) => {
      const rule = byId.get(id);
      return rule ? checkOptions(values, rule) : [];
    }),
  ];
}

/** People remember a rule's name rather than its family. */
export function unknownRule(id: string, known: readonly string[]): Problem {
  const sameName = known.find((one) => one.endsWith(`/${id}`));
  if (sameName === undefined) return unknownName('rule', id, known);
  return { message: `There is no rule '${id}'.`, hint: `Did you mean '${sameName}'?` };
}

export function checkSeverity(severity: unknown): Problem | undefined {
  const known: readonly unknown[] = [...severities, 'off'];
  return known.includes(severity) ? undefined : unknownName('severity', String(severity), [...severities, 'off']);
}

export function unknownName(what: string, name: string, known: readonly string[]): Problem {
  const nearest = nearestName(name, known);
  const message = `There is no ${what} '${name}'.`;
  return nearest === undefined ? { message } : { message, hint: `Did you mean '${nearest}'?` };
}
