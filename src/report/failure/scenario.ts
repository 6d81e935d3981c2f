import type { AnalysedJourney, Consequence, Simulation } from '../../analyses/faults/result.js';
import type { Element, ElementId } from '../../graph/architecture.js';
import type { FailureGround } from './failure-ground.js';

/** What happens when elements fail together, sorted for readers. */
export interface Scenario {
  readonly ground: FailureGround;
  readonly simulation: Simulation;
  /** What fails: what was named, and certificates that have run out. */
  readonly failed: readonly Element[];
  /** What stops working with it; what never worked, and users, are left out. */
  readonly stopped: readonly Consequence[];
  readonly worseOff: readonly Consequence[];
  /** How many elements there are, users left out, and those of them that are as they were. */
  readonly parts: number;
  readonly untouched: readonly Element[];
  readonly broken: readonly AnalysedJourney[];
  /** Broken, and an alternative goes on: another copy of the store is read instead. */
  readonly madeUpFor: readonly AnalysedJourney[];
  readonly degraded: readonly AnalysedJourney[];
  readonly working: readonly AnalysedJourney[];
  /** Journeys that do not work with nothing failed either. */
  readonly neverWorked: readonly AnalysedJourney[];
}

export function playScenario(ground: FailureGround, ids: readonly ElementId[]): Scenario {
  const { before, faults, elements, expired } = ground;
  const simulation = faults.simulate(ids);
  const failed = [...new Set([...simulation.failed, ...expired])];
  const changed = consequencesOf(simulation, failed, ground.asModelled);
  const touched = new Set([...failed, ...changed.map(({ element }) => element)]);
  const parts = elements.filter(({ kind }) => kind !== 'user');
  const never = new Set(before.journeys.filter(({ state }) => state === 'broken').map(keyOf));
  const told = simulation.journeys.filter(({ journey }) => !never.has(keyOf(journey)));
  const inState = (wanted: AnalysedJourney['state']) =>
    told.flatMap(({ journey, state, madeUpFor }) => (state === wanted && madeUpFor !== true ? journey : []));
  return {
    ground,
    simulation,
    failed,
    stopped: changed.filter(({ state }) => state === 'dead'),
    worseOff: changed.filter(({ state }) => state === 'degraded'),
    untouched: parts.filter((part) => !touched.has(part)),
    parts: parts.length,
    broken: inState('broken'),
    madeUpFor: told.flatMap(({ journey, madeUpFor }) => (madeUpFor === true ? journey : [])),
    degraded: inState('degraded'),
    working: inState('works'),
    neverWorked: simulation.journeys.flatMap(({ journey }) => (never.has(keyOf(journey)) ? journey : [])),
  };
}

/** Neither what failed of itself, nor what was no better before. */
function consequencesOf(
  { elements }: Simulation,
  failed: readonly Element[],
  before: readonly Consequence[],
): readonly Consequence[] {
  const own = new Set(failed.map(({ id }) => id));
  const known = new Set(before.map(({ element, state }) => JSON.stringify([element.id, state])));
  return elements.filter(({ element, state }) => {
    const isTold = own.has(element.id) || known.has(JSON.stringify([element.id, state]));
    return !isTold && element.kind !== 'user';
  });
}

function keyOf({ id, mode }: AnalysedJourney): string {
  return JSON.stringify([id, mode]);
}
