import type { Members, Plan } from '../plan.js';
import { roundUp } from '../rect.js';
import { arrangeLevel, type LevelGaps, pageRatio } from './blocks/arrange-level.js';
import { type Block, merge } from './blocks/block.js';
import { joinAlike } from './blocks/join-alike.js';
import { joinReplicas } from './blocks/join-replicas.js';
import { liftFlows } from './blocks/level-flows.js';
import { padding } from './frame-groups.js';
import { areAlike } from './like-rows.js';
import { emptyPlaces, type Places } from './places.js';
import { separate } from './separate.js';
import { snapPlaces } from './snap-places.js';

/** Every group is laid out alone and is then one rectangle for the group around it; undefined where Graphviz gives up. */
export async function placeBlocks(plan: Plan, gaps: LevelGaps): Promise<Places | undefined> {
  const places = emptyPlaces(plan);
  const picture = await arrange(plan, plan.top, gaps, 0, '');
  if (!picture) return undefined;
  for (const { box, x, y } of picture.spots) {
    places.x[box] = x;
    places.y[box] = y;
  }
  snapPlaces(places);
  separate(plan, places);
  return places;
}

async function arrange(
  plan: Plan,
  members: Members,
  gaps: LevelGaps,
  order: number,
  kin: string,
): Promise<Block | undefined> {
  const blocks: Block[] = members.boxes.map((box) => boxBlock(plan, box));
  for (const group of members.groups) {
    const block = await arrangeGroup(plan, group, { ...gaps, ratio: pageRatio / doublesOf(plan, members, group) });
    if (!block) return undefined;
    blocks.push(block);
  }
  if (blocks.length === 0) return { width: 0, height: 0, spots: [], order, kin };
  const paired = joinReplicas(plan, blocks, liftFlows(plan, blocks), gaps.direction);
  const joined = joinAlike(paired, liftFlows(plan, paired));
  const placed = await arrangeLevel(plan, joined, liftFlows(plan, joined), gaps);
  return placed && merge(placed, order, kin);
}

const mostDoubles = 3;

/** How many groups beside each other look like this one, with it: the narrower each, the better they fit into one row. */
function doublesOf(plan: Plan, members: Members, index: number): number {
  const group = plan.groups[index]!;
  const alike = members.groups.filter((other) => {
    const sibling = plan.groups[other]!;
    return other === index || (sibling.group.kind === group.group.kind && areAlike(plan, group, sibling));
  });
  return Math.min(mostDoubles, alike.length);
}

function boxBlock(plan: Plan, box: number): Block {
  const { width, height, kin } = plan.boxes[box]!;
  return { width, height, spots: [{ box, x: 0, y: 0 }], order: box, kin };
}

async function arrangeGroup(plan: Plan, index: number, gaps: LevelGaps): Promise<Block | undefined> {
  const group = plan.groups[index]!;
  const kin = `group ${group.group.kind}`;
  const content = await arrange(plan, group, gaps, plan.boxes.length + index, kin);
  if (!content) return undefined;
  const width = roundUp(Math.max(content.width + 2 * padding.side, group.narrowest), 24);
  const left = (width - content.width) / 2;
  return {
    ...content,
    width,
    height: roundUp(content.height + padding.top + padding.bottom, 12),
    spots: content.spots.map(({ box, x, y }) => ({ box, x: x + left, y: y + padding.top })),
  };
}
