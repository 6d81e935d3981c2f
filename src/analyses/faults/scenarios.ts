import type { Flow } from '../../graph/architecture.js';
import { startWorking, type WorkingState } from './fixpoint.js';
import type { Goal } from './journeys.js';
import { type Searcher, searcherIn } from './reach.js';
import type { Structure } from './structure.js';
import type { Mode } from './structure-draft.js';

/** One mode at work: its state, and for each goal a chain that suffices, by which most scenarios are settled at a glance. */
export interface Scenarios {
  readonly mode: Mode;
  readonly structure: Structure;
  readonly state: WorkingState;
  /** Goals that a way leads to with nothing failed, by their place in the list. */
  readonly reached: ReadonlySet<number>;
  /** A shortest chain to each of these. */
  pathOf(goal: number): readonly Flow[];
  /** Of the goals that work with nothing failed, those that do not with these deaths in the state. */
  lostWith(deaths: readonly number[]): readonly number[];
}

export function openScenarios(structure: Structure, goals: readonly Goal[], expired: readonly number[]): Scenarios {
  const state = startWorking(structure.gates);
  state.fail(expired);
  const search = searcherIn(structure, state);
  const paths = new Map<number, readonly Flow[]>();
  const watchers = new Map<number, number[]>();
  for (const [index, goal] of goals.entries()) {
    if (!goal.modes.includes(structure.mode) || state.works[goal.from] === 0) continue;
    search.from(goal.from);
    if (!search.reached(goal.to)) continue;
    const { nodes, flows } = search.pathTo(goal.to);
    paths.set(index, flows);
    for (const node of new Set([goal.from, ...nodes])) watch(watchers, node, index);
  }
  return {
    mode: structure.mode,
    structure,
    state,
    reached: new Set(paths.keys()),
    pathOf: (goal) => paths.get(goal) ?? [],
    lostWith: (deaths) => lostGoals(goals, state, search, touched(watchers, deaths)),
  };
}

function watch(watchers: Map<number, number[]>, node: number, goal: number): void {
  const list = watchers.get(node);
  if (list) list.push(goal);
  else watchers.set(node, [goal]);
}

/** Goals whose known chain lost a node: only these need another look. */
function touched(watchers: ReadonlyMap<number, readonly number[]>, deaths: readonly number[]): readonly number[] {
  const goals = new Set<number>();
  for (const node of deaths) for (const goal of watchers.get(node) ?? []) goals.add(goal);
  return [...goals];
}

/** One search for each user that still works. */
function lostGoals(
  goals: readonly Goal[],
  state: WorkingState,
  search: Searcher,
  candidates: readonly number[],
): readonly number[] {
  const byUser = [...candidates].sort((left, right) => goals[left]!.from - goals[right]!.from || left - right);
  let searched = -1;
  return byUser.filter((index) => {
    const { from, to } = goals[index]!;
    if (state.works[from] === 0) return true;
    if (searched !== from) search.from(from);
    searched = from;
    return !search.reached(to);
  });
}
