import type { Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import type { Universe } from '../faults/universe.js';
import type { DemandNetwork } from './demand-network.js';
import type { DemandSolver } from './demand-solver.js';
import { raisedEnough } from './raised-enough.js';
import { type Shift, shiftsIn } from './shifts.js';
import { standingIn, type WorstHits, worstHits } from './stress.js';
import type { Working } from './working.js';

export interface SingleFailures {
  readonly worst: WorstHits;
  /** Of places alone: zones, availability zones, regions, failure domains. */
  readonly places: WorstHits;
  readonly tried: number;
  readonly candidates: number;
}

export interface Effort {
  /** Arms looked at before the rest is left untried. */
  readonly mostWork: number;
  /** Groups of fewer arms are looked at sooner than a bound on them is found. */
  readonly fewTargets: number;
}

export interface FailureOptions extends Effort {
  /** Is told, while a place is failed, which elements die with it or lose instances. */
  readonly onPlace: (place: number, hit: readonly number[]) => void;
}

/**
 * Fails each element that can fail, with all that dies with it, and looks where its requests go. A failure that makes no
 * requests go elsewhere and takes no instance along raises no load. The others are tried from that which may raise most,
 * so that those that can raise nothing further are passed over.
 */
export function trySingleFailures(
  working: Working,
  network: DemandNetwork,
  solver: DemandSolver,
  limits: Float64Array,
  { mostWork, fewTargets, onPlace }: FailureOptions,
): SingleFailures {
  const { universe } = working;
  const elements = universe.elements.length;
  const shiftBy = shiftsIn(network, working, solver.carriedBefore);
  const standing = standingIn(working);
  const worst = worstHits(solver.before, limits);
  const places = worstHits(solver.before, limits);
  const isRaised = raisedEnough(network, worst, fewTargets);
  const isRaisedByPlaces = raisedEnough(network, places, fewTargets);
  const candidates = listCandidates();
  let tried = 0;
  for (const { failed } of candidates) {
    if (solver.work() >= mostWork) break;
    tried += 1;
    const deaths = working.fail([failed]);
    attempt(failed, shiftBy(deaths), standing.hitBy(deaths));
    working.undo(deaths);
  }
  return { worst, places, tried, candidates: candidates.length };

  function listCandidates(): readonly { readonly failed: number; readonly bound: number }[] {
    const found: { failed: number; bound: number }[] = [];
    for (let failed = 0; failed < elements; failed += 1) {
      if (!working.canFail(failed)) continue;
      const deaths = working.fail([failed]);
      const shift = shiftBy(deaths);
      const thinned = standing.hitBy(deaths);
      if (isPlace(universe, universe.elements[failed]!)) onPlace(failed, [...deaths.read, ...deaths.write, ...thinned]);
      if (shift.isAny || thinned.size > 0) {
        found.push({ failed, bound: thinned.size > 0 ? Number.POSITIVE_INFINITY : shift.bound });
      }
      working.undo(deaths);
    }
    // Infinity minus itself is no number.
    return found.sort((left, right) => (left.bound === right.bound ? 0 : right.bound - left.bound));
  }

  function attempt(failed: number, shift: Shift, thinned: ReadonlySet<number>): void {
    const isOfPlace = isPlace(universe, universe.elements[failed]!);
    if (thinned.size === 0 && isRaised(shift) && (!isOfPlace || isRaisedByPlaces(shift))) return;
    solver.resettle(shift.groups);
    judge(failed, thinned, isOfPlace);
    solver.restore();
  }

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

/**
 * A zone or a failure domain, as far as it is not made of others: a region is lost as its zones are, one at a time, and so
 * is what stands with a provider.
 */
function isPlace({ model }: Universe, { id, kind }: Element): boolean {
  if (kind === 'zone') return true;
  const element = model.byId.get(id);
  if (!element || traits(kind).domain !== true) return false;
  return !model.children(element).some((one) => traits(one.kind).domain);
}
