import type { Flow } from '../../graph/architecture.js';
import { has } from './goal-set.js';
import type { Goal } from './journeys.js';
import type { AnalysedJourney } from './result.js';
import type { Scenarios } from './scenarios.js';
import { isWorseOff } from './spares.js';

/** A goal that works with nothing failed does so in each of its modes. */
export function worksAsModelled(goal: Goal, index: number, scenarios: readonly Scenarios[]): boolean {
  return modesOf(goal, scenarios).every(({ reached }) => has(reached, index));
}

export function modesOf(goal: Goal, scenarios: readonly Scenarios[]): readonly Scenarios[] {
  return scenarios.filter(({ mode }) => goal.modes.includes(mode));
}

/** The state of each journey with nothing failed, and a way that it takes. */
export function judgeJourneys(goals: readonly Goal[], scenarios: readonly Scenarios[]): readonly AnalysedJourney[] {
  const degradedFor = scenarios.map((scenario) => degradedUsers(scenario, goals));
  return goals.map((goal, index) => {
    const works = worksAsModelled(goal, index, scenarios);
    const degraded = scenarios.some(
      (scenario, place) => goal.modes.includes(scenario.mode) && degradedFor[place]!.has(goal.from),
    );
    return {
      ...goal.journey,
      declared: goal.declared,
      state: works ? (degraded ? 'degraded' : 'works') : 'broken',
      get path() {
        return works ? pathOf(goal, index, scenarios) : [];
      },
    };
  });
}

function pathOf(goal: Goal, index: number, scenarios: readonly Scenarios[]): readonly Flow[] {
  return modesOf(goal, scenarios)[0]?.pathOf(index) ?? [];
}

/** Users something of whose working surroundings is worse off than it was modelled. */
export function degradedUsers({ structure, state }: Scenarios, goals: readonly Goal[]): ReadonlySet<number> {
  // The one node that never works is always among the dead.
  if (state.dead() <= 1 && !structure.lacksSomething) return new Set();
  const worse = new Set(
    structure.spared.filter((element) => structure.spares(element).some((spare) => isWorseOff(spare, state, element))),
  );
  if (worse.size === 0) return worse;
  const users = [...new Set(goals.map(({ from }) => from))];
  return new Set(users.filter((user) => meetsAny(user, worse, structure.steps, state.works)));
}

/** Along working elements; a dead one is looked at (a replica may stand in for it), and leads nowhere. */
function meetsAny(
  start: number,
  worse: ReadonlySet<number>,
  steps: Scenarios['structure']['steps'],
  works: Uint8Array,
): boolean {
  const seen = new Set<number>([start]);
  const waiting = [start];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (worse.has(element)) return true;
    for (const { to, by } of steps(element)) {
      if (seen.has(to) || (works[element] === 0 && by !== 'standIn')) continue;
      if (works[to] === 0 && by === 'member') continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return false;
}
