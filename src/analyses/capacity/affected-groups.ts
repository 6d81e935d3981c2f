import type { DemandNetwork, Lists } from './demand-network.js';
import { listsBy } from './demand-network.js';
import type { Deaths, Working } from './working.js';

/** The groups whose arms or senders a failure hits. */
export interface AffectedGroups {
  /** `shifts`: requests of some group go elsewhere; where none do, what died only takes load away. */
  hitBy(deaths: Deaths): { readonly groups: readonly number[]; readonly shifts: boolean };
}

export function affectedGroups(network: DemandNetwork, working: Working, carried: Float64Array): AffectedGroups {
  const { groups, armStart, armRead, armWrite, armGroup } = network;
  const arms = armRead.length;
  const reading = listsBy(working.read.structure.gates.count, withSenders('read', armRead));
  const writing = listsBy(working.write.structure.gates.count, withSenders('write', armWrite));
  const seen = new Int32Array(groups.length);
  let round = 0;

  /** Arms first, then the sender of each group. */
  function withSenders(mode: 'read' | 'write', nodes: Int32Array): Int32Array {
    const keys = new Int32Array(arms + groups.length);
    keys.set(nodes);
    for (const [group, { sender }] of groups.entries()) keys[arms + group] = sender[mode];
    return keys;
  }

  function collect(dead: readonly number[], { start, items }: Lists, found: number[]): boolean {
    let shifts = false;
    for (const node of dead) {
      for (let index = start[node]!; index < start[node + 1]!; index += 1) {
        const place = items[index]!;
        const group = place < arms ? armGroup[place]! : place - arms;
        if (place < arms && carried[place]! > 0 && isShut(place)) shifts ||= hasAnother(group);
        if (seen[group] === round) continue;
        seen[group] = round;
        found.push(group);
      }
    }
    return shifts;
  }

  function isShut(arm: number): boolean {
    return armRead[arm] !== -2 && !working.isUp(armRead[arm]!, armWrite[arm]!);
  }

  /** Whether the requests of a dead arm find another one, from a sender that works. */
  function hasAnother(group: number): boolean {
    const { sender } = groups[group]!;
    if (sender.read !== -2 && !working.isUp(sender.read, sender.write)) return false;
    for (let arm = armStart[group]!; arm < armStart[group + 1]!; arm += 1) if (!isShut(arm)) return true;
    return false;
  }

  return {
    hitBy(deaths) {
      round += 1;
      const found: number[] = [];
      const shiftsAtRead = collect(deaths.read, reading, found);
      const shiftsAtWrite = collect(deaths.write, writing, found);
      return { groups: found, shifts: shiftsAtRead || shiftsAtWrite };
    },
  };
}
