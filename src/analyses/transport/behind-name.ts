import type { RequestGraph } from './request-graph.js';

/** What a name leads to, by other names or not; groups as such. Of anything else itself. */
export function behindName({ edges: { behind }, elements }: RequestGraph, target: number): readonly number[] {
  if (elements[target]!.kind !== 'record') return [target];
  const found: number[] = [];
  const seen = new Set<number>([target]);
  const waiting = [target];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (let at = behind.start[node]!; at < behind.start[node + 1]!; at += 1) {
      const next = behind.items[at]!;
      if (seen.has(next)) continue;
      seen.add(next);
      if (elements[next]!.kind === 'record') waiting.push(next);
      else found.push(next);
    }
  }
  return found;
}
