import { checkOptions } from '../option-shape.js';
import type { Options, Rule } from '../rule.js';
import { checkSeverity, type RuleSeverity, unknownName, unknownRule } from '../settings.js';
import { below, isRecord, type Tell } from './given.js';

export interface RulePart {
  readonly severities: Readonly<Record<string, RuleSeverity>>;
  readonly options: Readonly<Record<string, Options>>;
}

/** `{ 'family/rule': 'low' | 'off' | { severity, options } }`, without what is wrong in it. */
export function checkRuleSettings(given: unknown, rules: ReadonlyMap<string, Rule>, tell: Tell): RulePart {
  const severities: Record<string, RuleSeverity> = {};
  const options: Record<string, Options> = {};
  if (given !== undefined && !isRecord(given)) tell({ message: "'rules' has to be an object." });
  for (const [id, value] of isRecord(given) ? Object.entries(given) : []) {
    const rule = rules.get(id);
    if (!rule) {
      tell({ ...unknownRule(id, [...rules.keys()]), at: [id], isName: true, unknownRule: id });
      continue;
    }
    const setting = typeof value === 'string' ? { severity: value } : value;
    if (value === undefined) continue;
    if (!isRecord(setting)) {
      tell({ message: `'${id}' has to be a severity, 'off' or an object of severity and options.`, at: [id] });
      continue;
    }
    for (const name of Object.keys(setting).filter((key) => key !== 'severity' && key !== 'options'))
      tell({ ...unknownName(`setting of ${id}`, name, ['severity', 'options']), at: [id, name], isName: true });
    const wrong = setting.severity === undefined ? undefined : checkSeverity(setting.severity);
    if (wrong) tell({ ...wrong, at: typeof value === 'string' ? [id] : [id, 'severity'] });
    else if (setting.severity !== undefined) severities[id] = setting.severity as RuleSeverity;
    const checked = optionsOf(setting.options, rule, below(tell, id, 'options'));
    if (checked) options[id] = checked;
  }
  return { severities, options };
}

function optionsOf(given: unknown, rule: Rule, tell: Tell): Options | undefined {
  if (given === undefined) return undefined;
  if (!isRecord(given)) {
    tell({ message: `The options of ${rule.id} have to be an object.` });
    return undefined;
  }
  const problems = checkOptions(given, rule);
  for (const problem of problems) {
    const name = nameIn(problem.message, given);
    tell(name === undefined ? problem : { ...problem, at: [name], isName: !Object.hasOwn(rule.options, name) });
  }
  return problems.length === 0 ? given : undefined;
}

function nameIn(message: string, options: Options): string | undefined {
  return Object.keys(options).find((name) => message.includes(`'${name}'`));
}
