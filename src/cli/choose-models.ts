import type { Audit } from '../audit/finding.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import { hintFor } from './parse-request.js';

/** The models that `--model` names, by name, name and environment, or file; all where it is not given. */
export function chooseModels(audits: readonly Audit[], request: Request): readonly Audit[] {
  const wanted = request.value('model');
  if (wanted === undefined || audits.length === 0) return audits;
  const chosen = audits.filter((audit) => namesOf(audit).includes(wanted));
  if (chosen.length > 0) return chosen;
  const names = audits.map(({ model }) => model.name);
  throw new Misuse(`'${wanted}' is the name of none of these models.`, hintFor(wanted, names, listOf(names)));
}

function namesOf({ model: { name, facts, at } }: Audit): readonly (string | undefined)[] {
  return [name, `${name} ${facts.environment}`, at?.file, at?.file.split('/').at(-1)];
}

/** `'Shop production'`: enough to tell it from every other model of a run, quoted. */
export function titleOf({ model: { name, facts } }: Audit): string {
  return facts.environment === undefined ? `'${name}'` : `'${name} ${facts.environment}'`;
}

const mostListed = 12;

/** One below the other, with how many more there are. */
export function listOf(texts: readonly string[]): string {
  const rest = texts.length - mostListed;
  return [...texts.slice(0, mostListed), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
