import type { FirewallRule } from '../graph/architecture.js';
import { canonical } from './canonical.js';
import type { FactChange } from './model-diff.js';

type Rules = readonly FirewallRule[];

/** Rules of a firewall that came, went or changed places. Where one came for one that went it is that rule changed. */
export function compareRules(before: Rules = [], translated: Rules = [], after: Rules = []): readonly FactChange[] {
  const [mine, theirs] = [translated.map(canonical), after.map(canonical)];
  const gone = without(mine, theirs).map((index) => before[index]);
  const come = without(theirs, mine).map((index) => after[index]);
  const changes =
    gone.length === 1 && come.length === 1
      ? [{ path: 'rules', before: gone[0], after: come[0] }]
      : [
          ...gone.map((rule) => ({ path: 'rules', before: rule, after: undefined })),
          ...come.map((rule) => ({ path: 'rules', before: undefined, after: rule })),
        ];
  const kept = (list: readonly string[], other: readonly string[]) => {
    const missing = new Set(without(list, other));
    return list.filter((_, index) => !missing.has(index));
  };
  const isReordered = kept(mine, theirs).join('\n') !== kept(theirs, mine).join('\n');
  return isReordered ? [...changes, { path: 'rules.order', before, after }] : changes;
}

/** The places in a list of what another has not, or not so often. */
function without(list: readonly string[], other: readonly string[]): readonly number[] {
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  return list.flatMap((text, index) => {
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times > 0 ? [] : [index];
  });
}
