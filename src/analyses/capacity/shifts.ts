import { type DemandNetwork, type Lists, listsBy } from './demand-network.js';
import type { Deaths, Working } from './working.js';

/** What a failure does to the groups that share requests out. */
export interface Shift {
  /** Those of which an arm or the sender died. */
  readonly groups: readonly number[];
  /** Requests of some group go elsewhere; where none do, what died only takes load away. */
  readonly isAny: boolean;
  /**
   * No demand grows beyond this many times itself: what the arms left of a group get more of, multiplied along the ways
   * that lead through several such groups. Infinite where nothing of the kind can be said.
   */
  readonly bound: number;
}

/** Reads the state while something is failed; `carried`: what each arm carries with nothing failed. */
export function shiftsIn(network: DemandNetwork, working: Working, carried: Float64Array): (deaths: Deaths) => Shift {
  const { groups, groupSource, armStart, armRead, armWrite, armGroup, senderRead, senderWrite, isLoop } = network;
  const arms = armRead.length;
  const reading = listsBy(working.read.structure.gates.count, withSenders(armRead, senderRead));
  const writing = listsBy(working.write.structure.gates.count, withSenders(armWrite, senderWrite));
  const levels = levelsIn(network);
  const total = totalsOf(network, carried);
  const lost = new Float64Array(groups.length);
  const seen = new Int32Array(arms + groups.length);
  const seenGroup = new Int32Array(groups.length);
  let round = 0;

  /** Arms first, then the sender of each group. */
  function withSenders(ofArms: Int32Array, ofSenders: Int32Array): Int32Array {
    const keys = new Int32Array(arms + groups.length);
    keys.set(ofArms);
    keys.set(ofSenders, arms);
    return keys;
  }

  function collect(dead: readonly number[], { start, items }: Lists, found: number[]): void {
    for (const node of dead) {
      for (let index = start[node]!; index < start[node + 1]!; index += 1) {
        const place = items[index]!;
        if (seen[place] === round) continue;
        seen[place] = round;
        const group = place < arms ? armGroup[place]! : place - arms;
        if (seenGroup[group] !== round) {
          seenGroup[group] = round;
          lost[group] = 0;
          found.push(group);
        }
        if (place < arms && !working.isUp(armRead[place]!, armWrite[place]!)) lost[group]! += carried[place]!;
      }
    }
  }

  /** How many times more the arms left of a group get; 1 where nothing is left, or nothing was lost. */
  function growthOf(group: number): number {
    if (!(lost[group]! > 0) || !working.isUp(senderRead[group]!, senderWrite[group]!) || !hasOpenArm(group)) return 1;
    const left = total[group]! - lost[group]!;
    const isPlain = groups[group]!.policy === 'share' && isLoop[network.components.of[groupSource[group]!]!] === 0;
    return isPlain && left > 1e-9 * total[group]! ? total[group]! / left : Number.POSITIVE_INFINITY;
  }

  function hasOpenArm(group: number): boolean {
    for (let arm = armStart[group]!; arm < armStart[group + 1]!; arm += 1) {
      if (working.isUp(armRead[arm]!, armWrite[arm]!)) return true;
    }
    return false;
  }

  return (deaths) => {
    round += 1;
    const found: number[] = [];
    collect(deaths.read, reading, found);
    collect(deaths.write, writing, found);
    const growth = new Map<number, number>();
    for (const group of found) {
      const level = levels[network.components.of[groupSource[group]!]!]!;
      growth.set(level, Math.max(growth.get(level) ?? 1, growthOf(group)));
    }
    const bound = [...growth.values()].reduce((product, factor) => product * factor, 1);
    return { groups: found, isAny: bound > 1, bound };
  };
}

/** Components by how many others lie before them at the most: no way leads from one to another of its level. */
function levelsIn({ armTarget, components, sent, armStart }: DemandNetwork): Int32Array {
  const levels = new Int32Array(components.count);
  for (const variable of components.nodes) {
    const own = components.of[variable]!;
    for (let index = sent.start[variable]!; index < sent.start[variable + 1]!; index += 1) {
      const group = sent.items[index]!;
      for (let arm = armStart[group]!; arm < armStart[group + 1]!; arm += 1) {
        const next = components.of[armTarget[arm]!]!;
        if (next !== own && levels[next]! <= levels[own]!) levels[next] = levels[own]! + 1;
      }
    }
  }
  return levels;
}

function totalsOf({ groups, armGroup }: DemandNetwork, carried: Float64Array): Float64Array {
  const totals = new Float64Array(groups.length);
  for (const [arm, value] of carried.entries()) totals[armGroup[arm]!]! += value;
  return totals;
}
