import type { JourneyAvailability } from './result.js';

export const objectiveVerdicts = ['met', 'met at best', 'missed', 'too close to tell'] as const;
export type ObjectiveVerdict = (typeof objectiveVerdicts)[number];

/**
 * Whether a journey meets its objective: with parts that tell no figure at best, and near a sampled figure nobody can tell.
 * Undefined where there is no objective, or nothing to hold it against.
 */
export function objectiveVerdict({
  journey: { objective },
  unavailability,
  assumed,
  sampled,
}: JourneyAvailability): ObjectiveVerdict | undefined {
  if (objective === undefined || unavailability === undefined) return undefined;
  const allowed = 1 - objective;
  if (sampled && sampled.low <= allowed && allowed < sampled.high) return 'too close to tell';
  if (unavailability > allowed) return 'missed';
  return assumed.length > 0 ? 'met at best' : 'met';
}
