/** A priority queue of numbers for small whole priorities that never fall below the one taken last. */
export interface BucketQueue {
  push(item: number, priority: number): void;
  /** The item of the lowest priority, the newest of equals; -1 when empty. */
  pop(): number;
  /** Of the item that pop returned last. */
  priority(): number;
  clear(): void;
}

const buckets = 1 << 16;

export function makeBucketQueue(): BucketQueue {
  const heads = new Int32Array(buckets).fill(-1);
  let items = new Int32Array(1 << 14);
  let next = new Int32Array(1 << 14);
  let [size, lowest, highest] = [0, 0, -1];
  /** The first of the entries that were taken and may be used again. */
  let free = -1;

  function grow(): void {
    const [oldItems, oldNext] = [items, next];
    items = new Int32Array(oldItems.length * 2);
    next = new Int32Array(oldNext.length * 2);
    items.set(oldItems);
    next.set(oldNext);
  }

  function takeEntry(): number {
    const entry = free;
    if (entry >= 0) {
      free = next[entry]!;
      return entry;
    }
    if (size === items.length) grow();
    size += 1;
    return size - 1;
  }

  return {
    push(item, priority) {
      const bucket = priority < lowest ? lowest : priority >= buckets ? buckets - 1 : priority;
      const entry = takeEntry();
      items[entry] = item;
      next[entry] = heads[bucket]!;
      heads[bucket] = entry;
      if (bucket > highest) highest = bucket;
    },
    pop() {
      while (lowest <= highest && heads[lowest]! < 0) lowest += 1;
      if (lowest > highest) return -1;
      const entry = heads[lowest]!;
      heads[lowest] = next[entry]!;
      next[entry] = free;
      free = entry;
      return items[entry]!;
    },
    priority: () => lowest,
    clear() {
      heads.fill(-1, 0, highest + 1);
      [size, lowest, highest, free] = [0, 0, -1, -1];
    },
  };
}
