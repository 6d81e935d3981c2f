import type { DiagramLimits } from './diagram.js';

/**
 * How much work the availability of a model or a journey may make. Counted, so that the answer is the same on every machine:
 * beyond what a diagram may grow to, a journey is sampled, less often where a sample costs more.
 */
export interface AvailabilityLimits extends DiagramLimits {
  /** Steps of sampling. */
  readonly sampling: number;
}

/**
 * Most models of a few hundred events stay far below what a diagram may take; beyond, it would have outgrown any larger limit
 * as well.
 */
export const modelLimits: AvailabilityLimits = { nodes: 200_000, steps: 8_000_000, sampling: 200_000_000 };
const fewest = { steps: 2_000_000, sampling: 10_000_000 };
const mostSampling = 100_000_000;

/** The journeys of a model share the work: so much may be made for each of them. */
export function limitsFor(journeys: number, { nodes, steps, sampling }: AvailabilityLimits): AvailabilityLimits {
  const shareOf = (work: number, least: number) =>
    Math.max(Math.min(least, work), Math.floor(work / Math.max(1, journeys)));
  return {
    nodes,
    steps: shareOf(steps, fewest.steps),
    sampling: Math.min(mostSampling, shareOf(sampling, fewest.sampling)),
  };
}
