import type { Audit } from '../audit/finding.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import { hintFor } from './parse-request.js';

/** The models that `--model` names, by their name or their file; all where it is not given. */
export function chooseModels(audits: readonly Audit[], request: Request): readonly Audit[] {
  const wanted = request.value('model');
  if (wanted === undefined || audits.length === 0) return audits;
  const chosen = audits.filter(({ model }) => model.name === wanted || isFile(model.at?.file, wanted));
  if (chosen.length > 0) return chosen;
  const names = audits.map(({ model }) => model.name);
  throw new Misuse(`'${wanted}' is the name of none of these models.`, hintFor(wanted, names, listOf(names)));
}

function isFile(file: string | undefined, wanted: string): boolean {
  return file === wanted || file?.split('/').at(-1) === wanted;
}

const mostListed = 12;

/** One below the other, with how many more there are. */
export function listOf(texts: readonly string[]): string {
  const rest = texts.length - mostListed;
  return [...texts.slice(0, mostListed), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
