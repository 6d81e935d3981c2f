import type { Rule } from '../audit/rule.js';
import { rules as catalogue } from '../rules/index.js';
import type { ExitCode, Request } from './command.js';
import { Misuse } from './misuse.js';
import { hintFor } from './parse-request.js';

/** Prints the rules: those that are named in full, or all in a table. */
export function tellRules({ files: names, surroundings, has }: Request): ExitCode {
  const chosen = names.length > 0 ? names.map(ruleOf) : catalogue;
  if (has('json')) surroundings.stdout.write(`${JSON.stringify(chosen.map(ruleDocument), null, 2)}\n`);
  else surroundings.stdout.write(names.length > 0 ? chosen.map(ruleInFull).join('\n') : table(chosen));
  return 0;
}

function ruleOf(name: string): Rule {
  const found = catalogue.find(({ id }) => id === name);
  if (found) return found;
  // People remember a rule's name rather than its family.
  const ids = catalogue.map(({ id }) => id);
  const sameName = ids.find((id) => id.endsWith(`/${name}`));
  const hint = sameName ? `Did you mean '${sameName}'?` : hintFor(name, ids, 'See: stanchion rules');
  throw new Misuse(`'${name}' is no rule.`, hint);
}

/** A rule for programs. */
export function ruleDocument({ id, severity, summary, impact, remedy, references, options }: Rule) {
  return { id, severity, summary, impact, remedy, references, options };
}

function table(list: readonly Rule[]): string {
  const width = Math.max(...list.map(({ id }) => id.length));
  return list.map(({ id, severity, summary }) => `${severity.padEnd(8)}  ${id.padEnd(width)}  ${summary}\n`).join('');
}

/** A rule for people. */
export function ruleInFull({ id, severity, summary, impact, remedy, references }: Rule): string {
  const sources = references.map((one) => `  ${one.id} (${one.framework})${one.url ? ` ${one.url}` : ''}\n`).join('');
  return `${id} (${severity})\n\n${summary}\n\nImpact: ${impact}\nRemedy: ${remedy}\n${sources === '' ? '' : `References:\n${sources}`}`;
}
