import type { DemandNetwork } from './demand-network.js';
import type { Working } from './working.js';

/**
 * Divides a group over the arms that work, into `share`: by their weights, or all to the first of them. Arms of no weight
 * are for when no other works, and then alike.
 */
export function dividerIn(
  { groups, armStart, armRead, armWrite, armWeight }: DemandNetwork,
  isUp: Working['isUp'],
  share: Float64Array,
): (group: number) => void {
  const isFirst = Uint8Array.from(groups, ({ policy }) => (policy === 'first' ? 1 : 0));

  function isOpen(arm: number): boolean {
    return isUp(armRead[arm]!, armWrite[arm]!);
  }

  function giveFirst(from: number, to: number): void {
    for (let arm = from; arm < to; arm += 1) {
      if (!isOpen(arm)) continue;
      share[arm] = 1;
      return;
    }
  }

  function giveEach(from: number, to: number): void {
    let open = 0;
    let weight = 0;
    for (let arm = from; arm < to; arm += 1) {
      if (!isOpen(arm)) continue;
      open += 1;
      weight += armWeight[arm]!;
    }
    for (let arm = from; arm < to; arm += 1) {
      if (isOpen(arm)) share[arm] = weight > 0 ? armWeight[arm]! / weight : 1 / open;
    }
  }

  return (group) => {
    const from = armStart[group]!;
    const to = armStart[group + 1]!;
    share.fill(0, from, to);
    if (isFirst[group] === 1) giveFirst(from, to);
    else giveEach(from, to);
  };
}
