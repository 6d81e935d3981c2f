import { candidatesFor } from './candidates.js';
import { canFail } from './fallible.js';
import { add, type GoalSet, has, isEmpty, isEqual, keepOnly, noGoals, remove } from './goal-set.js';
import type { Goal } from './journeys.js';
import { modesOf, worksAsModelled } from './judged-journeys.js';
import type { Scenarios } from './scenarios.js';

/** What the failure of one element alone does, by numbers. */
export interface LoneFailure {
  readonly element: number;
  /** Goals that break, each for itself. */
  readonly broken: GoalSet;
  /** Those of them that no alternative makes up for. */
  readonly lost: GoalSet;
  /** How many elements stop working with it. */
  readonly radius: number;
}

export interface FailureGround {
  readonly goals: readonly Goal[];
  readonly scenarios: readonly Scenarios[];
  /** Goals that work with nothing failed. */
  readonly working: GoalSet;
  /** Goals that make up for one another; those that stand alone are left out. */
  readonly alternatives: readonly (readonly number[])[];
}

export function failureGround(goals: readonly Goal[], scenarios: readonly Scenarios[]): FailureGround {
  const working = noGoals(goals.length);
  for (const [index, goal] of goals.entries()) if (worksAsModelled(goal, index, scenarios)) add(working, index);
  return { goals, scenarios, working, alternatives: groupAlternatives(goals, working) };
}

/** Fails alone, in every mode, each element that stands in every witness of some goal, and keeps those that break something. */
export function findLoneFailures(ground: FailureGround): readonly LoneFailure[] {
  const [{ structure }] = ground.scenarios as readonly [Scenarios, ...Scenarios[]];
  const { elements } = structure.universe;
  return candidates(ground)
    .filter((index) => canFail(elements[index]!, structure.slack[index]!))
    .flatMap((index) => failAlone(index, ground) ?? []);
}

/** What has to be tried, in the order of the model. */
function candidates({ goals, scenarios, working }: FailureGround): readonly number[] {
  const found = new Set<number>();
  for (const [index, goal] of goals.entries()) {
    if (!has(working, index)) continue;
    for (const scenario of modesOf(goal, scenarios)) {
      for (const element of candidatesFor(scenario, goal)) found.add(element);
    }
  }
  return [...found].sort((left, right) => left - right);
}

function groupAlternatives(goals: readonly Goal[], working: GoalSet): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [index, { alternatives }] of goals.entries()) {
    if (!has(working, index)) continue;
    const group = groups.get(alternatives);
    if (group) group.push(index);
    else groups.set(alternatives, [index]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function failAlone(element: number, ground: FailureGround): LoneFailure | undefined {
  const { goals, scenarios, working } = ground;
  const broken = noGoals(goals.length);
  let radius = 0;
  for (const { state, addLost, structure } of scenarios) {
    const deaths = state.fail([element]);
    addLost(deaths, broken);
    radius = Math.max(radius, deaths.filter((node) => node < structure.universe.elements.length).length - 1);
    state.undo(deaths);
  }
  keepOnly(broken, working);
  if (isEmpty(broken)) return undefined;
  return { element, broken, lost: withoutAlternatives(broken, ground), radius };
}

/** A goal is lost when whatever would make up for it is broken too. */
export function withoutAlternatives(broken: GoalSet, { working, alternatives }: FailureGround): GoalSet {
  if (alternatives.length === 0 || isEqual(broken, working)) return broken;
  const lost = broken.slice();
  for (const group of alternatives) {
    if (group.every((goal) => has(broken, goal))) continue;
    for (const goal of group) remove(lost, goal);
  }
  return lost;
}

/** The elements that stop working with one, itself apart, in the order of the model. */
export function blastRadiusOf(element: number, scenarios: readonly Scenarios[]): readonly number[] {
  const dead = new Set<number>();
  for (const { state, structure } of scenarios) {
    const deaths = state.fail([element]);
    for (const node of deaths) if (node < structure.universe.elements.length && node !== element) dead.add(node);
    state.undo(deaths);
  }
  return [...dead].sort((left, right) => left - right);
}
