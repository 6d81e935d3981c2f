import type { Audit } from '../audit/finding.js';
import { canonical } from './canonical.js';
import { type Level, type Matched, matchItems } from './match-items.js';

/** The models of one side of a comparison. */
export interface Side {
  readonly audits: readonly Audit[];
  /** Everything that this side has was read. Where something was not, what is missing here may be there. */
  readonly isWhole: boolean;
}

/**
 * The same models of both sides: by name and environment, in whatever file they stand. An environment left out counts as
 * production, so that saying so makes no other model. Of the others, one that is gone and one that is new are the same under
 * another name where there is no other such in their file, and both are mostly alike. `areTwo`: somebody named two models to be
 * held against each other, whatever they are called.
 */
export function pairAudits(base: Side, head: Side, areTwo = false): Matched<Audit> {
  const isPair = areTwo && base.audits.length === 1 && head.audits.length === 1;
  const named = matchItems(base.audits, head.audits, [said, meant, ...(isPair ? [anything] : [])].map(byKey));
  // What could not be read may be what seems to be gone, or to be new.
  return base.isWhole && head.isWhole ? withRenamed(named, head.audits) : named;
}

function withRenamed(named: Matched<Audit>, head: readonly Audit[]): Matched<Audit> {
  const { pairs, added, removed } = named;
  const renamed = matchItems(removed, added, [byKey(place)]).pairs.filter(areAlike);
  if (renamed.length === 0) return named;
  const [gone, come] = [new Set(renamed.map(({ before }) => before)), new Set(renamed.map(({ after }) => after))];
  const pairOf = new Map([...pairs, ...renamed].map((pair) => [pair.after, pair]));
  return {
    pairs: head.flatMap((audit) => pairOf.get(audit) ?? []),
    added: added.filter((audit) => !come.has(audit)),
    removed: removed.filter((audit) => !gone.has(audit)),
  };
}

function byKey(key: (audit: Audit) => string): Level<Audit> {
  return { ofBase: key, ofHead: key };
}

function said({ model: { name, facts } }: Audit): string {
  return canonical([name, facts.environment ?? null]);
}

function meant({ model: { name, facts } }: Audit): string {
  return canonical([name, facts.environment ?? 'production']);
}

function anything(): string {
  return '';
}

/** Another environment is asked other questions: it is another model. */
function place({ model: { name, facts, at } }: Audit): string {
  return canonical([at?.file ?? ['nowhere', name], facts.environment ?? 'production']);
}

/** Half of the elements of either are there in both: what stands in the file of another model may be anything. */
function areAlike({ before, after }: { readonly before: Audit; readonly after: Audit }): boolean {
  const [mine, theirs] = [before.model.elements, after.model.byId];
  const shared = mine.filter(({ id }) => theirs.has(id)).length;
  return shared > 0 && 2 * shared >= Math.max(mine.length, theirs.size);
}
