import { randomNumbers } from './random-numbers.js';

/** What happens in some samples: those in which nothing does are left out, and the others numbered without gaps. */
export interface ScenarioDraw {
  /** How many samples something happens in. */
  readonly scenarios: number;
  /** One entry for each event that is the case in a scenario; those of 32 scenarios stand together. */
  readonly events: Int32Array;
  readonly scenarioOf: Int32Array;
  /** Where the entries of each 32 scenarios begin, and at the end how many there are. */
  readonly wordStart: Int32Array;
}

/**
 * Draws samples in runs, one after the other. Each event jumps from one sample in which it is the case to the next: its
 * gaps are geometric, so that rare events cost little.
 */
export function drawsOf(shares: readonly number[], seed: number): (start: number, end: number) => ScenarioDraw {
  const random = randomNumbers(seed);
  const next = Float64Array.from(shares, gap);
  return (start, end) => {
    let events = new Int32Array(1 << 10);
    let samples = new Int32Array(1 << 10);
    let entries = 0;
    for (const [event, share] of shares.entries()) {
      let sample = next[event]!;
      for (; sample < end; sample += 1 + gap(share)) {
        if (entries === events.length) {
          events = enlarged(events);
          samples = enlarged(samples);
        }
        events[entries] = event;
        samples[entries] = sample - start;
        entries += 1;
      }
      next[event] = sample;
    }
    return byWord(end - start, events.subarray(0, entries), samples.subarray(0, entries));
  };

  function gap(share: number): number {
    if (share <= 0) return Number.POSITIVE_INFINITY;
    return share >= 1 ? 0 : Math.floor(Math.log(random()) / Math.log1p(-share));
  }
}

/** Numbers the samples that something happens in, in their order, and sorts the entries by counting. */
function byWord(count: number, events: Int32Array, samples: Int32Array): ScenarioDraw {
  const scenarioAt = new Int32Array(count);
  for (const sample of samples) scenarioAt[sample] = 1;
  let scenarios = 0;
  for (let sample = 0; sample < count; sample += 1) {
    if (scenarioAt[sample] === 0) continue;
    scenarioAt[sample] = scenarios;
    scenarios += 1;
  }
  const scenarioOf = samples.map((sample) => scenarioAt[sample]!);
  const wordStart = new Int32Array(((scenarios + 31) >>> 5) + 1);
  for (const scenario of scenarioOf) wordStart[(scenario >>> 5) + 1]! += 1;
  for (let word = 1; word < wordStart.length; word += 1) wordStart[word]! += wordStart[word - 1]!;
  const next = wordStart.slice();
  const sorted = { events: new Int32Array(events.length), scenarioOf: new Int32Array(events.length) };
  for (const [entry, scenario] of scenarioOf.entries()) {
    const place = next[scenario >>> 5]!;
    next[scenario >>> 5] = place + 1;
    sorted.events[place] = events[entry]!;
    sorted.scenarioOf[place] = scenario;
  }
  return { scenarios, wordStart, ...sorted };
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
