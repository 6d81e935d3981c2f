import type { BasicEvent } from './basic-events.js';
import { componentsInOrder } from './components-in-order.js';
import type { JourneySystem } from './journey-system.js';
import { drawsOf, type ScenarioDraw } from './scenario-draws.js';
import { solverOf } from './solve-system.js';
import { wordAlgebra } from './word-algebra.js';

export interface Samples {
  readonly samples: number;
  readonly hits: number;
  /** What was the case in the first of the samples that broke the journey, as numbers of events. */
  readonly broken: readonly (readonly number[])[];
}

const seed = 20_261_125;
const samplesInRun = 1 << 14;
const fewestSamples = 1 << 12;
const mostSamples = 1 << 20;
const keptHits = 512;

/**
 * Monte Carlo with a fixed seed, 32 scenarios at a time. Samples in which nothing happens break nothing and are not looked
 * at.
 */
export function sampleJourney(
  system: JourneySystem,
  events: readonly BasicEvent[],
  order: readonly number[],
  work: number,
): Samples {
  const total = samplesFor(system, events, order, work);
  const words = new Int32Array(events.length);
  const solve = solverOf(system, componentsInOrder(system), wordAlgebra(words));
  const shares = order.map((event) => events[event]!.unavailability);
  // By what they consist of, so that journeys that are not alike do not share their luck.
  const draw = drawsOf(shares, seed + Math.imul(system.count, 0x1_0001) + system.inputs.length);
  const broken: (readonly number[])[] = [];
  let hits = 0;

  for (let start = 0; start < total; start += samplesInRun) {
    const drawn = draw(start, Math.min(total, start + samplesInRun));
    for (let word = 0; word + 1 < drawn.wordStart.length; word += 1) evaluate(drawn, word);
  }
  return { samples: total, hits, broken };

  function evaluate({ events: happening, scenarioOf, wordStart }: ScenarioDraw, word: number): void {
    const [start, end] = [wordStart[word]!, wordStart[word + 1]!];
    for (let entry = start; entry < end; entry += 1) {
      words[order[happening[entry]!]!]! |= 1 << (scenarioOf[entry]! & 31);
    }
    const lost = solve();
    for (let bits = lost; bits !== 0; bits &= bits - 1) {
      hits += 1;
      const bit = 31 - Math.clz32(bits & -bits);
      if (broken.length < keptHits) broken.push(order.filter((event) => (words[event]! >>> bit) & 1));
    }
    for (let entry = start; entry < end; entry += 1) words[order[happening[entry]!]!] = 0;
  }
}

function samplesFor(
  system: JourneySystem,
  events: readonly BasicEvent[],
  order: readonly number[],
  work: number,
): number {
  const happening = order.reduce((sum, event) => sum + events[event]!.unavailability, 0);
  const cost = happening + (Math.min(1, happening) * (system.count + system.inputs.length)) / 32;
  return Math.max(fewestSamples, Math.min(mostSamples, Math.floor(work / cost)));
}
