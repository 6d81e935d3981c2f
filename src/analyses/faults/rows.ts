/** Numbers grouped by a key, in compressed sparse rows: the row of a key is `items` from its start to that of the next. */
export interface Rows {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Groups the places of a list by the key that stands there (below `count`); negative keys are left out. In the order of the list. */
export function rowsBy(keys: Int32Array, count: number): Rows {
  const start = new Int32Array(count + 1);
  for (let place = 0; place < keys.length; place += 1) if (keys[place]! >= 0) start[keys[place]! + 1]! += 1;
  for (let key = 0; key < count; key += 1) start[key + 1]! += start[key]!;
  const next = start.slice();
  const items = new Int32Array(start[count]!);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place]!;
    if (key < 0) continue;
    items[next[key]!] = place;
    next[key]! += 1;
  }
  return { start, items };
}

export function rowOf({ start, items }: Rows, key: number): Int32Array {
  return items.subarray(start[key]!, start[key + 1]!);
}
