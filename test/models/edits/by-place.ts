import type { SourcePosition } from '../../../src/graph/architecture.js';

/** What one call of the source made, together. */
export function byPlace<T extends { readonly id: string; readonly at?: SourcePosition }>(
  things: readonly T[],
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = thing.at ? `${thing.at.line}:${thing.at.column}` : thing.id;
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()];
}
