import type { Architecture, Element } from '../../graph/architecture.js';
import { incompleteIn } from './completeness.js';
import type { Group } from './demand-draft.js';
import { compileDemand, type DemandNetwork } from './demand-network.js';
import { type DemandSolver, demandSolver } from './demand-solver.js';
import { type Factor, factorsOf } from './factors.js';
import { largestInstance, limitOf } from './limits.js';
import type { Demand, SharedLoad } from './result.js';
import { sharedLoads } from './shared-loads.js';
import { type Effort, type SingleFailures, trySingleFailures } from './single-failures.js';
import { type Statement, statementsIn } from './statements.js';
import { standingIn } from './stress.js';
import { type Working, workingOf } from './working.js';
import { writeDemand } from './write-demand.js';

/** The equations of a model, not yet solved. */
export interface LoadGround {
  readonly model: Architecture;
  readonly working: Working;
  readonly statements: readonly Statement[];
  readonly factors: readonly Factor[];
  readonly groupOf: ReadonlyMap<Statement, Group>;
  readonly network: DemandNetwork;
  /** Whether requests lead to an element, whatever is known of them. */
  readonly isAsked: (element: Element) => boolean;
}

/** The demand as it is and in every single failure. */
export interface SolvedLoad extends LoadGround {
  readonly solver: DemandSolver;
  /** Components that run away with nothing failed. */
  readonly ranAway: Uint8Array;
  /** 1 where the demand of a variable is a lower bound; `incompleteThen` counts loops that run away in a failure too. */
  readonly incomplete: Uint8Array;
  readonly incompleteThen: Uint8Array;
  readonly failures: SingleFailures;
  readonly shared: readonly SharedLoad[];
}

export function prepareLoad(model: Architecture): LoadGround {
  const working = workingOf(model);
  const statements = statementsIn(model);
  const factors = factorsOf(model, statements);
  const { variables, groups, groupOf } = writeDemand(working, statements, factors);
  const network = compileDemand(variables, groups);
  const { start } = network.received;
  const isAsked = ({ id }: Element) => {
    const variable = working.universe.indexOf.get(id) ?? -1;
    return variable >= 0 && start[variable]! < start[variable + 1]!;
  };
  return { model, working, statements, factors, groupOf, network, isAsked };
}

export function solveLoad(ground: LoadGround, effort: Effort): SolvedLoad {
  const { working, network } = ground;
  let incomplete: Uint8Array | undefined;
  const solver = demandSolver(network, working, (variable) => {
    incomplete ??= incompleteIn(network, solver.ranAway);
    return incomplete[variable] === 0;
  });
  solver.settle();
  const ranAway = solver.ranAway.slice();
  const known = incomplete ?? incompleteIn(network, ranAway);
  const limits = limitsNow(ground);
  const shares = sharedLoads(working, ground.statements, demandsIn(ground, solver, known), standingIn(working).left);
  const failures = trySingleFailures(working, network, solver, limits, { ...effort, onPlace: shares.onPlace });
  offerInstances(ground, solver, limits, failures);
  return {
    ...ground,
    solver,
    ranAway,
    incomplete: known,
    incompleteThen: incompleteIn(network, solver.ranAway),
    failures,
    shared: shares.loads(),
  };
}

function limitsNow({ model, working }: LoadGround): Float64Array {
  return Float64Array.from(working.universe.elements, (element) => {
    return limitOf(model, element, 'requestsPerSecond')?.guaranteed ?? Number.NaN;
  });
}

/** The loss of one instance of many moves no requests, but leaves fewer to take them. */
function offerInstances(
  { model, working }: LoadGround,
  solver: DemandSolver,
  limits: Float64Array,
  { worst }: SingleFailures,
): void {
  for (const [index, element] of model.elements.entries()) {
    const limit = limits[index]!;
    const largest = Number.isNaN(limit) ? undefined : largestInstance(model, element);
    if (!largest || !working.isUp(index, index)) continue;
    const failed = working.universe.indexOf.get(largest.lost.id)!;
    worst.offer(index, failed, solver.before[index]!, limit * (1 - largest.share), true);
  }
}

function demandsIn({ working, network, groupOf, isAsked }: LoadGround, solver: DemandSolver, incomplete: Uint8Array) {
  const placeOf = new Map(network.groups.map((group, index) => [group, index]));
  return {
    element(element: Element): Demand | undefined {
      if (!isAsked(element)) return undefined;
      const variable = working.universe.indexOf.get(element.id)!;
      return { known: solver.before[variable]!, isComplete: incomplete[variable] === 0 };
    },
    pool(statement: Statement): Demand {
      const group = groupOf.get(statement);
      if (!group) return { known: 0, isComplete: false };
      const index = placeOf.get(group)!;
      const carried = solver.carriedBefore.subarray(network.armStart[index], network.armStart[index + 1]);
      return { known: carried.reduce((sum, value) => sum + value, 0), isComplete: isKnown(group, incomplete) };
    },
  };
}

/** Whether what a group sends is known in full. */
export function isKnown({ constant, factor, isPartial, source }: Group, incomplete: Uint8Array): boolean {
  if (isPartial) return false;
  if (constant !== undefined || factor === 0) return true;
  return factor !== undefined && incomplete[source] === 0;
}
