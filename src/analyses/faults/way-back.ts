import type { WorkingState } from './fixpoint.js';
import type { Structure } from './structure.js';

/** A chain of working elements from a user to an element, as the nodes that have to work for it. */
export type WayBack = (user: number, target: number, shuns?: (node: number) => boolean) => FoundWay;

/** `'too long'`: not settled within the budget. */
export type FoundWay = readonly number[] | 'none' | 'too long';

/** How many elements are looked at before a search forwards, which answers for all targets at once, is the better way. */
const budget = 4_096;

/**
 * From the target back, depth first: mostly few elements lead to a store, while a user leads to everything. What `shuns`
 * names is gone through only where nothing else is left.
 */
export function wayBackIn({ stepsBack, universe }: Structure, { works }: WorkingState): WayBack {
  const seen = new Int32Array(universe.elements.length);
  const after = new Int32Array(universe.elements.length);
  const nodeOf = new Int32Array(universe.elements.length);
  let search = 0;

  return (user, target, shuns) => {
    if (works[user] === 0) return 'none';
    if (user === target) return [user];
    search += 1;
    seen[target] = search;
    const waiting = [target];
    const shunned: number[] = [];
    for (let looked = 0; ; looked += 1) {
      const element = waiting.pop() ?? shunned.pop();
      if (element === undefined) return 'none';
      if (looked > budget) return 'too long';
      for (const { from, node, by } of stepsBack(element)) {
        if (seen[from] === search || works[node] === 0 || (by !== 'standIn' && works[from] === 0)) continue;
        seen[from] = search;
        after[from] = element;
        nodeOf[from] = by === 'standIn' ? ~node : node;
        if (from === user) return nodesFrom(user, target);
        (shuns?.(from) || shuns?.(node) ? shunned : waiting).push(from);
      }
    }
  };

  function nodesFrom(user: number, target: number): readonly number[] {
    const nodes: number[] = [];
    for (let at = user; at !== target; at = after[at]!) {
      const node = nodeOf[at]!;
      if (node < 0) nodes.push(~node);
      else nodes.push(at, node);
    }
    return nodes;
  }
}
