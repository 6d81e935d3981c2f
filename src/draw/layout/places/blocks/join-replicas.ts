import type { Plan } from '../../plan.js';
import { roundUp } from '../../rect.js';
import { type Block, grid, merge } from './block.js';
import { endsOf, type LevelFlows } from './level-flows.js';

const mostTogether = 5;
const besideLabel = 34;

/** A primary and its replicas become one block: a row, or a column where the picture reads from left to right. */
export function joinReplicas(
  plan: Plan,
  blocks: readonly Block[],
  flows: LevelFlows,
  direction: 'TB' | 'LR',
): readonly Block[] {
  const sets = replicaSets(blocks, flows).filter(({ length }) => length > 1 && length <= mostTogether);
  const joined = new Set(sets.flat());
  const gap = {
    x: gapFor(
      plan,
      sets.flat().flatMap(({ spots }) => spots.map(({ box }) => box)),
    ),
    y: 48,
  };
  const units = sets.map((set) => {
    const kin = `replicas ${set.map((block) => block.kin).join()}`;
    return merge(grid(set, direction === 'TB' ? set.length : 1, gap), set[0]!.order, kin);
  });
  return [...blocks.filter((block) => !joined.has(block)), ...units];
}

/** Single boxes that replication connects, each set in declared order. */
function replicaSets(blocks: readonly Block[], { replication }: LevelFlows): readonly (readonly Block[])[] {
  const root = blocks.map((_, index) => index);
  const find = (index: number): number => (root[index] === index ? index : find(root[index]!));
  for (const key of replication) {
    const [from, to] = endsOf(key);
    const single = blocks[from]!.spots.length === 1 && blocks[to]!.spots.length === 1;
    if (single) root[find(Math.max(from, to))] = find(Math.min(from, to));
  }
  return blocks.flatMap((_, index) =>
    root[index] === index ? [blocks.filter((_, other) => find(other) === index)] : [],
  );
}

function gapFor(plan: Plan, boxes: readonly number[]): number {
  const ends = new Set(boxes);
  const labels = plan.bundles
    .filter(({ bundle, sources }) => bundle.sort === 'replication' && sources.some((box) => ends.has(box)))
    .map(({ label }) => label?.width ?? 0);
  return roundUp(Math.max(48, ...labels.map((width) => width + besideLabel)), 12);
}
