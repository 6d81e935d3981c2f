import type { DemandNetwork } from './demand-network.js';
import type { Shift } from './shifts.js';
import type { WorstHits } from './stress.js';

/**
 * Whether a failure can be passed over, because no element it could raise would be used more than another failure already
 * uses it. In a pool of a thousand alike, the failure of one raises the others as that of any other does: after two or
 * three the rest adds nothing. Failures that only touch groups of fewer arms than `few` are not passed over.
 */
export function raisedEnough(network: DemandNetwork, worst: WorstHits, few: number): (shift: Shift) => boolean {
  const { groups, armStart, armTarget, sent } = network;
  /** For each group, how far every element behind it is raised already: only ever more. */
  const raised = new Float64Array(groups.length);
  const seen = new Int32Array(network.variables);
  let round = 0;

  function raisedBehind(group: number): number {
    round += 1;
    const waiting: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let next: number | undefined = group; next !== undefined; next = waiting.pop()) {
      for (let arm = armStart[next]!; arm < armStart[next + 1]!; arm += 1) {
        const target = armTarget[arm]!;
        if (seen[target] === round) continue;
        seen[target] = round;
        if (target < worst.elements) least = Math.min(least, worst.raisedBy(target));
        for (let index = sent.start[target]!; index < sent.start[target + 1]!; index += 1)
          waiting.push(sent.items[index]!);
      }
    }
    return least;
  }

  return ({ groups: hit, bound }) => {
    if (!Number.isFinite(bound) || !hit.some((group) => armStart[group + 1]! - armStart[group]! > few)) return false;
    return hit.every((group) => {
      if (raised[group]! < bound) raised[group] = raisedBehind(group);
      return raised[group]! >= bound;
    });
  };
}
