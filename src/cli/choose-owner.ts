import type { Audit } from '../audit/finding.js';
import { narrowToOwner, ownersIn } from '../audit/narrow-to-owner.js';
import { Misuse } from './misuse.js';
import { hintFor } from './parse-request.js';

/** What of some audits is an owner's: of the models that name them. */
export function chooseOwner(audits: readonly Audit[], owner: string | undefined): readonly Audit[] {
  if (owner === undefined || audits.length === 0) return audits;
  const theirs = audits.filter(({ model }) => ownersIn(model).includes(owner));
  if (theirs.length > 0) return theirs.map((audit) => narrowToOwner(audit, owner));
  const known = [...new Set(audits.flatMap(({ model }) => ownersIn(model)))].sort();
  const listed = known.length === 0 ? 'No owner is named in any.' : `Owners are ${known.join(', ')}.`;
  throw new Misuse(`'${owner}' owns nothing in these models.`, hintFor(owner, known, listed));
}
