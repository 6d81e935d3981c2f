import type { Universe } from '../universe.js';
import type { BasicEvent } from './basic-events.js';
import { figureOf } from './figure-of.js';

/** A node that does not work while a takeover is going on. */
export interface Wait {
  readonly node: number;
  readonly seconds: number;
  readonly byHand: boolean;
  /** The active and what it stands on: whose failures make the takeover necessary. */
  readonly elements: readonly number[];
}

/** When a takeover is going on, over the numbers of events. */
export interface WaitFunction {
  readonly byHand: boolean;
  readonly parts: readonly {
    /** All of them are the case: the element is down. */
    readonly failures: readonly number[];
    /** Any of them is the case: it has not been down for long enough. `always`: it is repaired before. */
    readonly young: readonly number[] | 'always';
  }[];
}

/**
 * What the nodes of takeovers mean, by node, once the failures are all there. How long an element has been down is an event
 * of its own: it is down for less than the takeover takes for a share of min(1, rate × time / unavailability) of its time
 * down, so that each element adds its own failure rate × takeover time (Birolini, Reliability Engineering). A takeover is
 * going on while everything that is down is down for less; where no rate is told an automatic one is over at once, and one
 * by hand ends with the repair. `add` gives the number of a new event.
 */
export function waitFunctions(
  universe: Universe,
  waits: readonly Wait[],
  events: readonly BasicEvent[],
  add: (event: BasicEvent) => number,
): ReadonlyMap<number, WaitFunction> {
  const failures = failuresByElement(events);
  const shareOf = ({ seconds, byHand }: Wait, element: number): number => {
    const own = failures.get(element)!.map((event) => events[event]!);
    const members = own.reduce((sum, { copies }) => sum + copies, 0);
    const frequency = figureOf(universe.elements[element]!.facts)?.frequency;
    if (frequency === undefined) return byHand ? 1 : 0;
    // The last of n members that are all down came down n times as often, for the time of one repair shared by n.
    const share = own[0]!.figure === 0 ? 0 : (members * frequency * seconds) / own[0]!.figure;
    return Math.min(1, share);
  };
  const told = waits.map((wait) => {
    const elements = wait.elements.filter((element) => failures.has(element));
    return { wait, parts: elements.map((element) => ({ element, share: shareOf(wait, element) })) };
  });
  const youngOf = youngEvents(
    told.flatMap(({ parts }) => parts),
    add,
  );
  return new Map(
    told.map(({ wait: { node, byHand }, parts }) => [
      node,
      {
        byHand,
        parts: parts.map(({ element, share }) => ({
          failures: failures.get(element)!,
          young: share === 1 ? ('always' as const) : youngOf(element, share),
        })),
      },
    ]),
  );
}

function failuresByElement(events: readonly BasicEvent[]): ReadonlyMap<number, readonly number[]> {
  const failures = new Map<number, number[]>();
  for (const [event, { element }] of events.entries()) {
    const list = failures.get(element);
    if (list) list.push(event);
    else failures.set(element, [event]);
  }
  return failures;
}

/**
 * Down for less than 30 seconds is down for less than a minute: each longer share is the shorter one, or an event of its
 * own with what is missing to it.
 */
function youngEvents(
  parts: readonly { readonly element: number; readonly share: number }[],
  add: (event: BasicEvent) => number,
): (element: number, share: number) => readonly number[] {
  const young = new Map<number, { readonly share: number; readonly event: number }[]>();
  const before = new Map<number, number>();
  for (const { element, share } of [...parts].sort((left, right) => left.share - right.share)) {
    const shorter = before.get(element) ?? 0;
    if (share === shorter || share === 1) continue;
    const missing = (share - shorter) / (1 - shorter);
    const event = add({
      node: -1,
      element,
      sort: 'takeover',
      unavailability: missing,
      figure: missing,
      copies: 1,
      growth: 1,
    });
    before.set(element, share);
    young.set(element, [...(young.get(element) ?? []), { share, event }]);
  }
  return (element, share) => (young.get(element) ?? []).filter((one) => one.share <= share).map(({ event }) => event);
}
