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
/** The first run shows what a sample costs. */
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
  const words = new Int32Array(events.length);
  let spent = 0;
  const algebra = wordAlgebra(words, (steps) => {
    spent += steps;
  });
  const solve = solverOf(system, componentsInOrder(system), algebra);
  const shares = order.map((event) => events[event]!.unavailability);
  // By what they consist of, so that journeys that are not alike do not share their luck.
  const draw = drawsOf(shares, seed + Math.imul(system.count, 0x1_0001) + system.inputs.length);
  const broken: (readonly number[])[] = [];
  let hits = 0;

  run(0, fewestSamples);
  const affordable = Math.floor((work / Math.max(1, spent)) * fewestSamples);
  const total = Math.max(fewestSamples, Math.min(mostSamples, affordable));
  for (let start = fewestSamples; start < total; start += samplesInRun) {
    run(start, Math.min(total, start + samplesInRun));
  }
  return { samples: total, hits, broken };

  function run(start: number, end: number): void {
    const drawn = draw(start, end);
    spent += drawn.events.length;
    for (let word = 0; word + 1 < drawn.wordStart.length; word += 1) evaluate(drawn, word);
  }

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
