import { doesLeadOut, leadsOut } from '../load/find-models.js';
import { Misuse } from './misuse.js';

/** What a change puts in the place of a folder of models may lead to anything that the runner may read. */
export function refuseLinks(inputs: readonly string[], cwd: string): void {
  const link = inputs.find((input) => doesLeadOut(input, cwd));
  if (link === undefined) return;
  const { message, hint } = leadsOut(link);
  throw new Misuse(message, hint);
}
