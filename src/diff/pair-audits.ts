import type { Audit } from '../audit/finding.js';
import { canonical } from './canonical.js';
import { type Matched, matchItems } from './match-items.js';

/** The models of one side of a comparison. */
export interface Side {
  readonly audits: readonly Audit[];
  /** Everything that this side has was read. Where something was not, what is missing here may be there. */
  readonly isWhole: boolean;
}

/**
 * The same models of both sides: by name and environment, in whatever file they stand. An environment left out counts as
 * production, so that saying so makes no other model. `areTwo`: somebody named two models to be held against each other,
 * whatever they are called.
 */
export function pairAudits(base: readonly Audit[], head: readonly Audit[], areTwo = false): Matched<Audit> {
  const keys = [said, meant, ...(areTwo && base.length === 1 && head.length === 1 ? [anything] : [])];
  return matchItems(
    base,
    head,
    keys.map((key) => ({ ofBase: key, ofHead: key })),
  );
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
