import type { BasicEvent } from './basic-events.js';
import { componentsInOrder } from './components-in-order.js';
import type { ElementImportance } from './exact-importance.js';
import type { JourneySystem } from './journey-system.js';
import type { Samples } from './sample-journey.js';
import { solverOf } from './solve-system.js';
import { wordAlgebra } from './word-algebra.js';

/** What was found of the events in the broken samples, by the number of the event or element. */
interface Tally {
  /** Broken samples that the event alone would mend. */
  readonly mending: Map<number, number>;
  /** Broken samples in which the element is in a minimal cut set. */
  readonly cutting: Map<number, number>;
}

/**
 * Importance from the samples that broke the journey: criticality is the share of them that mending the element would
 * mend, Fussell-Vesely's the share in which a minimal cut set with the element was found. One is looked for by taking away
 * everything else that can be spared, so that the share may be too low and is never too high.
 */
export function sampledImportance(
  system: JourneySystem,
  events: readonly BasicEvent[],
  order: readonly number[],
  { samples, hits, broken }: Samples,
): readonly ElementImportance[] {
  const words = new Int32Array(events.length);
  const solve = solverOf(system, componentsInOrder(system), wordAlgebra(words));
  const tally: Tally = { mending: new Map(), cutting: new Map() };
  for (const happening of broken) {
    const cutting = new Set<number>();
    for (let first = 0; first < happening.length; first += 32) {
      const found = lookInto(happening, happening.slice(first, first + 32));
      for (const event of found.mending) increase(tally.mending, event);
      for (const event of found.cutting) cutting.add(events[event]!.element);
    }
    for (const element of cutting) increase(tally.cutting, element);
  }
  return tallied(events, order, tally, broken.length, hits / samples);

  /** Each candidate has a bit of its own, in which it is the last to be taken away. */
  function lookInto(happening: readonly number[], candidates: readonly number[]) {
    for (const event of happening) words[event] = -1;
    for (const [bit, event] of candidates.entries()) words[event]! &= ~(1 << bit);
    const mended = ~solve();
    for (const event of candidates) words[event] = -1;
    for (const event of happening) spare(event, candidates.indexOf(event));
    for (const [bit, event] of candidates.entries()) words[event]! &= ~(1 << bit);
    const minimal = ~solve();
    for (const event of happening) words[event] = 0;
    const failures = candidates.map((event, bit) => ({ event, bit })).filter(({ event }) => isFailure(event));
    return {
      mending: failures.filter(({ bit }) => (mended >>> bit) & 1).map(({ event }) => event),
      cutting: failures.filter(({ bit }) => (minimal >>> bit) & 1).map(({ event }) => event),
    };
  }

  /** Takes an event away in every bit but its own, and brings it back where the journey would work without. */
  function spare(event: number, own: number): void {
    const before = words[event]!;
    words[event] = own < 0 ? 0 : before & (1 << own);
    words[event]! |= before & ~solve();
  }

  function isFailure(event: number): boolean {
    return events[event]!.sort === 'failure';
  }
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function tallied(
  events: readonly BasicEvent[],
  order: readonly number[],
  { mending, cutting }: Tally,
  looked: number,
  unavailability: number,
): readonly ElementImportance[] {
  const failures = order.filter((event) => events[event]!.sort === 'failure');
  const critical = new Map<number, number>();
  for (const event of failures) {
    const { element, growth, figure, unavailability: share } = events[event]!;
    const weight = share === 0 ? 0 : (growth * figure) / share;
    critical.set(element, (critical.get(element) ?? 0) + weight * (mending.get(event) ?? 0));
  }
  const figures = new Map(failures.map((event) => [events[event]!.element, events[event]!.figure]));
  return [...critical].map(([element, count]) => {
    const criticality = looked === 0 ? 0 : count / looked;
    const figure = figures.get(element)!;
    return {
      element,
      birnbaum: figure === 0 ? 0 : (criticality * unavailability) / figure,
      criticality,
      fussellVesely: looked === 0 ? 0 : (cutting.get(element) ?? 0) / looked,
    };
  });
}
