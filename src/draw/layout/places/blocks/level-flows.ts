import { type Plan, ranks } from '../../plan.js';
import type { Block } from './block.js';

/** Connections between the blocks of one level, by their numbers. */
export interface LevelFlows {
  /** `from>to` → number of pairs. */
  readonly traffic: ReadonlyMap<string, number>;
  readonly replication: ReadonlySet<string>;
  /** With the widths of their labels. */
  readonly sideBySide: ReadonlyMap<string, number>;
}

export function liftFlows(plan: Plan, blocks: readonly Block[]): LevelFlows {
  const home = new Map(blocks.flatMap(({ spots }, index) => spots.map(({ box }) => [box, index] as const)));
  const traffic = new Map<string, number>();
  const replication = new Set<string>();
  const sideBySide = new Map<string, number>();
  for (const item of plan.bundles) {
    for (const [from, to] of pairs(item.sources, item.targets, home)) {
      const key = `${from}>${to}`;
      if (item.bundle.sideBySide) sideBySide.set(key, item.label?.width ?? 0);
      else if (item.bundle.sort === 'replication') replication.add(key);
      else if (ranks(item)) traffic.set(key, (traffic.get(key) ?? 0) + 1);
    }
  }
  return { traffic, replication, sideBySide };
}

export function endsOf(key: string): readonly [number, number] {
  const [from, to] = key.split('>');
  return [Number(from), Number(to)];
}

function* pairs(sources: readonly number[], targets: readonly number[], home: ReadonlyMap<number, number>) {
  const homes = (boxes: readonly number[]) => boxes.map((box) => home.get(box)).filter((index) => index !== undefined);
  for (const from of homes(sources)) for (const to of homes(targets)) if (from !== to) yield [from, to] as const;
}
