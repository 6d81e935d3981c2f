import { placeWithDot } from '../../graphviz.js';
import type { Plan } from '../../plan.js';
import { roundUp } from '../../rect.js';
import { busyBoxes } from '../busy-boxes.js';
import { type Block, grid, type Placed } from './block.js';
import { joinRows } from './join-alike.js';
import { endsOf, type LevelFlows } from './level-flows.js';

export interface LevelGaps {
  readonly direction: 'TB' | 'LR';
  readonly rankGap: number;
  readonly nodeGap: number;
  /** Of width to height, of what no flow orders; as of a page where left out. */
  readonly ratio?: number;
}

export const pageRatio = 1.5;
const sideGap = 54;
const besideLabel = 34;

/** Gives the blocks of one level their places; undefined where Graphviz gives up. */
export async function arrangeLevel(
  plan: Plan,
  blocks: readonly Block[],
  flows: LevelFlows,
  gaps: LevelGaps,
): Promise<readonly Placed[] | undefined> {
  const busy = new Set([...flows.traffic.keys(), ...flows.replication, ...flows.sideBySide.keys()].flatMap(endsOf));
  const main = blocks.filter((_, index) => busy.has(index));
  const idle = blocks.filter((_, index) => !busy.has(index));
  if (main.length === 0) return evenShelves(joinRows(idle), gaps);
  const dot = await placeWithDot(levelDot(plan, blocks, busy, flows, gaps));
  if (!dot) return undefined;
  const placed = blocks.flatMap((block, index) => {
    const centre = dot.get(`n${index}`);
    return centre ? [{ block, x: centre.x - block.width / 2, y: centre.y - block.height / 2 }] : [];
  });
  const ordered = declaredOrder(placed, gaps);
  const busyElsewhere = busyBoxes(plan);
  const isBusy = ({ spots }: Block) => spots.some(({ box }) => busyElsewhere.has(box));
  const beside = besideRight(ordered, idle.filter(isBusy), gaps.nodeGap);
  return withIdle(
    beside,
    idle.filter((block) => !isBusy(block)),
    gaps.nodeGap,
  );
}

/** Without flows, shelves of the width that comes nearest to a pleasant ratio. */
function evenShelves(blocks: readonly Block[], { nodeGap: gap, ratio = pageRatio }: LevelGaps): readonly Placed[] {
  const ordered = [...blocks].sort((a, b) => a.order - b.order);
  const options = ordered.map((_, index) => shelves(ordered, widthOf(ordered.slice(0, index + 1), gap), gap));
  const score = (placed: readonly Placed[]) => {
    const { width, height } = extent(placed);
    return Math.abs(Math.log(width / height / ratio)) + (width * height) / 1e6;
  };
  return options.reduce((best, option) => (score(option) < score(best) ? option : best));
}

function widthOf(blocks: readonly Block[], gap: number): number {
  return blocks.reduce((sum, { width }) => sum + gap + width, -gap);
}

/** One beside the other until a shelf is full, then the next one below. */
function shelves(blocks: readonly Block[], width: number, gap: number): readonly Placed[] {
  let [x, y, height] = [0, 0, 0];
  return blocks.map((block) => {
    if (x > 0 && x + block.width > width) [x, y, height] = [0, y + roundUp(height + gap, 12), 0];
    const placed = { block, x, y };
    x += roundUp(block.width + gap, 12);
    height = Math.max(height, block.height);
    return placed;
  });
}

function extent(placed: readonly Placed[]): { readonly width: number; readonly height: number } {
  const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))];
  return {
    width: Math.max(...placed.map(({ x, block }) => x + block.width)) - left,
    height: Math.max(...placed.map(({ y, block }) => y + block.height)) - top,
  };
}

function levelDot(
  plan: Plan,
  blocks: readonly Block[],
  busy: ReadonlySet<number>,
  flows: LevelFlows,
  gaps: LevelGaps,
): string {
  const inches = (pixels: number) => (pixels / 72).toFixed(4);
  const nodes = [...busy].map((index) => {
    const { width, height } = blocks[index]!;
    return `n${index}[width=${inches(width + roomForLabel(index, flows, gaps))} height=${inches(height)}]`;
  });
  const together = (key: string, weight: number) => {
    const [from, to] = endsOf(key);
    return `{rank=same;n${from};n${to}} n${from}->n${to}[weight=${weight}]`;
  };
  const users = [...busy].filter((index) =>
    blocks[index]!.spots.some(({ box }) => plan.boxes[box]!.box?.shape === 'person'),
  );
  return [
    `digraph{graph[rankdir=${gaps.direction} splines=false nodesep=${inches(gaps.nodeGap)} ranksep=${inches(gaps.rankGap)}]`,
    'node[shape=box fixedsize=true label=""]',
    ...nodes,
    ...trafficDot(flows),
    ...[...flows.replication].map((key) => together(key, 6)),
    ...[...flows.sideBySide.keys()].map((key) => together(key, 20)),
    ...(users.length > 0 ? [`{rank=min;${users.map((index) => `n${index}`).join(';')}}`] : []),
    '}',
  ].join('\n');
}

/** Half of what the label between two neighbours needs beyond the usual gap. */
function roomForLabel(block: number, { sideBySide }: LevelFlows, { direction, nodeGap }: LevelGaps): number {
  if (direction === 'LR') return 0;
  const widths = [...sideBySide]
    .filter(([key]) => endsOf(key).includes(block))
    .map(([, width]) => width + besideLabel - nodeGap);
  return Math.max(0, ...widths);
}

/** Of two opposite flows, the first decides. */
function trafficDot({ traffic }: LevelFlows): readonly string[] {
  const drawn = new Set<string>();
  return [...traffic].flatMap(([key, pairs]) => {
    const [from, to] = endsOf(key);
    if (drawn.has(`${to}>${from}`)) return [];
    drawn.add(key);
    return [`n${from}->n${to}[weight=${Math.min(20, 1 + pairs)}]`];
  });
}

/** Blocks of one kin and size in one row swap places until they stand as declared. */
function declaredOrder(placed: readonly Placed[], { direction }: LevelGaps): readonly Placed[] {
  const rows = new Map<string, Placed[]>();
  for (const item of placed) {
    const { width, height, kin } = item.block;
    const row = `${Math.round(direction === 'LR' ? item.x : item.y)} ${width} ${height} ${kin}`;
    rows.set(row, [...(rows.get(row) ?? []), item]);
  }
  return [...rows.values()].flatMap((row) => {
    const slots = [...row].sort((a, b) => a.x - b.x || a.y - b.y);
    const declared = [...row].sort((a, b) => a.block.order - b.block.order);
    return declared.map(({ block }, index) => ({ block, x: slots[index]!.x, y: slots[index]!.y }));
  });
}

/** What this level's flows do not order stands in columns at the right. */
function besideRight(placed: readonly Placed[], others: readonly Block[], gap: number): readonly Placed[] {
  if (others.length === 0) return placed;
  const { width, height } = extent(placed);
  const [left, top] = corner(placed);
  const columns = column(others, Math.max(height, 300), gap);
  return [...placed, ...columns.map((item) => moved(item, left + width + sideGap, top))];
}

/** What takes no part at all stands there too or in rows at the foot, whichever makes the better page. */
function withIdle(placed: readonly Placed[], idle: readonly Block[], gap: number): readonly Placed[] {
  if (idle.length === 0) return placed;
  const { width, height } = extent(placed);
  const [left, top] = corner(placed);
  const atRight = besideRight(placed, idle, gap);
  const rows = shelves(joinRows(idle), Math.max(width, 300), gap);
  const atFoot = [...placed, ...rows.map((item) => moved(item, left, top + height + sideGap))];
  return pageCost(atRight) <= pageCost(atFoot) ? atRight : atFoot;
}

function corner(placed: readonly Placed[]): readonly [number, number] {
  return [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))];
}

function moved({ block, x, y }: Placed, dx: number, dy: number): Placed {
  return { block, x: x + dx, y: y + dy };
}

/** One below the other, in as many columns as the height asks for. */
function column(blocks: readonly Block[], height: number, gap: number): readonly Placed[] {
  const long = blocks.reduce((sum, block) => sum + gap + block.height, -gap);
  return grid(blocks, Math.max(1, Math.ceil(long / height)), { x: gap, y: gap });
}

/** Area, and how far the shape is from a page's. */
function pageCost(placed: readonly Placed[]): number {
  const { width, height } = extent(placed);
  return (7 * width * height) / 1e6 + (22 * Math.max(width / 1.6, height)) / 1000;
}
