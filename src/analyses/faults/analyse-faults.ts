import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import type { Day } from '../../vocabulary/units.js';
import { assumptionsOf } from './assumptions.js';
import { analyseAvailability } from './availability/analyse-availability.js';
import type { AvailabilityLimits } from './availability/limits.js';
import { findColdStart } from './cold-start.js';
import { dataLossIn } from './data-loss.js';
import { describePairs } from './describe-pairs.js';
import { duringIn } from './during.js';
import { isOnlyListed } from './fallible.js';
import { has, members } from './goal-set.js';
import { listGoals } from './journeys.js';
import { judgeJourneys } from './judged-journeys.js';
import { labelsIn } from './labels.js';
import { packetWays } from './packet-ways.js';
import { findPairFailures } from './pairs.js';
import type { AnalysedJourney, Faults, SinglePoint } from './result.js';
import { groupByRootCause, type RootCause } from './root-causes.js';
import { openScenarios } from './scenarios.js';
import { type SimulationGround, simulate } from './simulate.js';
import { blastRadiusOf, failureGround, findLoneFailures } from './single-points.js';
import { pathThrough } from './span-of-fault.js';
import { compileStructures } from './structure.js';
import { listUniverse } from './universe.js';

export interface FaultOptions {
  /** Certificates that ran out before this day count as failed; left out, none does. */
  readonly on?: Day;
  /** A model of the same elements, and flows between the same ends, on which packets take the same ways. */
  readonly waysAsIn?: Architecture;
  /** How much work the availability of the journeys may make. */
  readonly availability?: AvailabilityLimits;
}

/** What happens when something fails: which journeys break, what alone breaks them, and why. */
export function analyseFaults(model: Architecture, options: FaultOptions = {}): Faults {
  const ground = prepare(model, options);
  const { universe, goals, journeys, scenarios } = ground;
  const failures = failureGround(goals, scenarios);
  const lone = lazily(() => findLoneFailures(failures));
  const during = lazily(() =>
    duringIn(
      universe,
      scenarios.map(({ structure }) => structure),
      ground.expired,
    ),
  );
  const pairs = lazily(() => describePairs(ground, failures, findPairFailures(failures, lone())));
  const singlePoints = lazily(() => groupByRootCause(universe, lone()).map((cause) => describe(ground, cause)));
  const availability = lazily(() => analyseAvailability(ground, options.availability));
  const pointOf = lazily(() => indexPoints(singlePoints()));

  return {
    journeys,
    get singlePoints() {
      return singlePoints();
    },
    singlePointOf: ({ id }) => pointOf().get(id),
    singlePointsOf(journey) {
      const goal = journeys.indexOf(journey);
      return lone().flatMap(({ element, broken }) => (has(broken, goal) ? [universe.elements[element]!] : []));
    },
    get coldStart() {
      return findColdStart(scenarios, ground.expired);
    },
    get pairs() {
      return pairs();
    },
    get availability() {
      return availability();
    },
    simulate: (failed) => simulate(ground, failures, failed),
    during: (failed, ask) => during()(failed, ask),
    get assumptions() {
      return assumptionsOf(universe, goals);
    },
  };
}

function prepare(model: Architecture, { on, waysAsIn = model }: FaultOptions): SimulationGround {
  const universe = listUniverse(model);
  const ways = packetWays(waysAsIn);
  const structures = compileStructures(universe, ways);
  const goals = listGoals(structures);
  const expired = on === undefined ? [] : expiredBy(universe.elements, on);
  const scenarios = structures.map((structure) => openScenarios(structure, goals, expired));
  const journeys = judgeJourneys(goals, scenarios);
  const labels = lazily(() => labelsIn(universe));
  const dataLoss = lazily(() => dataLossIn(universe));
  return {
    universe,
    goals,
    journeys,
    scenarios,
    ways,
    dataLoss: (failed) => dataLoss()(failed),
    expired,
    label: (element) => labels()(element),
  };
}

/** A certificate is good through its last day. */
function expiredBy(elements: readonly Element[], day: Day): readonly number[] {
  return elements.flatMap(({ kind, facts: { expires } }, index) =>
    kind === 'certificate' && expires !== undefined && expires < day ? [index] : [],
  );
}

function describe(ground: SimulationGround, { root, also }: RootCause): SinglePoint {
  const { universe, goals, journeys, scenarios } = ground;
  const element = universe.elements[root.element]!;
  const lost = lazily(() => members(root.lost).map((goal) => ({ goal, journey: journeys[goal]! })));
  const blastRadius = lazily(() => blastRadiusOf(root.element, scenarios).map((index) => universe.elements[index]!));
  const path = lazily(() => {
    const first = lost()[0]!.goal;
    return pathThrough(universe, scenarios, goals[first]!, first, element);
  });
  const dataLoss = lazily(() => ground.dataLoss([element]));
  return {
    root: element,
    also: also.map((index) => universe.elements[index]!),
    onlyListed: isOnlyListed(universe, element),
    get journeys(): readonly AnalysedJourney[] {
      return lost().map(({ journey }) => journey);
    },
    get blastRadius() {
      return blastRadius();
    },
    get path() {
      return path();
    },
    get dataLoss() {
      return dataLoss();
    },
  };
}

function indexPoints(points: readonly SinglePoint[]): ReadonlyMap<ElementId, SinglePoint> {
  const index = new Map<ElementId, SinglePoint>();
  for (const point of points) {
    for (const { id } of [point.root, ...point.also]) if (!index.has(id)) index.set(id, point);
  }
  return index;
}
