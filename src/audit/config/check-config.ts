import { environments } from '../../vocabulary/environments.js';
import { kinds } from '../../vocabulary/kinds.js';
import { isSeverity, type Severity, severities } from '../finding.js';
import { presetNames } from '../presets.js';
import type { Rule } from '../rule.js';
import type { Scope } from '../scope.js';
import { unknownName } from '../settings.js';
import type { PinnedRules } from '../versions.js';
import { checkOwnRules } from './check-own-rules.js';
import { checkRuleSettings, type RulePart } from './check-rule-settings.js';
import { type ConfigProblem, isRecord, listGiven, type Tell, textGiven, textsGiven } from './given.js';

/** A configuration in which everything exists. */
export interface CheckedConfig extends RulePart {
  readonly models: readonly string[] | undefined;
  readonly preset: string | undefined;
  readonly scopes: readonly Scope[];
  readonly ownRules: readonly Rule[];
  readonly baseline: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
}

interface Known {
  readonly builtIn: readonly Rule[];
  readonly versions: readonly PinnedRules[];
}

const names = ['models', 'preset', 'rules', 'scopes', 'ownRules', 'baseline', 'failOn'];
const scopeNames = ['kinds', 'tags', 'paths', 'environments', 'files', 'rules'];

/** Checks what a configuration exports. Everything that is wrong is told at once. */
export function checkConfig(
  value: unknown,
  { builtIn, versions }: Known,
): { readonly config: CheckedConfig; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const tell: Tell = (problem) => void problems.push(problem);
  if (!isRecord(value)) tell(noConfig(value));
  const given = isRecord(value) ? value : {};
  tellUnknown(given, names, 'setting', tell);
  const ownRules = checkOwnRules(given.ownRules, builtIn, tell);
  const rules = new Map([...builtIn, ...ownRules].map((rule) => [rule.id, rule]));
  const config = {
    ...checkRuleSettings(given.rules, rules, tell),
    ownRules,
    models: textsGiven(given.models, 'models', tell),
    preset: wordGiven(given.preset, 'preset', presetNames(versions), tell),
    scopes: listGiven(given.scopes, 'scopes', tell).map((scope) => checkScope(scope, rules, tell)),
    baseline: textGiven(given.baseline, 'baseline', tell),
    failOn: failOnOf(wordGiven(given.failOn, 'failOn', [...severities, 'never'], tell)),
  };
  return { config, problems };
}

function noConfig(value: unknown): ConfigProblem {
  const hint = 'Write: export default defineConfig({ … })';
  if (value === undefined) return { message: 'The configuration has no default export.', hint };
  return { message: 'The default export of the configuration is no object.', hint };
}

function checkScope(given: unknown, rules: ReadonlyMap<string, Rule>, tell: Tell): Scope {
  if (!isRecord(given)) {
    tell({ message: 'A scope has to be an object.', at: 'scopes' });
    return {};
  }
  tellUnknown(given, scopeNames, 'setting of a scope', tell);
  const part = checkRuleSettings(given.rules, rules, tell);
  const hasCriterion = scopeNames.some((name) => name !== 'rules' && given[name] !== undefined);
  if (!hasCriterion)
    tell({ message: 'A scope says for what it is meant: kinds, tags, paths, environments or files.', at: 'scopes' });
  const listed = (name: string, known?: readonly string[]) => {
    const texts = textsGiven(given[name], name, tell);
    for (const text of texts ?? [])
      if (known && !known.includes(text)) tell({ ...unknownName(name.slice(0, -1), text, known), at: text });
    return texts && { [name]: texts };
  };
  return {
    ...part,
    ...listed('kinds', Object.keys(kinds)),
    ...listed('tags'),
    ...listed('paths'),
    ...listed('environments', environments),
    ...listed('files'),
  };
}

function tellUnknown(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  what: string,
  tell: Tell,
): void {
  for (const name of Object.keys(given))
    if (!known.includes(name)) tell({ ...unknownName(what, name, known), at: name });
}

function wordGiven(value: unknown, name: string, known: readonly string[], tell: Tell): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && known.includes(value)) return value;
  tell({ ...unknownName(name, String(value), known), at: typeof value === 'string' ? value : name });
  return undefined;
}

function failOnOf(word: string | undefined): Severity | 'never' | undefined {
  return word === 'never' || isSeverity(word) ? word : undefined;
}
