import type { ElementId } from '../graph/architecture.js';
import type { Leftovers, Side } from './leftovers.js';

/** Matches some of what is left; whether it found anything. */
export type Pass = (left: Leftovers) => boolean;
export type KeyOf = (side: Side, id: ElementId) => string | undefined;
export type IsPair = (left: Leftovers, base: ElementId, head: ElementId) => boolean;

/** Matches what has a key that nothing else on its own side has. */
export function uniquely(keys: (left: Leftovers) => KeyOf, isPair: IsPair = () => true): Pass {
  return (left) => {
    const keyOf = keys(left);
    const [ofBase, ofHead] = [unique(left.base, keyOf), unique(left.head, keyOf)];
    // Each pair is judged before any is matched: what is found first must not decide what else is.
    const pairs = [...ofBase].flatMap(([key, here]) => {
      const there = ofHead.get(key);
      return here !== undefined && there !== undefined && isPair(left, here, there) ? [{ here, there }] : [];
    });
    for (const { here, there } of pairs) left.match(here, there);
    return pairs.length > 0;
  };
}

/** By key; undefined where several have it. */
function unique(side: Side, keyOf: KeyOf): ReadonlyMap<string, ElementId | undefined> {
  const ids = new Map<string, ElementId | undefined>();
  for (const id of side.ids) {
    const key = keyOf(side, id);
    if (key !== undefined) ids.set(key, ids.has(key) ? undefined : id);
  }
  return ids;
}
