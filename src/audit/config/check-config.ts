import { environments } from '../../vocabulary/environments.js';
import { kinds } from '../../vocabulary/kinds.js';
import { nearestName } from '../../vocabulary/nearest-name.js';
import type { Severity } from '../finding.js';
import { presetNames } from '../preset-names.js';
import type { Rule } from '../rule.js';
import type { Scope } from '../scope.js';
import { unknownName } from '../settings.js';
import type { PinnedRules } from '../versions.js';
import { checkGate, type GatePart } from './check-gate.js';
import { checkOwnRules } from './check-own-rules.js';
import { checkRuleSettings, type RulePart } from './check-rule-settings.js';
import { below, type ConfigProblem, isRecord, listGiven, type Tell, textGiven, textsGiven } from './given.js';
import { failOnGiven, tellUnknown, wordGiven } from './words-given.js';

/** A configuration in which everything exists. */
export interface CheckedConfig extends RulePart {
  readonly models: readonly string[] | undefined;
  readonly preset: string | undefined;
  readonly scopes: readonly Scope[];
  readonly ownRules: readonly Rule[];
  readonly baseline: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly gate: GatePart;
}

interface Known {
  readonly builtIn: readonly Rule[];
  readonly versions: readonly PinnedRules[];
}

const names = ['models', 'preset', 'rules', 'scopes', 'ownRules', 'baseline', 'failOn', 'gate'];
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
  const ownRules = checkOwnRules(given.ownRules, builtIn, below(tell, 'ownRules'));
  const rules = new Map([...builtIn, ...ownRules].map((rule) => [rule.id, rule]));
  const config = {
    ...checkRuleSettings(given.rules, rules, below(tell, 'rules')),
    ownRules,
    models: textsGiven(given.models, 'models', tell),
    preset: wordGiven(given.preset, 'preset', presetNames(versions.length), tell),
    scopes: listGiven(given.scopes, 'scopes', tell).map((scope, index) =>
      checkScope(scope, rules, below(tell, 'scopes', index)),
    ),
    baseline: textGiven(given.baseline, 'baseline', tell),
    failOn: failOnGiven(given.failOn, 'failOn', tell),
    gate: checkGate(given.gate, rules, below(tell, 'gate')),
  };
  return { config, problems: areOwnRulesMissing(given, problems) ? problems.filter(isNoOwnRule(builtIn)) : problems };
}

/** Whether own rules were meant to be there, and are not. */
function areOwnRulesMissing(given: Readonly<Record<string, unknown>>, problems: readonly ConfigProblem[]): boolean {
  const isMisspelt = Object.keys(given).some(
    (name) => !names.includes(name) && nearestName(name, names) === 'ownRules',
  );
  return isMisspelt || problems.some(({ at }) => at?.[0] === 'ownRules');
}

/** A rule that is not known may then be one of these: only the mistake before it is told. */
function isNoOwnRule(builtIn: readonly Rule[]): (problem: ConfigProblem) => boolean {
  const families = new Set(builtIn.map(({ family }) => family));
  return ({ unknownRule }) => unknownRule === undefined || families.has(unknownRule.split('/')[0] ?? '');
}

function noConfig(value: unknown): ConfigProblem {
  const hint = 'Write: export default defineConfig({ … })';
  if (value === undefined) return { message: 'The configuration has no default export.', hint };
  return { message: 'The default export of the configuration is no object.', hint };
}

function checkScope(given: unknown, rules: ReadonlyMap<string, Rule>, tell: Tell): Scope {
  if (!isRecord(given)) {
    tell({ message: 'A scope has to be an object.' });
    return {};
  }
  tellUnknown(given, scopeNames, 'setting of a scope', tell);
  const part = checkRuleSettings(given.rules, rules, below(tell, 'rules'));
  const hasCriterion = scopeNames.some((name) => name !== 'rules' && given[name] !== undefined);
  if (!hasCriterion) tell({ message: 'A scope says for what it is meant: kinds, tags, paths, environments or files.' });
  const listed = (name: string, known?: readonly string[]) => {
    const texts = textsGiven(given[name], name, tell);
    for (const [index, text] of (texts ?? []).entries())
      if (known && !known.includes(text)) tell({ ...unknownName(name.slice(0, -1), text, known), at: [name, index] });
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
