import type { domainKinds, requestTakingKinds, runningKinds, storeKinds } from '../kind-groups.js';
import type { Kind } from '../kinds.js';
import type { RuleId } from '../rule-ids.js';
import type { Day, Duration } from '../units.js';
import type { reached } from './target.js';

/** What every element may say of itself. All of it may stay open: left out, it is unknown. */
export interface CommonFacts {
  readonly owner?: string;
  readonly description?: string;
  /** What it is for; reports show it under "Why it is there". */
  readonly why?: string;
  readonly tags?: readonly string[];
  readonly link?: string;
  /** Name and version as people say it: `'nginx 1.28'`. */
  readonly software?: string;
  readonly supportedUntil?: Day;
  /** The share of time in which it works, 0 to 1. */
  readonly availability?: number;
  /** The share of time in which it does not; for figures so small that 1 minus them is rounding noise. */
  readonly unavailability?: number;
  /** Mean time between failures; goes with `mttr`. */
  readonly mtbf?: Duration;
  /** Mean time to repair. */
  readonly mttr?: Duration;
  /** The figure covers places and needs too, as a provider's promise does. */
  readonly availabilityIncludes?: 'everything';
}

/** A finding is known and accepted here, with a reason and, best, a last day. */
export interface Acceptance {
  readonly rule: RuleId;
  readonly because: string;
  readonly until?: Day;
  readonly by?: string;
}

/** What an author holds of an element. */
export interface ElementHandle<K extends Kind, R = 'directly'> {
  readonly kind: K;
  readonly [reached]: R;
  readonly name: string;
  accepts(acceptance: Acceptance): void;
}

// Taken from the lists, so that an error spells the kinds out.
export type RunningKind = (typeof runningKinds)[number];
export type StoreKind = (typeof storeKinds)[number];
export type RequestTakingKind = (typeof requestTakingKinds)[number];
export type DomainKind = (typeof domainKinds)[number];

/** One element of these kinds, whatever it listens to. */
export interface AnElement<K extends Kind> {
  readonly kind: K;
}

export type DomainHandle = AnElement<DomainKind>;
