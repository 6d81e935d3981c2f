/** Items of both models that are the same by a key. */
export interface Level<T> {
  ofBase(item: T): string;
  ofHead(item: T): string;
  /** Whether those of one key are paired in their order; left out: only where there is one on either side. */
  readonly inOrder?: boolean;
}

export interface Matched<T> {
  readonly pairs: readonly { readonly before: T; readonly after: T }[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** Pairs items level by level, the surest key first. Pairs are in the order of the head. */
export function matchItems<T>(base: readonly T[], head: readonly T[], levels: readonly Level<T>[]): Matched<T> {
  const partners = new Map<T, T>();
  const [restOfBase, restOfHead] = [new Set(base), new Set(head)];
  for (const { ofBase, ofHead, inOrder = false } of levels) {
    const there = byKey(restOfHead, ofHead);
    for (const [key, before] of byKey(restOfBase, ofBase)) {
      const after = there.get(key) ?? [];
      if (!inOrder && (before.length > 1 || after.length > 1)) continue;
      for (const [index, item] of before.slice(0, after.length).entries()) {
        partners.set(after[index]!, item);
        restOfBase.delete(item);
        restOfHead.delete(after[index]!);
      }
    }
  }
  const pairs = head.flatMap((after) => {
    const before = partners.get(after);
    return before === undefined ? [] : [{ before, after }];
  });
  return { pairs, added: [...restOfHead], removed: [...restOfBase] };
}

function byKey<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = found.get(key);
    if (list) list.push(item);
    else found.set(key, [item]);
  }
  return found;
}
