import { canFail } from './fallible.js';
import type { Goal } from './journeys.js';
import { worksAsModelled } from './judged-journeys.js';
import type { Scenarios } from './scenarios.js';

/** What the failure of one element alone does, by numbers. */
export interface LoneFailure {
  readonly element: number;
  /** Goals that break, each for itself. */
  readonly broken: readonly number[];
  /** Those of them that no alternative makes up for. */
  readonly lost: readonly number[];
  /** How many elements stop working with it. */
  readonly radius: number;
}

/** Fails each element alone, in every mode, and keeps those that break something. */
export function findLoneFailures(goals: readonly Goal[], scenarios: readonly Scenarios[]): readonly LoneFailure[] {
  const [{ structure }] = scenarios as readonly [Scenarios, ...Scenarios[]];
  const alternatives = groupAlternatives(goals, scenarios);
  return structure.universe.elements.flatMap((element, index) => {
    if (!canFail(element, structure.slack[index]!)) return [];
    const failure = failAlone(index, goals, scenarios, alternatives);
    return failure.broken.length > 0 ? [failure] : [];
  });
}

type Alternatives = ReadonlyMap<string, readonly number[]>;

function groupAlternatives(goals: readonly Goal[], scenarios: readonly Scenarios[]): Alternatives {
  const groups = new Map<string, number[]>();
  for (const [index, goal] of goals.entries()) {
    if (!worksAsModelled(goal, index, scenarios)) continue;
    const group = groups.get(goal.alternatives);
    if (group) group.push(index);
    else groups.set(goal.alternatives, [index]);
  }
  return groups;
}

function failAlone(
  element: number,
  goals: readonly Goal[],
  scenarios: readonly Scenarios[],
  alternatives: Alternatives,
): LoneFailure {
  const broken = new Set<number>();
  const dead = new Set<number>();
  for (const scenario of scenarios) {
    const deaths = scenario.state.fail([element]);
    for (const goal of scenario.lostWith(deaths)) {
      if (worksAsModelled(goals[goal]!, goal, scenarios)) broken.add(goal);
    }
    if (broken.size > 0)
      for (const node of deaths) if (node < scenario.structure.universe.elements.length) dead.add(node);
    scenario.state.undo(deaths);
  }
  const lost = [...broken].filter((goal) =>
    (alternatives.get(goals[goal]!.alternatives) ?? []).every((other) => broken.has(other)),
  );
  return { element, broken: inOrder(broken), lost: inOrder(lost), radius: Math.max(0, dead.size - 1) };
}

function inOrder(goals: Iterable<number>): readonly number[] {
  return [...goals].sort((left, right) => left - right);
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
