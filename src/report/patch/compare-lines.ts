export interface LineChange {
  /** Kept, taken away, added. */
  readonly sort: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * What happened to the lines of a text, in their order. Made for edits of a few lines each: after a difference it goes on where two
 * lines that follow each other are the same again, wherever that is nearest.
 */
export function compareLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  let [old, fresh] = [0, 0];
  while (old < before.length || fresh < after.length) {
    if (old < before.length && before[old] === after[fresh]) {
      changes.push({ sort: ' ', line: before[old] ?? '' });
      old++;
      fresh++;
      continue;
    }
    const [gone, added] = nextMatch(before, after, old, fresh);
    for (; old < gone; old++) changes.push({ sort: '-', line: before[old] ?? '' });
    for (; fresh < added; fresh++) changes.push({ sort: '+', line: after[fresh] ?? '' });
  }
  return changes;
}

/** Further apart two texts have nothing to do with each other. */
const furthest = 400;

function nextMatch(
  before: readonly string[],
  after: readonly string[],
  old: number,
  fresh: number,
): readonly [number, number] {
  for (let distance = 1; distance <= furthest; distance++) {
    for (let taken = 0; taken <= distance; taken++) {
      const [gone, added] = [old + taken, fresh + distance - taken];
      if (gone > before.length || added > after.length) continue;
      if (isSame(before, after, gone, added) && isSame(before, after, gone + 1, added + 1)) return [gone, added];
    }
  }
  return [before.length, after.length];
}

/** Also where both are at their end. */
function isSame(before: readonly string[], after: readonly string[], old: number, fresh: number): boolean {
  if (old >= before.length || fresh >= after.length) return old >= before.length && fresh >= after.length;
  return before[old] === after[fresh];
}
