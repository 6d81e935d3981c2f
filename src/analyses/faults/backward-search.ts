import type { WorkingState } from './fixpoint.js';
import type { Structure } from './structure.js';

/** Whether a chain of working elements leads from a user to an element; undefined: it would take too long to say. */
export type BackwardSearch = (user: number, target: number) => boolean | undefined;

interface StepBack {
  readonly from: number;
  readonly node: number;
  readonly standIn: boolean;
}

/** How many elements are looked at before a search forwards, which answers for all targets at once, is the better way. */
const budget = 256;

/** From the target back: mostly few elements lead to a store, while a user leads to everything. */
export function backwardSearchIn({ chains }: Structure, { works }: WorkingState): BackwardSearch {
  const back = reverse(chains);
  return (user, target) => {
    const seen = new Set<number>([target]);
    for (const element of seen) {
      if (element === user) return true;
      if (seen.size > budget) return undefined;
      for (const { from, node, standIn } of back[element] ?? []) {
        if (works[node] === 1 && (standIn || works[from] === 1)) seen.add(from);
      }
    }
    return false;
  };
}

function reverse(chains: Structure['chains']): readonly (readonly StepBack[] | undefined)[] {
  const back: StepBack[][] = new Array(chains.length);
  chains.forEach((steps, from) => {
    for (const { to, node, by } of steps) {
      const step = { from, node, standIn: by === 'standIn' };
      const list = back[to];
      if (list) list.push(step);
      else back[to] = [step];
    }
  });
  return back;
}
