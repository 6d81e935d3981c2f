import type { Point } from '../placement.js';
import type { Plan, PlanBundle } from '../plan.js';
import { groupsAround, ranks } from '../plan.js';
import type { Stage } from '../stage.js';
import { cost } from './costs.js';
import { flag, type Grid } from './grid.js';
import type { Occupancy, Tree } from './occupancy.js';
import type { Port, PricedPorts } from './ports.js';
import type { Search } from './search.js';

export interface Routing {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly grid: Grid;
  readonly taken: Occupancy;
  readonly ports: readonly (readonly Port[])[];
  readonly search: Search;
}

type Role = 'source' | 'target';

interface GrowingTree {
  readonly bundle: PlanBundle;
  readonly foreign: Uint8Array;
  readonly paths: Int32Array[];
  readonly ports: number[];
  readonly heads: [number, number][];
  /** Cells that branches may grow from: what it costs there. */
  readonly joints: Map<number, number>;
  /** Steps next to a card: a branch there would look as if it were another line's end. */
  readonly closed: Set<number>;
}

/** A tree that joins all sources and targets: the nearest pair first, then each further box, the nearest first. */
export function routeBundle(routing: Routing, bundle: PlanBundle): Tree | undefined {
  const pair = nearestPair(routing.stage, bundle);
  if (!pair) return undefined;
  const tree = startTree(routing.plan, bundle);
  if (!addTrunk(routing, tree, pair)) return undefined;
  for (const { box, role } of others(routing.stage, bundle, pair)) {
    if (!addBranch(routing, tree, box, role)) return undefined;
  }
  return { bundle: bundle.index, paths: tree.paths, ports: tree.ports, heads: tree.heads };
}

export function centre(stage: Stage, box: number): Point {
  const { x, y, width, height } = stage.boxes[box]!;
  return { x: x + width / 2, y: y + height / 2 };
}

export function nearestPair(stage: Stage, { sources, targets }: PlanBundle): readonly [number, number] | undefined {
  let [nearest, least]: [readonly [number, number] | undefined, number] = [undefined, Infinity];
  for (const source of sources) {
    for (const target of targets) {
      const far = source === target ? Number.MAX_SAFE_INTEGER : distance(centre(stage, source), centre(stage, target));
      if (far < least) [nearest, least] = [[source, target], far];
    }
  }
  return nearest;
}

export function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function middle(stage: Stage, boxes: readonly number[]): Point {
  const centres = boxes.map((box) => centre(stage, box));
  const total = centres.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
  return { x: total.x / boxes.length, y: total.y / boxes.length };
}

function startTree(plan: Plan, bundle: PlanBundle): GrowingTree {
  return {
    bundle,
    foreign: foreignGroups(plan, bundle),
    paths: [],
    ports: [],
    heads: [],
    joints: new Map(),
    closed: new Set(),
  };
}

/** All but the groups around its ends, up to the innermost that holds them all. Operations keep further away. */
function foreignGroups(plan: Plan, { bundle, sources, targets }: PlanBundle): Uint8Array {
  const foreign = new Uint8Array(plan.groups.length + 1).fill(bundle.sort === 'operations' ? 2 : 1);
  const around = [...sources, ...targets].map((box) => [...groupsAround(plan, plan.boxes[box]!.group), -1]);
  const common = around[0]!.find((group) => around.every((groups) => groups.includes(group)))!;
  for (const groups of around) {
    for (const group of groups.slice(0, groups.indexOf(common) + 1)) foreign[group + 1] = 0;
  }
  return foreign;
}

/** Every box once, though it may be source and target; the nearest to the trunk first. */
function others(
  stage: Stage,
  { sources, targets }: PlanBundle,
  [first, last]: readonly [number, number],
): readonly { readonly box: number; readonly role: Role }[] {
  const from = centre(stage, first);
  const boxes = [
    ...targets.filter((box) => box !== last).map((box) => ({ box, role: 'target' as const })),
    ...sources.filter((box) => box !== first).map((box) => ({ box, role: 'source' as const })),
  ];
  const far = ({ box }: { readonly box: number }) => distance(centre(stage, box), from);
  return boxes.sort((a, b) => far(a) - far(b));
}

function addTrunk(routing: Routing, tree: GrowingTree, [source, target]: readonly [number, number]): boolean {
  const { stage } = routing;
  const { sources, targets, index } = tree.bundle;
  const towards = targets.length === 1 ? centre(stage, target) : middle(stage, targets);
  const back = sources.length === 1 ? centre(stage, source) : middle(stage, sources);
  const from = pricePorts(routing, tree.bundle, source, 'source', towards);
  const to = pricePorts(routing, tree.bundle, target, 'target', back);
  const path = routing.search.find(index, from, to, tree.foreign);
  if (!path) return false;
  tree.heads.push([path[path.length - 2]!, path[path.length - 1]!]);
  addPath(routing.grid, tree, path, [path[0]!, path[path.length - 1]!]);
  return true;
}

function addBranch(routing: Routing, tree: GrowingTree, box: number, role: Role): boolean {
  const { stage } = routing;
  const { sources, targets, index } = tree.bundle;
  const towards = middle(stage, role === 'target' ? sources : targets);
  const from = pricePorts(routing, tree.bundle, box, role, towards);
  const path = routing.search.find(index, from, openJoints(tree), tree.foreign);
  if (!path) return false;
  const port = path[0]!;
  if (role === 'target') tree.heads.push([path[1]!, port]);
  addPath(routing.grid, tree, role === 'target' ? path.reverse() : path, [port]);
  return true;
}

/** Where a branch may join; on a line as short as a step that is anywhere. */
function openJoints({ joints, closed }: GrowingTree): ReadonlyMap<number, number> {
  const open = new Map<number, number>();
  joints.forEach((price, cell) => {
    if (!closed.has(cell)) open.set(cell, price);
  });
  return open.size > 0 ? open : joints;
}

/** The ports of a box with what each costs: the middle of the side that faces where the line goes is cheapest. */
function pricePorts(routing: Routing, bundle: PlanBundle, box: number, role: Role, towards: Point): PricedPorts {
  const { plan, stage, grid, taken } = routing;
  const ports = routing.ports[box]!;
  const from = centre(stage, box);
  const withFlow = ranks(bundle) ? flowDirection(plan.direction, role) : -1;
  const aheadOfFlow =
    withFlow < 0 ? 0 : [towards.x - from.x, towards.y - from.y, from.x - towards.x, from.y - towards.y][withFlow]!;
  const partners = role === 'source' ? bundle.targets : bundle.sources;
  const aside = costAside(aheadOfFlow > cost.farAhead, role === 'target' || partners.length > 1);
  const perSide = [towards.x - from.x, towards.y - from.y, from.x - towards.x, from.y - towards.y].map(
    (ahead, direction) => {
      const facing = ahead < 0 ? cost.portFacingAway : 0;
      return facing + (withFlow < 0 ? 0 : costAgainst(direction, withFlow, aside));
    },
  );
  const costs = Int32Array.from(ports, (port) => port.cost + costOfNeighbours(grid, taken, bundle.index, port));
  const least = cheapestOfEachSide(ports, costs);
  for (let at = 0; at < costs.length; at++) {
    const { direction } = ports[at]!;
    const crowded = least[direction]! > 0 ? cost.portBesideOthers : 0;
    costs[at]! += perSide[direction]! + crowded - least[direction]!;
  }
  return { ports, costs };
}

/** Where the middle of a side is taken, what is nearest to it is as good as the middle: almost. */
function cheapestOfEachSide(ports: readonly Port[], costs: Int32Array): readonly number[] {
  const least = [Infinity, Infinity, Infinity, Infinity];
  for (let at = 0; at < costs.length; at++) {
    const { direction } = ports[at]!;
    if (costs[at]! < least[direction]!) least[direction] = costs[at]!;
  }
  return least.map((costs) => (costs >= cost.portTaken ? 0 : costs));
}

/** Traffic leaves a card at its foot and enters at its head; from left to right likewise. */
function flowDirection(direction: 'TB' | 'LR', role: Role): number {
  const outwards = direction === 'TB' ? 1 : 0;
  return role === 'source' ? outwards : outwards + 2;
}

function costAgainst(direction: number, flow: number, aside: number): number {
  if (direction === flow) return 0;
  return direction === ((flow + 2) & 3) ? cost.portAgainstFlow : aside;
}

/** Towards what lies ahead a line goes straight, above all where it branches or arrives. */
function costAside(isAhead: boolean, isTrunk: boolean): number {
  if (!isAhead) return cost.portAside;
  return isTrunk ? cost.portAsideOfTrunk : cost.portAsideOfAhead;
}

function costOfNeighbours(grid: Grid, { port: owners }: Occupancy, bundle: number, { cell, direction }: Port): number {
  const step = (direction & 1) === 0 ? grid.columns : 1;
  let total = isTaken(owners[cell]!, bundle) ? cost.portTaken : 0;
  if (isTaken(owners[cell - step]!, bundle)) total += cost.portNextToTaken;
  if (isTaken(owners[cell + step]!, bundle)) total += cost.portNextToTaken;
  if (isTaken(owners[cell - 2 * step]!, bundle)) total += cost.portNearTaken;
  if (isTaken(owners[cell + 2 * step]!, bundle)) total += cost.portNearTaken;
  return total;
}

function isTaken(owner: number, bundle: number): boolean {
  return owner >= 0 && owner !== bundle;
}

function addPath(grid: Grid, tree: GrowingTree, path: Int32Array, atCards: readonly number[]): void {
  tree.paths.push(path);
  tree.ports.push(...atCards);
  for (const port of atCards) {
    tree.closed.add(port);
    tree.closed.add(path[0] === port ? path[1]! : path[path.length - 2]!);
  }
  for (let at = 0; at < path.length; at++) {
    const cell = path[at]!;
    if (grid.flags[cell]! & flag.card) continue;
    const isBend = at > 0 && at + 1 < path.length && cell - path[at - 1]! !== path[at + 1]! - cell;
    const joins = tree.joints.has(cell);
    if (isBend || joins) tree.joints.set(cell, 0);
    else tree.joints.set(cell, cost.joinAwayFromJunction);
  }
}
