import { canonical, isRecord } from './canonical.js';
import type { FactChange } from './model-diff.js';

/** Lists whose order says something; all others are sets. */
const ordered: ReadonlySet<string> = new Set(['through']);

/**
 * What two records say differently, fact by fact, by path. `translated`: the first with what it names called as the second
 * calls it; what is told is told as each side has it.
 */
export function compareFacts(
  before: object | undefined,
  translated: object | undefined,
  after: object | undefined,
  start = '',
): readonly FactChange[] {
  const [mine, called, theirs] = [before ?? {}, translated ?? {}, after ?? {}] as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(mine!), ...Object.keys(theirs!)])].sort();
  return keys.flatMap((key) => compare(path(start, key), key, own(mine!, key), own(called!, key), own(theirs!, key)));
}

/** An author may call a listener `constructor`. */
function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function compare(
  where: string,
  key: string,
  before: unknown,
  translated: unknown,
  after: unknown,
): readonly FactChange[] {
  if (isRecord(before) && isRecord(translated) && isRecord(after))
    return compareFacts(before, translated, after, where);
  return same(key, translated, after) ? [] : [{ path: where, before, after }];
}

function same(key: string, left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!Array.isArray(left) || !Array.isArray(right)) return canonical([left]) === canonical([right]);
  if (left.length !== right.length) return false;
  const [mine, theirs] = [left.map(canonical), right.map(canonical)];
  if (!ordered.has(key)) for (const list of [mine, theirs]) list.sort();
  return mine.every((text, index) => text === theirs[index]);
}

export function path(start: string, key: string): string {
  return [start, key].filter((part) => part !== '').join('.');
}
