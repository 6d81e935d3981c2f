import type { Rule } from '../audit/rule.js';
import { isAsked, unknownRule } from '../audit/settings.js';
import type { ExitCode, Request } from './command.js';
import { Misuse } from './misuse.js';
import { openProject } from './open-project.js';

/**
 * Prints the rules: those that are named in full, or all in a table with the severity that they have here, `off` where they are not
 * asked. Of a preset that is named only those that it asks.
 */
export async function tellRules(request: Request): Promise<ExitCode> {
  const { files: names, surroundings, has } = request;
  const { rules, settings } = await openProject(request);
  const listed = has('preset') ? rules.filter((rule) => isAsked(settings, rule)) : rules;
  const chosen = names.length > 0 ? names.map((name) => ruleOf(name, rules)) : listed;
  const severityHere = ({ id, severity }: Rule) => settings.severities?.[id] ?? severity;
  const told = (rule: Rule) => ({ ...ruleDocument(rule), recommended: rule.recommended, here: severityHere(rule) });
  if (has('json')) surroundings.stdout.write(`${JSON.stringify(chosen.map(told), null, 2)}\n`);
  else surroundings.stdout.write(names.length > 0 ? chosen.map(ruleInFull).join('\n') : table(chosen, severityHere));
  return 0;
}

function ruleOf(name: string, rules: readonly Rule[]): Rule {
  const found = rules.find(({ id }) => id === name);
  if (found) return found;
  const ids = rules.map(({ id }) => id);
  const { hint } = unknownRule(name, ids);
  throw new Misuse(`'${name}' is no rule.`, hint ?? 'See: stanchion rules');
}

/** A rule for programs. */
export function ruleDocument({ id, severity, summary, impact, remedy, references, options }: Rule) {
  return { id, severity, summary, impact, remedy, references, options };
}

function table(list: readonly Rule[], severityHere: (rule: Rule) => string): string {
  const width = Math.max(...list.map(({ id }) => id.length));
  return list.map((rule) => `${severityHere(rule).padEnd(8)}  ${rule.id.padEnd(width)}  ${rule.summary}\n`).join('');
}

/** A rule for people. */
export function ruleInFull({ id, severity, summary, impact, remedy, references, options }: Rule): string {
  const sources = references.map((one) => `  ${one.id} (${one.framework})${one.url ? ` ${one.url}` : ''}\n`).join('');
  const defaults = Object.entries(options).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}\n`);
  const told = defaults.length === 0 ? '' : `Options, where a configuration says nothing else:\n${defaults.join('')}`;
  return `${id} (${severity})\n\n${summary}\n\nImpact: ${impact}\nRemedy: ${remedy}\n${sources === '' ? '' : `References:\n${sources}`}${told}`;
}
