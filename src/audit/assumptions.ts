import type { Faults } from '../analyses/faults/result.js';
import type { Architecture } from '../graph/architecture.js';

/** What was taken for granted: the author's own words first, then ours. */
export function assumptionsOf(model: Architecture, faults: Faults | undefined): readonly string[] {
  const environment =
    model.facts.environment === undefined ? ['No environment is stated: it counts as production.'] : [];
  return [...new Set([...(model.facts.assumptions ?? []), ...environment, ...(faults?.assumptions ?? [])])];
}
