import type { Flow } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import { startWorking, type WorkingState } from './fixpoint.js';
import { add, type GoalSet, has, noGoals } from './goal-set.js';
import type { Goal } from './journeys.js';
import { type Marks, marksFor } from './marks.js';
import { type Searcher, searcherIn } from './reach.js';
import type { Structure } from './structure.js';
import type { Mode } from './structure-draft.js';
import { type WayBack, wayBackIn } from './way-back.js';
import { type Suffice, witnessesIn } from './witness.js';

/** One mode at work: its state, and for each goal a witness that suffices, by which most scenarios are settled at a glance. */
export interface Scenarios {
  readonly mode: Mode;
  readonly structure: Structure;
  readonly state: WorkingState;
  readonly wayBack: WayBack;
  readonly suffice: Suffice;
  /** For whoever looks for candidates. */
  readonly candidateMarks: Marks;
  readonly witnessMarks: Marks;
  /** Elements that do not work although nothing failed. */
  readonly deadAsModelled: readonly number[];
  /** Goals that a way leads to with nothing failed. */
  readonly reached: GoalSet;
  /** A shortest chain to each of these, with nothing failed. */
  pathOf(goal: number): readonly Flow[];
  /** Where a user gets with nothing failed; not to be asked while something is. */
  searchFrom(user: number): Searcher;
  /** Adds to `lost` the goals that work with nothing failed and do not with these deaths in the state. */
  addLost(deaths: readonly number[], lost: GoalSet): void;
  /** A way to a goal in the state as it stands: the user, and the nodes that have to work. Undefined where there is none. */
  way(goal: Goal): readonly number[] | undefined;
}

export function openScenarios(structure: Structure, goals: readonly Goal[], expired: readonly number[]): Scenarios {
  const state = startWorking(structure.gates);
  state.fail(expired);
  const search = searcherIn(structure, state);
  const wayBack = wayBackIn(structure, state);
  const suffice = witnessesIn(structure.gates, state);
  const way = (goal: Goal) => wayOf(goal, wayBack, search);
  const witnesses = new Map<number, readonly number[]>();
  const reached = noGoals(goals.length);
  for (const [index, goal] of goals.entries()) {
    if (!goal.modes.includes(structure.mode) || state.works[goal.from] === 0) continue;
    const nodes = way(goal);
    if (!nodes) continue;
    add(reached, index);
    witnesses.set(index, nodes);
  }
  const searchFrom = rememberSearches(structure, state);
  const marks = lazily(() => [marksFor(structure.gates.count), marksFor(structure.gates.count)] as const);
  const watchers = lazily(() => watchersOf(witnesses, suffice));
  return {
    mode: structure.mode,
    structure,
    state,
    wayBack,
    suffice,
    get candidateMarks() {
      return marks()[0];
    },
    get witnessMarks() {
      return marks()[1];
    },
    deadAsModelled:
      state.dead() <= 1 ? [] : [...structure.universe.elements.keys()].filter((index) => state.works[index] === 0),
    reached,
    pathOf: (goal) => (witnesses.has(goal) ? shortest(searchFrom, goals[goal]!) : []),
    searchFrom,
    way,
    addLost(deaths, lost) {
      const again = touched(watchers(), deaths).filter((goal) => !has(lost, goal));
      addUnreached(goals, again, wayBack, search, lost);
    },
  };
}

/** From the target back; where that takes too long, from the user on. */
function wayOf({ from, to }: Goal, wayBack: WayBack, search: Searcher): readonly number[] | undefined {
  const nodes = wayBack(from, to);
  if (nodes === 'none') return undefined;
  if (nodes !== 'too long') return [from, ...nodes];
  search.from(from);
  return search.reached(to) ? [from, ...search.pathTo(to).nodes] : undefined;
}

/** Thousands of faults are shown on the ways of few users; of many users the last are remembered. */
function rememberSearches(structure: Structure, state: WorkingState): (user: number) => Searcher {
  const known = new Map<number, Searcher>();
  return (user) => {
    const before = known.get(user);
    if (before) return before;
    const search = searcherIn(structure, state);
    search.from(user);
    if (known.size >= mostRemembered) known.delete(known.keys().next().value!);
    known.set(user, search);
    return search;
  };
}

const mostRemembered = 8;

function shortest(searchFrom: (user: number) => Searcher, { from, to }: Goal): readonly Flow[] {
  const search = searchFrom(from);
  return search.reached(to) ? search.pathTo(to).flows : [];
}

/** For each node the goals whose witness it is part of. */
type Watchers = ReadonlyMap<number, readonly number[]>;

function watchersOf(witnesses: ReadonlyMap<number, readonly number[]>, suffice: Suffice): Watchers {
  const watchers = new Map<number, number[]>();
  for (const [goal, nodes] of witnesses) {
    for (const node of suffice(nodes)) {
      const list = watchers.get(node);
      if (list) list.push(goal);
      else watchers.set(node, [goal]);
    }
  }
  return watchers;
}

/** Goals whose witness lost a node: only these need another look. */
function touched(watchers: Watchers, deaths: readonly number[]): readonly number[] {
  const goals = new Set<number>();
  for (const node of deaths) for (const goal of watchers.get(node) ?? []) goals.add(goal);
  return [...goals];
}

/** Back from the store where that is short, else one search for all the goals of a user. */
function addUnreached(
  goals: readonly Goal[],
  again: readonly number[],
  wayBack: WayBack,
  search: Searcher,
  lost: GoalSet,
): void {
  const byUser = [...again].sort((left, right) => goals[left]!.from - goals[right]!.from);
  let searched = -1;
  for (const goal of byUser) {
    const { from, to } = goals[goal]!;
    const way = searched === from ? 'too long' : wayBack(from, to);
    if (way === 'too long' && searched !== from) search.from(from);
    if (way === 'too long') searched = from;
    if (way === 'none' || (way === 'too long' && !search.reached(to))) add(lost, goal);
  }
}
