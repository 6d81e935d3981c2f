import { lazily } from '../../../graph/lazily.js';
import type { Goal } from '../journeys.js';
import type { PacketWays } from '../packet-ways.js';
import type { AnalysedJourney, Importance, JourneyAvailability } from '../result.js';
import { compileStructures } from '../structure.js';
import type { Universe } from '../universe.js';
import { basicEventsIn, failsByChance } from './basic-events.js';
import { componentsInOrder } from './components-in-order.js';
import { probabilitiesUpTo } from './diagram-probabilities.js';
import { eventOrder } from './event-order.js';
import { type ElementImportance, exactImportance } from './exact-importance.js';
import { diagramOf, type JourneyDiagram } from './journey-diagram.js';
import { type JourneySystem, type SystemGround, systemOf } from './journey-system.js';
import { type AvailabilityLimits, modelLimits, type SharedWork, shareWork } from './limits.js';
import { type Samples, sampleJourney } from './sample-journey.js';
import { sampledImportance } from './sampled-importance.js';
import { takeoversIn } from './takeovers.js';
import { waitFunctions } from './waits.js';
import { wilsonInterval } from './wilson-interval.js';

export interface AvailabilityGround {
  readonly universe: Universe;
  readonly goals: readonly Goal[];
  /** One for each goal. */
  readonly journeys: readonly AnalysedJourney[];
  readonly ways: PacketWays;
  readonly expired: readonly number[];
}

interface Prepared extends SystemGround {
  readonly universe: Universe;
  readonly work: SharedWork;
}

/**
 * The availability of each journey: exactly, by a decision diagram over the independent basic events, and sampled where the
 * diagram outgrows its limits.
 */
export function analyseAvailability(
  { universe, goals, journeys, ways, expired }: AvailabilityGround,
  limits: AvailabilityLimits = modelLimits,
): readonly JourneyAvailability[] {
  const { events: failures, waits, chancesIn } = basicEventsIn(universe, takeoversIn(universe));
  const structures = compileStructures(universe, ways, chancesIn);
  const events = [...failures];
  const functions = waitFunctions(universe, waits, failures, (event) => events.push(event) - 1);
  const ground = { universe, structures, events, waits: functions, expired: new Set(expired) };
  const prepared = { ...ground, work: shareWork(goals.length, limits) };
  return goals.map((goal, index) => journeyAvailability(prepared, goal, journeys[index]!));
}

function journeyAvailability(prepared: Prepared, goal: Goal, journey: AnalysedJourney): JourneyAvailability {
  if (journey.state === 'broken') return without(journey, 1, 'exact');
  const { universe, events, work } = prepared;
  const system = systemOf(prepared, goal);
  const figured = new Set(events.map(({ element }) => element));
  const assumed = system.elements
    .filter((element) => !figured.has(element) && failsByChance(universe, element))
    .map((element) => universe.elements[element]!);
  if (events.every(({ sort }) => sort === 'takeover')) return { ...without(journey, undefined, 'none'), assumed };
  const order = eventOrder(universe, events, system, componentsInOrder(system));
  const diagram = diagramOf(system, events, order, work);
  const sampled = lazily(() => sampleJourney(system, events, order, work.sampling));
  const important = lazily(() => importanceIn(prepared, system, order, diagram, sampled));
  return {
    journey,
    assumed,
    ...(diagram ? exactly(diagram) : bySamples(sampled())),
    get importance() {
      return important().list;
    },
    get importanceMethod() {
      return important().method;
    },
  };
}

type Value = Pick<JourneyAvailability, 'unavailability' | 'method' | 'sampled'>;

function without(
  journey: AnalysedJourney,
  unavailability: number | undefined,
  method: 'exact' | 'none',
): JourneyAvailability {
  return { journey, unavailability, method, assumed: [], importance: [], importanceMethod: 'exact' };
}

function exactly({ diagram, top, shares }: JourneyDiagram): Value {
  return { unavailability: probabilitiesUpTo(diagram, top, shares)[top]!, method: 'exact' };
}

function bySamples({ samples, hits }: Samples): Value {
  const sampled = { samples, hits, ...wilsonInterval(hits, samples) };
  return { unavailability: hits / samples, method: 'monte carlo', sampled };
}

interface ImportanceList {
  readonly method: JourneyAvailability['importanceMethod'];
  readonly list: readonly Importance[];
}

function importanceIn(
  { universe, events }: Prepared,
  system: JourneySystem,
  order: readonly number[],
  diagram: JourneyDiagram | undefined,
  sampled: () => Samples,
): ImportanceList {
  const figures = new Map(events.map(({ element, sort, figure }) => [sort === 'failure' ? element : -1, figure]));
  const exact = diagram && exactImportance(diagram, events);
  const found: readonly ElementImportance[] = exact ?? sampledImportance(system, events, order, sampled());
  const list = [...found]
    .sort((left, right) => rank(right) - rank(left) || left.element - right.element)
    .map(({ element, ...measures }) => ({
      element: universe.elements[element]!,
      unavailability: figures.get(element)!,
      ...measures,
    }));
  return { method: exact ? 'exact' : 'sampled', list };
}

/** Elements alike differ in their last digits only: they keep the order of the universe. */
function rank({ criticality }: ElementImportance): number {
  return Number(criticality.toPrecision(9));
}
