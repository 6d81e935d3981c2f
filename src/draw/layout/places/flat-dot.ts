import { boxesWithin, groupsAround, type Members, type Plan, type PlanBundle, ranks } from '../plan.js';
import { busyBoxes, isIdle } from './busy-boxes.js';
import { likeRows } from './like-rows.js';

export interface FlatOptions {
  readonly direction: 'TB' | 'LR';
  /** Between ranks and between neighbours of a rank, pixels. */
  readonly rankGap: number;
  readonly nodeGap: number;
  /** What takes no part in the traffic is moved behind its last rank. */
  readonly idleLast: boolean;
}

/** Above this, Graphviz is told to try less hard. */
const manyBoxes = 150;
const besideLabel = 34;
const mostPairs = 48;
const mostBefore = 12;
const mostBeside = 2;
/** Above cards there is room for the title, and for lines to spread before they enter the frame. */
const titleRoom = { aboveCards: 52, aboveFrames: 24 } as const;

/** The whole scene as one graph, clusters and all. No author's text enters it: boxes are n0, n1 …, groups cluster_0 … */
export function flatDot(plan: Plan, options: FlatOptions): string {
  const effort = plan.boxes.length > manyBoxes ? ' mclimit=0.2 nslimit=1 nslimit1=1' : '';
  const gaps = `nodesep=${inches(options.nodeGap)} ranksep=${inches(options.rankGap)}`;
  return [
    `digraph{graph[rankdir=${options.direction} newrank=true splines=false ${gaps}${effort}]`,
    'node[shape=box fixedsize=true label=""]',
    ...membersDot(plan, plan.top, roomForLabels(plan, options)),
    ...plan.bundles.flatMap((bundle) => bundleDot(plan, bundle)),
    ...likeRows(plan).flatMap(rowDot),
    ...usersFirst(plan),
    ...(options.idleLast ? idleLast(plan) : []),
    '}',
  ].join('\n');
}

function inches(pixels: number): string {
  return (pixels / 72).toFixed(4);
}

function membersDot(plan: Plan, members: Members, room: ReadonlyMap<number, number>): readonly string[] {
  const boxes = members.boxes.map((index) => {
    const { width, height } = plan.boxes[index]!;
    return `n${index}[width=${inches(width + (room.get(index) ?? 0))} height=${inches(height)}]`;
  });
  return [...boxes, ...members.groups.flatMap((group) => clusterDot(plan, group, room))];
}

/** A table of fixed size keeps the room of the title free, whatever fonts Graphviz knows. */
function clusterDot(plan: Plan, index: number, room: ReadonlyMap<number, number>): readonly string[] {
  const group = plan.groups[index]!;
  const height = group.boxes.length > 0 ? titleRoom.aboveCards : titleRoom.aboveFrames;
  const table = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE"';
  return [
    `subgraph cluster_${index}{graph[margin=24 label=<<TABLE ${table} WIDTH="${group.narrowest - 16}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>]`,
    ...membersDot(plan, group, room),
    '}',
  ];
}

/** Both ends of a labelled line between neighbours are widened by half of what its label needs beyond the usual gap. */
function roomForLabels(plan: Plan, { direction, nodeGap }: FlatOptions): ReadonlyMap<number, number> {
  const room = new Map<number, number>();
  if (direction === 'LR') return room;
  for (const { bundle, sources, targets, label } of plan.bundles) {
    if (!label || sources.length * targets.length !== 1 || (!bundle.sideBySide && bundle.sort !== 'replication'))
      continue;
    const [source, target] = [sources[0]!, targets[0]!];
    if (plan.boxes[source]!.group !== plan.boxes[target]!.group) continue;
    const wanted = label.width + besideLabel - nodeGap;
    for (const end of [source, target]) room.set(end, Math.max(wanted, room.get(end) ?? 0));
  }
  return room;
}

function bundleDot(plan: Plan, item: PlanBundle): readonly string[] {
  const { bundle } = item;
  const edges = pairsOf(item).map(([from, to]) => {
    const together = plan.boxes[from]!.group === plan.boxes[to]!.group && plan.boxes[from]!.group >= 0;
    return `n${from}->n${to}[${edgeAttributes(item, together)}]`;
  });
  const side = bundle.sideBySide || bundle.sort === 'replication';
  return side && edges.length > 0 ? [...edges, sameRank([...item.sources, ...item.targets])] : edges;
}

function edgeAttributes(item: PlanBundle, together: boolean): string {
  if (item.bundle.sideBySide) return 'weight=20';
  if (item.bundle.sort === 'operations') return 'constraint=false';
  return item.bundle.sort === 'replication' || together ? 'weight=8' : 'weight=1';
}

/** Every source with every target; of very many, as many as keep all of them in order. */
function pairsOf({ sources, targets }: PlanBundle): readonly (readonly [number, number])[] {
  const all = sources.length * targets.length;
  const pairs =
    all <= mostPairs
      ? sources.flatMap((source) => targets.map((target) => [source, target] as const))
      : Array.from(
          { length: Math.max(sources.length, targets.length) },
          (_, index) => [sources[index % sources.length]!, targets[index % targets.length]!] as const,
        );
  return pairs.filter(([from, to]) => from !== to);
}

function sameRank(boxes: Iterable<number>): string {
  return `{rank=same;${[...new Set(boxes)].map((box) => `n${box}`).join(';')}}`;
}

/** Weightless edges keep no order across clusters; they do within a rank. */
function rowDot(row: readonly number[]): readonly string[] {
  const steps = row.slice(1).map((box, index) => `n${row[index]}->n${box}[style=invis weight=0]`);
  return [sameRank(row), ...steps];
}

function usersFirst(plan: Plan): readonly string[] {
  const reached = new Set(plan.bundles.filter(ranks).flatMap(({ targets }) => targets));
  const users = plan.boxes.filter(({ box, index }) => box?.shape === 'person' && !reached.has(index));
  return users.length > 0 ? [`{rank=min;${users.map(({ index }) => `n${index}`).join(';')}}`] : [];
}

/**
 * What takes no part stands behind the last tier of the picture; where its group has traffic, beside the last tier of that
 * group, so that the frame is not stretched across the tiers of others.
 */
function idleLast(plan: Plan): readonly string[] {
  const busy = busyBoxes(plan);
  const idle = plan.boxes.filter(({ index, box }) => isIdle(busy, index, box));
  const beside = new Map<number, number>();
  return idle.flatMap(({ index, group }) => {
    const around = [...groupsAround(plan, group), -1];
    const home = around.find((candidate) => boxesOf(plan, candidate).some((box) => busy.has(box))) ?? -1;
    const last = lastOf(
      plan,
      boxesOf(plan, home).filter((box) => busy.has(box)),
    );
    const neighbours = beside.get(home) ?? 0;
    beside.set(home, neighbours + 1);
    if (home >= 0 && group === home && neighbours < mostBeside) return rowDot([...last.slice(-1), index]);
    return last.map((box) => `n${box}->n${index}[style=invis weight=0]`);
  });
}

/** Those that send nothing on to another of them, else all. */
function lastOf(plan: Plan, boxes: readonly number[]): readonly number[] {
  const within = new Set(boxes);
  const passing = plan.bundles.filter((item) => ranks(item) && item.targets.some((box) => within.has(box)));
  const sending = new Set(passing.flatMap(({ sources }) => sources));
  const last = boxes.filter((box) => !sending.has(box));
  return (last.length > 0 ? last : boxes).slice(-mostBefore);
}

function boxesOf(plan: Plan, group: number): readonly number[] {
  return boxesWithin(plan, plan.groups[group] ?? plan.top);
}
