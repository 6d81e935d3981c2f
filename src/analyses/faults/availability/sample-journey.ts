import type { BasicEvent } from './basic-events.js';
import { componentsInOrder } from './components-in-order.js';
import type { JourneySystem } from './journey-system.js';
import { randomNumbers } from './random-numbers.js';
import { solverOf } from './solve-system.js';
import { wordAlgebra } from './word-algebra.js';

export interface Samples {
  readonly samples: number;
  readonly hits: number;
  /** What was the case in the first of the samples that broke the journey, as numbers of events. */
  readonly broken: readonly (readonly number[])[];
}

const seed = 20_261_125;
const samplesInChunk = 1 << 14;
const fewestSamples = 1 << 12;
const mostSamples = 1 << 20;
/** Steps that a journey may cost; fewer samples of a larger system. Counted, so that the answer is always the same. */
const work = 100_000_000;
const keptHits = 512;

/**
 * Monte Carlo with a fixed seed. Each event jumps from one sample in which it is the case to the next (its gaps are
 * geometric), so that rare events cost little; samples in which nothing happens break nothing and are not looked at, and
 * the others are evaluated 32 at a time.
 */
export function sampleJourney(system: JourneySystem, events: readonly BasicEvent[], order: readonly number[]): Samples {
  const total = samplesFor(system, events, order);
  const words = new Int32Array(events.length);
  const solve = solverOf(system, componentsInOrder(system), wordAlgebra(words));
  const draw = drawerOf(events, order);
  const broken: (readonly number[])[] = [];
  let hits = 0;

  for (let start = 0; start < total; start += samplesInChunk) {
    const scenarios = draw(start, Math.min(total, start + samplesInChunk));
    for (let first = 0; first < scenarios.length; first += 32) evaluate(scenarios.slice(first, first + 32));
  }
  return { samples: total, hits, broken };

  function evaluate(scenarios: readonly (readonly number[])[]): void {
    for (const [bit, happening] of scenarios.entries()) for (const event of happening) words[event]! |= 1 << bit;
    const lost = solve();
    for (const [bit, happening] of scenarios.entries()) {
      for (const event of happening) words[event] = 0;
      if (((lost >>> bit) & 1) === 0) continue;
      hits += 1;
      if (broken.length < keptHits) broken.push(happening);
    }
  }
}

function samplesFor(system: JourneySystem, events: readonly BasicEvent[], order: readonly number[]): number {
  const happening = order.reduce((sum, event) => sum + events[event]!.unavailability, 0);
  const cost = happening + (Math.min(1, happening) * (system.count + system.inputs.length)) / 32;
  return Math.max(fewestSamples, Math.min(mostSamples, Math.floor(work / cost)));
}

/** For a run of samples, what is the case in each in which anything is. */
function drawerOf(
  events: readonly BasicEvent[],
  order: readonly number[],
): (start: number, end: number) => readonly (readonly number[])[] {
  const random = randomNumbers(seed);
  const gap = (share: number) => {
    if (share <= 0) return Number.POSITIVE_INFINITY;
    return share >= 1 ? 0 : Math.floor(Math.log(random()) / Math.log1p(-share));
  };
  const next = order.map((event) => gap(events[event]!.unavailability));
  return (start, end) => {
    const samples: (number[] | undefined)[] = new Array(end - start).fill(undefined);
    for (const [place, event] of order.entries()) {
      let sample = next[place]!;
      for (; sample < end; sample += 1 + gap(events[event]!.unavailability)) {
        const happening = samples[sample - start];
        if (happening) happening.push(event);
        else samples[sample - start] = [event];
      }
      next[place] = sample;
    }
    return samples.filter((happening) => happening !== undefined);
  };
}
