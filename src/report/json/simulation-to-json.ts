import { objectiveVerdict } from '../../analyses/faults/objective-verdict.js';
import type { AnalysedJourney, JourneyAvailability, Pair, SinglePoint } from '../../analyses/faults/result.js';
import { isComplete } from '../../audit/questions/is-complete.js';
import type { Element } from '../../graph/architecture.js';
import type { FailureGround } from '../failure/failure-ground.js';
import { firstAid } from '../failure/first-aid.js';
import { remediesForFailed } from '../failure/remedies.js';
import type { Scenario } from '../failure/scenario.js';
import { whoNotices } from '../failure/who-notices.js';
import { modelHead } from './audit-to-json.js';
import { oneOrList } from './one-or-list.js';
import type { EveryFailureDocument, ScenarioDocument, SimulationDocument } from './simulation-schema.js';

/** Simulated failures as JSON, as `simulationJsonSchema` describes it: one model is one object, several are a list. */
export function simulationToJson(documents: readonly SimulationDocument[], someMissing?: boolean): string {
  return oneOrList(documents, someMissing);
}

/** Every single failure of a model, and pairs of them. */
export function everyFailureDocument(ground: FailureGround): EveryFailureDocument {
  const { faults } = ground;
  const { pairs, availability } = faults;
  const pairsOf = pairsByJourney(pairs.minimal);
  return {
    ...headOf(ground),
    journeys: availability.map((figure) => judged(figure, ground, pairsOf.get(figure.journey) ?? [])),
    causes: faults.singlePoints.map(causeDocument),
    pairCauses: pairs.causes.map(({ elements, also, journeys }) => ({
      elements: twoIds(elements),
      also: also.map(twoIds),
      journeys: journeyIds(journeys),
    })),
    pairsTried: pairs.tried,
    pairsCandidates: pairs.candidates,
    ...figuresOf(availability),
    coldStart: idsOf(faults.coldStart),
    assumptions: [...faults.assumptions],
  };
}

/** Named elements of a model failing together. */
export function scenarioDocument(scenario: Scenario): ScenarioDocument {
  const { ground, simulation, failed } = scenario;
  const noticing = whoNotices(scenario);
  return {
    ...headOf(ground),
    failed: idsOf(failed),
    journeys: simulation.journeys.map(({ journey: { id, mode }, ...outcome }) => ({ id, mode, ...outcome })),
    elements: simulation.elements.map(({ element, ...consequence }) => ({ id: element.id, ...consequence })),
    dataLoss: idsOf(simulation.dataLoss),
    lostWrites: idsOf(simulation.lostWrites),
    notices: {
      watchers: noticing.watchers.map(({ monitor, sees, isDown, alerts, unreached }) => ({
        id: monitor.id,
        sees: idsOf(sees),
        isDown,
        alerts: idsOf(alerts),
        unreached: idsOf(unreached),
      })),
      unwatched: idsOf(noticing.unwatched),
      complete: isComplete(ground.model, 'monitoring'),
    },
    firstAid: [...firstAid(scenario)],
    remedies: remediesForFailed(failed, ground).map(({ text, finding }) => ({ text, finding: finding?.handle })),
    assumptions: [...ground.faults.assumptions],
  };
}

function headOf({ model, on, expired }: FailureGround) {
  return {
    format: 'stanchion-simulation' as const,
    version: 1 as const,
    model: modelHead(model),
    on,
    expired: expired.map(({ id, facts }) => ({ id, expires: facts.expires ?? '' })),
  };
}

function judged(
  { journey, unavailability, method, assumed }: JourneyAvailability,
  { faults }: FailureGround,
  pairs: readonly Pair[],
): EveryFailureDocument['journeys'][number] {
  const { id, mode, state } = journey;
  return {
    id,
    mode,
    state,
    singlePoints: faults.singlePointsOf(journey).map((element): [string] => [element.id]),
    pairs: pairs.map(({ elements }) => twoIds(elements)),
    unavailability: { value: unavailability ?? null, method, assumed: idsOf(assumed) },
  };
}

function pairsByJourney(pairs: readonly Pair[]): ReadonlyMap<AnalysedJourney, readonly Pair[]> {
  const index = new Map<AnalysedJourney, Pair[]>();
  for (const pair of pairs) {
    for (const journey of pair.journeys) {
      const list = index.get(journey);
      if (list) list.push(pair);
      else index.set(journey, [pair]);
    }
  }
  return index;
}

function causeDocument(point: SinglePoint): EveryFailureDocument['causes'][number] {
  const { root, also, journeys, blastRadius, dataLoss, onlyListed } = point;
  return {
    root: root.id,
    also: idsOf(also),
    journeys: journeyIds(journeys),
    stops: idsOf(blastRadius),
    dataLoss: idsOf(dataLoss),
    onlyListed,
  };
}

function figuresOf(
  availability: readonly JourneyAvailability[],
): Pick<EveryFailureDocument, 'importance' | 'objectives' | 'sampled'> {
  return {
    importance: availability
      .filter(({ importance }) => importance.length > 0)
      .map(({ journey: { id, mode }, importance, importanceMethod }) => ({
        journey: id,
        mode,
        method: importanceMethod,
        elements: importance.map(({ element, ...figures }) => ({ id: element.id, ...figures })),
      })),
    objectives: availability.flatMap((one) => {
      const { id, mode, objective } = one.journey;
      return objective === undefined ? [] : [{ journey: id, mode, objective, verdict: objectiveVerdict(one) ?? null }];
    }),
    sampled: availability.flatMap(({ journey: { id, mode }, sampled }) =>
      sampled === undefined ? [] : [{ journey: id, mode, ...sampled }],
    ),
  };
}

function twoIds([one, other]: readonly [Element, Element]): [string, string] {
  return [one.id, other.id];
}

function journeyIds(journeys: readonly AnalysedJourney[]): string[] {
  return journeys.map(({ id }) => id);
}

function idsOf(elements: readonly Element[]): string[] {
  return elements.map(({ id }) => id);
}
