import { candidatesFor } from './candidates.js';
import { canFail } from './fallible.js';
import { add, type GoalSet, has, isEmpty, noGoals } from './goal-set.js';
import { modesOf } from './judged-journeys.js';
import type { Scenarios } from './scenarios.js';
import type { FailureGround, LoneFailure } from './single-points.js';

/** Two elements, by numbers, the lower first, that together break goals which neither breaks alone. */
export interface PairFailure {
  readonly elements: readonly [number, number];
  readonly broken: GoalSet;
}

export interface PairFailures {
  /** In the order of the universe. */
  readonly pairs: readonly PairFailure[];
  /** How many elements were failed to look for their partners, of how many. */
  readonly tried: number;
  readonly candidates: number;
}

/**
 * How much is done at most: elements that die, and searches, which count for a hundred. A count of work and not of time, so
 * that every machine finds the same.
 */
const budget = 30_000_000;
const costOfSearch = 100;

/**
 * All minimal pairs. One half of each lies in any witness of the goal; with that one failed, the other is a single point of
 * what is left. So only the elements of one witness for each goal are failed, and few partners tried with each.
 */
export function findPairFailures(ground: FailureGround, lone: readonly LoneFailure[]): PairFailures {
  const { goals, scenarios } = ground;
  const isSingle = (element: number, goal: number) =>
    singles.get(element) !== undefined && has(singles.get(element)!, goal);
  const singles = new Map(lone.map(({ element, broken }) => [element, broken]));
  const found = new Map<number, Map<number, GoalSet>>();
  let [work, tried, candidates] = [0, 0, 0];
  for (const scenario of scenarios) {
    const halves = firstHalves(ground, scenario, isSingle);
    candidates += halves.size;
    for (const [first, concerned] of halves) {
      if (work > budget) break;
      tried += 1;
      const deaths = scenario.state.fail([first]);
      work += deaths.length;
      for (const [second, hit] of partners(ground, scenario, first, concerned, isSingle)) {
        const more = scenario.state.fail([second]);
        work += more.length + hit.length * costOfSearch;
        for (const goal of hit) if (!scenario.way(goals[goal]!)) keep(found, first, second, goal, goals.length);
        scenario.state.undo(more);
      }
      work += concerned.length * costOfSearch;
      scenario.state.undo(deaths);
    }
  }
  return { pairs: inOrder(found), tried, candidates };
}

type IsSingle = (element: number, goal: number) => boolean;

/** The elements of a witness of each goal that works, with the goals they are in the witness of. */
function firstHalves(
  ground: FailureGround,
  scenario: Scenarios,
  isSingle: IsSingle,
): ReadonlyMap<number, readonly number[]> {
  const halves = new Map<number, number[]>();
  for (const [index, goal] of ground.goals.entries()) {
    if (!has(ground.working, index) || !modesOf(goal, ground.scenarios).includes(scenario)) continue;
    for (const element of scenario.suffice(scenario.way(goal) ?? [])) {
      if (!isFallible(scenario, element) || isSingle(element, index)) continue;
      const list = halves.get(element);
      if (list) list.push(index);
      else halves.set(element, [index]);
    }
  }
  return new Map([...halves].sort(([left], [right]) => left - right));
}

/** What may break a goal with the first half failed, with the goals it may break. */
function partners(
  { goals }: FailureGround,
  scenario: Scenarios,
  first: number,
  concerned: readonly number[],
  isSingle: IsSingle,
): ReadonlyMap<number, readonly number[]> {
  const hits = new Map<number, number[]>();
  for (const goal of concerned) {
    for (const second of candidatesFor(scenario, goals[goal]!)) {
      if (second === first || !isFallible(scenario, second) || isSingle(second, goal)) continue;
      if (scenario.state.works[second] === 0) continue;
      const list = hits.get(second);
      if (list) list.push(goal);
      else hits.set(second, [goal]);
    }
  }
  return hits;
}

function isFallible({ structure: { universe, slack } }: Scenarios, node: number): boolean {
  const element = universe.elements[node];
  return element !== undefined && canFail(element, slack[node]!);
}

function keep(found: Map<number, Map<number, GoalSet>>, one: number, other: number, goal: number, goals: number): void {
  const [first, second] = one < other ? [one, other] : [other, one];
  const row = found.get(first) ?? new Map<number, GoalSet>();
  const broken = row.get(second) ?? noGoals(goals);
  add(broken, goal);
  row.set(second, broken);
  found.set(first, row);
}

function inOrder(found: ReadonlyMap<number, ReadonlyMap<number, GoalSet>>): readonly PairFailure[] {
  return [...found]
    .sort(([left], [right]) => left - right)
    .flatMap(([first, row]) =>
      [...row]
        .sort(([left], [right]) => left - right)
        .map(([second, broken]): PairFailure => ({ elements: [first, second], broken })),
    )
    .filter(({ broken }) => !isEmpty(broken));
}
