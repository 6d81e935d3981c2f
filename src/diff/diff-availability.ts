import type { AnalysedJourney, Faults, JourneyAvailability } from '../analyses/faults/result.js';
import type { Element } from '../graph/architecture.js';
import type { Matched } from './match-items.js';
import type { ModelDiff } from './model-diff.js';
import { translatorOf } from './translate-ids.js';

/** How available a journey is that both models have. */
export interface AvailabilityChange {
  readonly before: JourneyAvailability;
  readonly after: JourneyAvailability;
  /**
   * `unclear`: the figures differ by less than their intervals, or stand for different things, since not the same elements tell
   * how often they fail.
   */
  readonly verdict: 'better' | 'worse' | 'unclear';
  /** What told a figure before and does not any more: elements of the head on which the journey hangs. */
  readonly silenced: readonly Element[];
  /** Whether there is anything to tell: the verdict, figures apart by more than rounding, or what fell silent. */
  readonly isOtherwise: boolean;
}

export function diffAvailability(
  base: Faults,
  head: Faults,
  { pairs }: Matched<AnalysedJourney>,
  diff: ModelDiff,
): readonly AvailabilityChange[] {
  const [before, after] = [byJourney(base), byJourney(head)];
  return pairs.flatMap((pair) => {
    const [was, is] = [before.get(pair.before), after.get(pair.after)];
    return was && is ? [compare(was, is, diff)] : [];
  });
}

function byJourney({ availability }: Faults): ReadonlyMap<AnalysedJourney, JourneyAvailability> {
  return new Map(availability.map((one) => [one.journey, one]));
}

function compare(before: JourneyAvailability, after: JourneyAvailability, diff: ModelDiff): AvailabilityChange {
  const silenced = silencedIn(before, after, diff);
  const verdict = verdictOf(before, after, diff);
  const isOtherwise = verdict !== 'unclear' || silenced.length > 0 || isApart(before, after);
  return { before, after, verdict, silenced, isOtherwise };
}

/**
 * A figure with silent elements is a bound: more may be missing than it says. Two bounds are compared where the same are silent;
 * else only where the one that is better says all, so that what the other leaves out could but make it worse still.
 */
function verdictOf(
  before: JourneyAvailability,
  after: JourneyAvailability,
  diff: ModelDiff,
): AvailabilityChange['verdict'] {
  const [was, is] = [intervalOf(before), intervalOf(after)];
  if (!was || !is) return 'unclear';
  const areAlike = isSilentAlike(before, after, diff);
  if (isBelow(is.high, was.low) && (areAlike || after.assumed.length === 0)) return 'better';
  return isBelow(was.high, is.low) && (areAlike || before.assumed.length === 0) ? 'worse' : 'unclear';
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of the share of time in which a journey does not work; one number twice where it is exact. */
export function intervalOf({ unavailability, sampled }: JourneyAvailability): Interval | undefined {
  if (unavailability === undefined) return undefined;
  return sampled ? { low: sampled.low, high: sampled.high } : { low: unavailability, high: unavailability };
}

/** The same system written otherwise is added up in another order. */
const rounding = 1e-9;

function isBelow(left: number, right: number): boolean {
  return left < right * (1 - rounding);
}

/** Figures of which one is told and one is not, or exact ones that differ. Sampled ones may differ by chance. */
function isApart(before: JourneyAvailability, after: JourneyAvailability): boolean {
  const [was, is] = [intervalOf(before), intervalOf(after)];
  if (!was || !is) return was !== is;
  return isBelow(was.high, is.low) || isBelow(is.high, was.low);
}

function isSilentAlike(before: JourneyAvailability, after: JourneyAvailability, diff: ModelDiff): boolean {
  const toHead = translatorOf(diff.toHead);
  const ids = new Set(after.assumed.map(({ id }) => id));
  return before.assumed.length === ids.size && before.assumed.every(({ id }) => ids.has(toHead(id)));
}

function silencedIn(
  { importance }: JourneyAvailability,
  { assumed }: JourneyAvailability,
  diff: ModelDiff,
): readonly Element[] {
  const toHead = translatorOf(diff.toHead);
  const told = new Set(importance.map(({ element }) => toHead(element.id)));
  return assumed.filter(({ id }) => told.has(id));
}
