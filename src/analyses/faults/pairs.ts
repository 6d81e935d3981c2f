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
  /** Pairs that break all of the goals which make up for one another, while neither half does so alone. */
  readonly together: readonly PairFailure[];
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

/** Goals of which all have to be broken: one, or those that make up for one another. */
interface Unit {
  readonly goals: readonly number[];
}

/**
 * All minimal pairs. One half of each lies in any witness of a goal; with that one failed, the other is a single point of
 * what is left. So only the elements of one witness for each goal are failed, and few partners tried with each.
 */
export function findPairFailures(ground: FailureGround, lone: readonly LoneFailure[]): PairFailures {
  const singles = new Map(lone.map(({ element, broken }) => [element, broken]));
  const search: Search = {
    ground,
    isSingle: (element, { goals }) => goals.every((goal) => has(singles.get(element) ?? nothing, goal)),
  };
  const pairs: Found = new Map();
  const together: Found = new Map();
  let [work, tried, candidates] = [0, 0, 0];
  for (const scenario of ground.scenarios) {
    const halves = firstHalves(search, scenario);
    candidates += halves.size;
    for (const [first, units] of halves) {
      if (work > budget) break;
      tried += 1;
      work += tryHalf(search, scenario, first, units, { pairs, together });
    }
  }
  return { pairs: inOrder(pairs), together: inOrder(together), tried, candidates };
}

interface Search {
  readonly ground: FailureGround;
  /** It breaks the unit alone. */
  isSingle(element: number, unit: Unit): boolean;
}

/** Empty of whatever goal is asked for. */
const nothing: GoalSet = noGoals(0);

type Found = Map<number, Map<number, GoalSet>>;

/** Fails one half, and each of its partners with it; gives the work that it was. */
function tryHalf(
  search: Search,
  scenario: Scenarios,
  first: number,
  units: readonly Unit[],
  found: { readonly pairs: Found; readonly together: Found },
): number {
  const { goals } = search.ground;
  const deaths = scenario.state.fail([first]);
  let work = deaths.length + units.length * costOfSearch;
  for (const [second, hit] of partners(search, scenario, first, units)) {
    const more = scenario.state.fail([second]);
    work += more.length + hit.length * costOfSearch;
    for (const unit of hit) {
      if (unit.goals.some((goal) => scenario.way(goals[goal]!))) continue;
      keep(unit.goals.length === 1 ? found.pairs : found.together, first, second, unit, goals.length);
    }
    scenario.state.undo(more);
  }
  scenario.state.undo(deaths);
  return work;
}

/** The elements of a witness of each unit that works, with the units they are in the witness of. */
function firstHalves(search: Search, scenario: Scenarios): ReadonlyMap<number, readonly Unit[]> {
  const { goals } = search.ground;
  const halves = new Map<number, Unit[]>();
  for (const unit of unitsOf(search.ground, scenario)) {
    for (const element of scenario.suffice(scenario.way(goals[unit.goals[0]!]!) ?? [])) {
      if (!isFallible(scenario, element) || search.isSingle(element, unit)) continue;
      const list = halves.get(element);
      if (list) list.push(unit);
      else halves.set(element, [unit]);
    }
  }
  return new Map([...halves].sort(([left], [right]) => left - right));
}

/** What works with nothing failed, in the mode of the scenario. */
function unitsOf({ goals, working, alternatives, scenarios }: FailureGround, scenario: Scenarios): readonly Unit[] {
  const isOfMode = (goal: number) => modesOf(goals[goal]!, scenarios).includes(scenario);
  const single = [...goals.keys()].filter((goal) => has(working, goal)).map((goal) => ({ goals: [goal] }));
  return [...single, ...alternatives.map((group) => ({ goals: group }))].filter((unit) => unit.goals.every(isOfMode));
}

/** What may break what is left of a unit with the first half failed, with the units it may break. */
function partners(
  search: Search,
  scenario: Scenarios,
  first: number,
  units: readonly Unit[],
): ReadonlyMap<number, readonly Unit[]> {
  const hits = new Map<number, Unit[]>();
  for (const unit of units) {
    for (const second of commonCandidates(search, scenario, unit)) {
      if (second === first || !isFallible(scenario, second) || search.isSingle(second, unit)) continue;
      if (scenario.state.works[second] === 0) continue;
      const list = hits.get(second);
      if (list) list.push(unit);
      else hits.set(second, [unit]);
    }
  }
  return hits;
}

/** What may break all goals of a unit that still work. */
function commonCandidates({ ground: { goals } }: Search, scenario: Scenarios, unit: Unit): readonly number[] {
  const left = unit.goals.filter((goal) => scenario.way(goals[goal]!));
  const [some = [], ...rest] = left.map((goal) => candidatesFor(scenario, goals[goal]!));
  const others = rest.map((candidates) => new Set(candidates));
  return some.filter((element) => others.every((set) => set.has(element)));
}

function isFallible({ structure: { universe, slack } }: Scenarios, node: number): boolean {
  const element = universe.elements[node];
  return element !== undefined && canFail(element, slack[node]!);
}

function keep(found: Found, one: number, other: number, unit: Unit, goals: number): void {
  const [first, second] = one < other ? [one, other] : [other, one];
  const row = found.get(first) ?? new Map<number, GoalSet>();
  const broken = row.get(second) ?? noGoals(goals);
  for (const goal of unit.goals) add(broken, goal);
  row.set(second, broken);
  found.set(first, row);
}

function inOrder(found: Found): readonly PairFailure[] {
  return [...found]
    .sort(([left], [right]) => left - right)
    .flatMap(([first, row]) =>
      [...row]
        .sort(([left], [right]) => left - right)
        .map(([second, broken]): PairFailure => ({ elements: [first, second], broken })),
    )
    .filter(({ broken }) => !isEmpty(broken));
}
