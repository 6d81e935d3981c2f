import type { Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { affectedGroups } from './affected-groups.js';
import type { DemandNetwork } from './demand-network.js';
import type { DemandSolver } from './demand-solver.js';
import { standingIn, type WorstHits, worstHits } from './stress.js';
import type { Working } from './working.js';

export interface SingleFailures {
  readonly worst: WorstHits;
  /** Of places alone: zones, availability zones, regions, failure domains. */
  readonly places: WorstHits;
  readonly tried: number;
  readonly candidates: number;
}

export interface FailureOptions {
  /** Arms looked at before the rest is left untried. */
  readonly mostWork: number;
  /** Is told, while a place is failed, which elements die with it or lose instances. */
  readonly onPlace: (place: number, hit: readonly number[]) => void;
}

/**
 * Fails each element that can fail, with all that dies with it, and looks where its requests go. A failure that makes no
 * requests go elsewhere and takes no instance along raises no load, and costs no more than finding out what dies.
 */
export function trySingleFailures(
  working: Working,
  network: DemandNetwork,
  solver: DemandSolver,
  limits: Float64Array,
  { mostWork, onPlace }: FailureOptions,
): SingleFailures {
  const { universe } = working;
  const elements = universe.elements.length;
  const affected = affectedGroups(network, working, solver.carriedBefore);
  const standing = standingIn(working);
  const worst = worstHits(solver.before, limits);
  const places = worstHits(solver.before, limits);
  let tried = 0;
  let candidates = 0;
  for (const [failed, element] of universe.elements.entries()) {
    if (!working.canFail(failed)) continue;
    const isOfPlace = isPlace(element);
    const deaths = working.fail([failed]);
    const { groups, shifts } = affected.hitBy(deaths);
    const thinned = standing.hitBy(deaths);
    if (isOfPlace) onPlace(failed, [...deaths.read, ...deaths.write, ...thinned]);
    if (shifts || thinned.size > 0) {
      candidates += 1;
      if (solver.work() < mostWork) {
        tried += 1;
        solver.resettle(groups);
        judge(failed, thinned, isOfPlace);
        solver.restore();
      }
    }
    working.undo(deaths);
  }
  return { worst, places, tried, candidates };

  function judge(failed: number, thinned: ReadonlySet<number>, isOfPlace: boolean): void {
    for (const variable of solver.touched) if (variable < elements) offer(variable, failed, isOfPlace);
    for (const element of thinned) offer(element, failed, isOfPlace);
  }

  function offer(element: number, failed: number, isOfPlace: boolean): void {
    const demand = solver.demand[element]!;
    if (!(demand > 0) || !working.isUp(element, element)) return;
    const capacity = limits[element]! * standing.left(element);
    worst.offer(element, failed, demand, capacity);
    if (isOfPlace) places.offer(element, failed, demand, capacity);
  }
}

export function isPlace({ kind }: Element): boolean {
  return kind === 'zone' || traits(kind).domain === true;
}
