import type { DiagramLimits } from './diagram.js';

/**
 * How much work the availability of a model may make. Counted, so that the answer is the same on every machine: beyond what
 * a diagram may grow to, a journey is sampled, less often where a sample costs more.
 */
export interface AvailabilityLimits extends DiagramLimits {
  /** Steps of sampling, for all journeys together. */
  readonly sampling: number;
}

/**
 * Most models of a few hundred events stay far below what a diagram may take; beyond, it would have outgrown any larger limit
 * as well.
 */
export const modelLimits: AvailabilityLimits = { nodes: 200_000, steps: 8_000_000, sampling: 200_000_000 };
/** So many diagrams of a model may take all the steps that one may. */
const diagramsInFull = 5;
const fewest = { steps: 50_000, sampling: 1_000_000 };
const mostSampling = 100_000_000;

/** What is left of the work that the journeys of a model share. */
export interface SharedWork {
  /** What the next diagram may take. */
  diagram(): DiagramLimits;
  /** Counts the steps that a diagram took. */
  spend(steps: number): void;
  /** Steps of sampling, for each journey. */
  readonly sampling: number;
}

export function shareWork(journeys: number, { nodes, steps, sampling }: AvailabilityLimits): SharedWork {
  let left = steps * diagramsInFull;
  const share = Math.floor(sampling / Math.max(1, journeys));
  return {
    diagram: () => ({ nodes, steps: Math.min(steps, Math.max(fewest.steps, left)) }),
    spend(taken) {
      left -= taken;
    },
    sampling: Math.min(mostSampling, Math.max(Math.min(fewest.sampling, sampling), share)),
  };
}
