import type { Element, ElementId } from '../../graph/architecture.js';
import { cutFlows } from './cut-flows.js';
import type { DataLoss } from './data-loss.js';
import { has, keepOnly, noGoals } from './goal-set.js';
import type { Goal } from './journeys.js';
import { degradedUsers } from './judged-journeys.js';
import type { Label } from './labels.js';
import type { PacketWays } from './packet-ways.js';
import { replicasThatServe } from './promotions.js';
import { type Explain, reasonsFor } from './reasons.js';
import type { AnalysedJourney, Consequence, Simulation } from './result.js';
import type { Scenarios } from './scenarios.js';
import { type FailureGround, withoutAlternatives } from './single-points.js';
import type { Mode } from './structure-draft.js';
import { tellingModes } from './telling-modes.js';
import type { Universe } from './universe.js';
import { worseOffClause } from './worse-off.js';

export interface SimulationGround {
  readonly universe: Universe;
  readonly goals: readonly Goal[];
  readonly journeys: readonly AnalysedJourney[];
  readonly scenarios: readonly Scenarios[];
  readonly ways: PacketWays;
  readonly dataLoss: DataLoss;
  readonly expired: readonly number[];
  readonly label: Label;
}

/**
 * What dies, what goes on worse off, and which journeys break when elements fail together; each worked out when it is
 * asked for. Unknown ids are left out.
 */
export function simulate(ground: SimulationGround, failures: FailureGround, ids: readonly ElementId[]): Simulation {
  const { universe, scenarios } = ground;
  const numbers = [...new Set(ids)].flatMap((id) => universe.indexOf.get(id) ?? []);
  const failed = numbers.map((number) => universe.elements[number]!);
  const elements = meanwhile(scenarios, numbers, (deaths) =>
    consequences(ground, new Set([...numbers, ...ground.expired]), deaths),
  );
  const journeys = meanwhile(scenarios, numbers, (deaths) => journeyStates(ground, failures, deaths));
  const cut = meanwhile(scenarios, numbers, () => cutFlows(universe.model, scenarios, tellingModes(universe.model)));
  const lostWrites = meanwhile(scenarios, numbers, () => replicasThatServe(universe, scenarios, ground.ways));
  return {
    failed,
    get elements() {
      return elements();
    },
    get journeys() {
      return journeys();
    },
    get cutFlows() {
      return cut();
    },
    get dataLoss() {
      return ground.dataLoss(failed);
    },
    get lostWrites() {
      return lostWrites();
    },
  };
}

type Deaths = readonly (readonly number[])[];

/** Answers a question once, with the elements failed while it is asked. */
function meanwhile<T>(scenarios: readonly Scenarios[], failed: readonly number[], ask: (deaths: Deaths) => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    if (answer) return answer.value;
    const deaths = scenarios.map(({ state }) => state.fail(failed));
    answer = { value: ask(deaths) };
    for (const [index, { state }] of scenarios.entries()) state.undo(deaths[index]!);
    return answer.value;
  };
}

function journeyStates(
  { goals, journeys, scenarios }: SimulationGround,
  failures: FailureGround,
  deaths: Deaths,
): Simulation['journeys'] {
  const broken = noGoals(goals.length);
  for (const [index, { addLost }] of scenarios.entries()) addLost(deaths[index]!, broken);
  keepOnly(broken, failures.working);
  const lost = withoutAlternatives(broken, failures);
  const degraded = scenarios.map((scenario) => degradedUsers(scenario, goals));
  return journeys.map((journey, index) => {
    const goal = goals[index]!;
    if (has(lost, index) || !has(failures.working, index)) return { journey, state: 'broken' };
    if (has(broken, index)) return { journey, state: 'broken', madeUpFor: true };
    const worse = scenarios.some(({ mode }, place) => goal.modes.includes(mode) && degraded[place]!.has(goal.from));
    return { journey, state: worse ? 'degraded' : 'works' };
  });
}

interface Witness {
  readonly scenario: Scenarios;
  readonly explain: Explain;
}

function consequences(ground: SimulationGround, failed: ReadonlySet<number>, deaths: Deaths): readonly Consequence[] {
  const { universe, ways, label } = ground;
  const expired = new Set(ground.expired);
  const telling = tellingModes(universe.model);
  /** For the other mode, where anything is asked of a store in it. */
  const goesOnIn =
    ({ mode }: Scenarios) =>
    (element: number) =>
      ground.scenarios.some(
        (other) => other.mode !== mode && telling.has(other.mode) && other.state.works[element] === 1,
      );
  const witnesses = ground.scenarios.map((scenario) => ({
    scenario,
    explain: reasonsFor({ scenario, goesOn: goesOnIn(scenario), ways, failed, expired, label }),
  }));
  return concerned(ground, deaths).flatMap(
    (index) => consequenceFor(universe.elements[index]!, index, witnesses, telling, label) ?? [],
  );
}

/** What died, what was dead before, and what has something to lose; in the order of the model. */
function concerned({ universe, scenarios }: SimulationGround, deaths: Deaths): readonly number[] {
  const numbers = new Set(
    scenarios.flatMap(({ structure, deadAsModelled }) => [...structure.spared, ...deadAsModelled]),
  );
  for (const node of deaths.flat()) if (node < universe.elements.length) numbers.add(node);
  return [...numbers].sort((left, right) => left - right);
}

function consequenceFor(
  element: Element,
  index: number,
  witnesses: readonly Witness[],
  telling: ReadonlySet<Mode>,
  label: Label,
): Consequence | undefined {
  const dead = witnesses.filter(({ scenario }) => scenario.state.works[index] === 0);
  const first = dead[0];
  if (first && witnesses.every((witness) => dead.includes(witness) || !telling.has(witness.scenario.mode))) {
    const best = dead.find(({ scenario }) => telling.has(scenario.mode)) ?? first;
    return { element, state: 'dead', reason: sentence(best.explain(index)) };
  }
  if (first) {
    const still = first.scenario.mode === 'write' ? 'Reading still works, writing' : 'Writing still works, reading';
    const reason = `${still} does not: ${first.explain(index)}.`;
    return { element, state: 'degraded', lost: first.scenario.mode, reason };
  }
  for (const { scenario } of witnesses) {
    const clause = worseOffClause(scenario.structure, scenario.state, label, index);
    if (clause !== undefined) return { element, state: 'degraded', reason: sentence(clause) };
  }
  return undefined;
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
