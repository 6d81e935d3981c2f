import type { Flow } from '../../graph/architecture.js';
import { type BackwardSearch, backwardSearchIn } from './backward-search.js';
import { startWorking, type WorkingState } from './fixpoint.js';
import { add, addAll, type GoalSet, has, noGoals } from './goal-set.js';
import type { Goal } from './journeys.js';
import { type Searcher, searcherIn } from './reach.js';
import type { Structure } from './structure.js';
import type { Mode } from './structure-draft.js';

/** One mode at work: its state, and for each goal a chain that suffices, by which most scenarios are settled at a glance. */
export interface Scenarios {
  readonly mode: Mode;
  readonly structure: Structure;
  readonly state: WorkingState;
  /** Elements that do not work although nothing failed. */
  readonly deadAsModelled: readonly number[];
  /** Goals that a way leads to with nothing failed. */
  readonly reached: GoalSet;
  /** A shortest chain to each of these. */
  pathOf(goal: number): readonly Flow[];
  /** Adds to `lost` the goals that work with nothing failed and do not with these deaths in the state. */
  addLost(deaths: readonly number[], lost: GoalSet): void;
}

/** The goals of one user that work in this mode: all are lost with the user. */
interface UserGoals {
  readonly user: number;
  readonly all: GoalSet;
}

export function openScenarios(structure: Structure, goals: readonly Goal[], expired: readonly number[]): Scenarios {
  const state = startWorking(structure.gates);
  state.fail(expired);
  const search = searcherIn(structure, state);
  const backwards = backwardSearchIn(structure, state);
  const detour = searcherIn(structure, state, { lastFirst: true });
  const paths = new Map<number, readonly Flow[]>();
  const watchers: Watchers = new Map();
  const users: UserGoals[] = [];
  for (const [user, wanted] of goalsByUser(goals, structure.mode)) {
    if (state.works[user] === 0) continue;
    search.from(user);
    detour.from(user);
    const reached = wanted.filter((index) => search.reached(goals[index]!.to));
    for (const index of reached) {
      const { nodes, flows } = search.pathTo(goals[index]!.to);
      const others = new Set(detour.pathTo(goals[index]!.to).nodes);
      paths.set(index, flows);
      for (const node of nodes) if (node !== user) watch(watchers, node, { goal: index, others });
    }
    if (reached.length > 0) users.push({ user, all: setOf(goals.length, reached) });
  }
  return {
    mode: structure.mode,
    structure,
    state,
    deadAsModelled: [...structure.universe.elements.keys()].filter((index) => state.works[index] === 0),
    reached: setOf(goals.length, paths.keys()),
    pathOf: (goal) => paths.get(goal) ?? [],
    addLost(deaths, lost) {
      for (const { user, all } of users) if (state.works[user] === 0) addAll(lost, all);
      const again = touched(watchers, deaths, state.works).filter((goal) => !has(lost, goal));
      addUnreached(goals, again, backwards, search, lost);
    },
  };
}

/** For each node, the goals whose known chain it is part of, with the nodes of a second chain to fall back on. */
type Watchers = Map<number, { readonly goal: number; readonly others: ReadonlySet<number> }[]>;

function goalsByUser(goals: readonly Goal[], mode: Mode): ReadonlyMap<number, readonly number[]> {
  const users = new Map<number, number[]>();
  for (const [index, { from, modes }] of goals.entries()) {
    if (!modes.includes(mode)) continue;
    const list = users.get(from);
    if (list) list.push(index);
    else users.set(from, [index]);
  }
  return users;
}

function setOf(count: number, goals: Iterable<number>): GoalSet {
  const set = noGoals(count);
  for (const goal of goals) add(set, goal);
  return set;
}

function watch(watchers: Watchers, node: number, watcher: { goal: number; others: ReadonlySet<number> }): void {
  const list = watchers.get(node);
  if (list) list.push(watcher);
  else watchers.set(node, [watcher]);
}

/** Goals of whose known chains none is whole: only these need another look. */
function touched(watchers: Watchers, deaths: readonly number[], works: Uint8Array): readonly number[] {
  const goals = new Set<number>();
  for (const node of deaths) {
    for (const { goal, others } of watchers.get(node) ?? []) if (!isWhole(others, works)) goals.add(goal);
  }
  return [...goals];
}

function isWhole(nodes: ReadonlySet<number>, works: Uint8Array): boolean {
  for (const node of nodes) if (works[node] === 0) return false;
  return true;
}

/** Back from the store where that is short, else one search for all the goals of a user. */
function addUnreached(
  goals: readonly Goal[],
  again: readonly number[],
  backwards: BackwardSearch,
  search: Searcher,
  lost: GoalSet,
): void {
  const byUser = [...again].sort((left, right) => goals[left]!.from - goals[right]!.from);
  let searched = -1;
  for (const goal of byUser) {
    const { from, to } = goals[goal]!;
    const short = searched === from ? undefined : backwards(from, to);
    if (short === undefined && searched !== from) search.from(from);
    if (short === undefined) searched = from;
    if (!(short ?? search.reached(to))) add(lost, goal);
  }
}
