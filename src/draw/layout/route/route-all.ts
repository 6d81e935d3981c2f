import type { Plan, PlanBundle } from '../plan.js';
import type { Stage } from '../stage.js';
import { makeGrid } from './grid.js';
import { makeOccupancy, occupy, type Tree, vacate } from './occupancy.js';
import { makePorts } from './ports.js';
import { centre, distance, nearestPair, type Routing, routeBundle } from './route-bundle.js';
import { makeSearch } from './search.js';

export interface Routes {
  readonly routing: Routing;
  /** By the bundle's number; not set: no route. */
  readonly trees: readonly (Tree | undefined)[];
}

/** Routes every bundle, then takes up each line once more and lays it anew, now that it knows the others. */
export function routeAll(plan: Plan, stage: Stage): Routes {
  const grid = makeGrid(plan, stage);
  const taken = makeOccupancy(grid);
  const routing = { plan, stage, grid, taken, ports: makePorts(plan, stage, grid), search: makeSearch(grid, taken) };
  const trees: (Tree | undefined)[] = plan.bundles.map(() => undefined);
  const order = routingOrder(plan, stage);
  const shared = new Set<number>();
  for (const bundle of [...order, ...order]) layTree(routing, trees, bundle, shared);
  return { routing, trees };
}

function layTree(routing: Routing, trees: (Tree | undefined)[], bundle: PlanBundle, shared: Set<number>): void {
  const old = trees[bundle.index];
  if (old) takeUp(routing, trees, old, shared);
  const tree = routeBundle(routing, bundle) ?? old;
  if (tree && occupy(routing.grid, routing.taken, tree)) shared.add(tree.bundle);
  trees[bundle.index] = tree;
}

/** Once lines have shared a stretch, the marks of those that stay are set again. */
function takeUp(
  { grid, taken }: Routing,
  trees: readonly (Tree | undefined)[],
  old: Tree,
  shared: ReadonlySet<number>,
): void {
  vacate(taken, old);
  if (shared.size === 0) return;
  for (const tree of trees) if (tree && tree !== old) occupy(grid, taken, tree);
}

/** Replication first, then short bundles of traffic, operations last. */
function routingOrder(plan: Plan, stage: Stage): readonly PlanBundle[] {
  const sorts = { replication: -50, traffic: 0, operations: 12_000 } as const;
  const weight = new Map(
    plan.bundles.map((bundle) => {
      const pair = nearestPair(stage, bundle);
      const far = pair ? distance(centre(stage, pair[0]), centre(stage, pair[1])) : 0;
      const branches = bundle.sources.length * bundle.targets.length - 1;
      return [bundle, sorts[bundle.bundle.sort] + far / 12 + branches * 4] as const;
    }),
  );
  return [...plan.bundles].sort((a, b) => weight.get(a)! - weight.get(b)! || a.index - b.index);
}
