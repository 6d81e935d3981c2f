import type { Point } from '../placement.js';
import type { Plan, PlanBundle } from '../plan.js';
import { pitch } from '../rect.js';
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

const shyness = 4;

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

/** Lays some lines once more, where few others are: there their labels may find room. */
export function routeApart({ routing, trees }: Routes, bundles: readonly PlanBundle[]): Routes {
  const apart = [...trees];
  const everyTree = new Set(trees.map((_, bundle) => bundle));
  routing.search.setShyness(shyness);
  for (const bundle of bundles) layTree(routing, apart, bundle, everyTree);
  routing.search.setShyness(1);
  return { routing, trees: apart };
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

/** What can run straight comes first and takes the middles of the cards; then replication, short bundles, operations last. */
function routingOrder(plan: Plan, stage: Stage): readonly PlanBundle[] {
  const sorts = { replication: -50, traffic: 0, operations: 12_000 } as const;
  const weight = new Map(
    plan.bundles.map((bundle) => {
      const pair = nearestPair(stage, bundle);
      const far = pair ? distance(centre(stage, pair[0]), centre(stage, pair[1])) : 0;
      const branches = bundle.sources.length * bundle.targets.length - 1;
      const straight = pair && branches === 0 && isAligned(centre(stage, pair[0]), centre(stage, pair[1])) ? -1000 : 0;
      return [bundle, sorts[bundle.bundle.sort] + straight + far / 12 + branches * 4] as const;
    }),
  );
  return [...plan.bundles].sort((a, b) => weight.get(a)! - weight.get(b)! || a.index - b.index);
}

function isAligned(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < pitch / 2 || Math.abs(a.y - b.y) < pitch / 2;
}
