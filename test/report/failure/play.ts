import { type FailureGround, failureGround } from '../../../src/report/failure/failure-ground.js';
import { playScenario, type Scenario } from '../../../src/report/failure/scenario.js';
import type { Day } from '../../../src/vocabulary/units.js';
import { auditOf } from '../support.js';

export function groundOf(site: unknown, on?: Day): FailureGround {
  return failureGround(auditOf(site), on);
}

/** What happens in a model when elements, named by their ids, fail together. */
export function play(site: unknown, failed: readonly string[], on?: Day): Scenario {
  return playScenario(groundOf(site, on), failed);
}

export function idsOf(elements: readonly { readonly id: string }[]): readonly string[] {
  return elements.map(({ id }) => id);
}
