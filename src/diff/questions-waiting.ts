import type { Audit, Finding } from '../audit/finding.js';
import type { ModelDiff } from './model-diff.js';

/**
 * Whether nobody can say that a finding of the base is mended: its rule waits in the head for a fact that it did not wait for before,
 * or broke there.
 */
export function questionsWaiting(base: Audit, head: Audit, diff: ModelDiff): (finding: Finding) => boolean {
  const inHead = (id: string) => diff.toHead.get(id) ?? diff.flowsToHead.get(id) ?? id;
  const waiting = new Set(freshWaits(base, head, diff).map(({ rule, id }) => JSON.stringify([rule, id])));
  // What shows a finding is often no subject of it: a store is found for its connections, a balancer for what is behind it.
  return ({ rule, subjects = [], evidence }) => {
    if (head.broken?.includes(rule)) return true;
    const ids = [...orModel(subjects), ...evidence.elements, ...evidence.flows];
    return ids.some((id) => waiting.has(JSON.stringify([rule, inHead(id)])));
  };
}

/** What rules wait for in the head, and did not in the base. */
export function freshWaits(base: Audit, head: Audit, diff: ModelDiff): readonly Wait[] {
  const inHead = (id: string) => diff.toHead.get(id) ?? diff.flowsToHead.get(id) ?? id;
  const before = new Set(waitsOf(base).map(({ rule, id, fact }) => JSON.stringify([rule, inHead(id), fact])));
  return waitsOf(head).filter(({ rule, id, fact }) => !before.has(JSON.stringify([rule, id, fact])));
}

export interface Wait {
  readonly rule: string;
  readonly id: string;
  readonly fact: string;
}

/** All that rules wait for. */
export function waitsOf({ missing }: Audit): readonly Wait[] {
  return missing.flatMap(({ fact, rules, elements, flows }) =>
    rules.flatMap((rule) => orModel([...elements, ...flows]).map((id) => ({ rule, id, fact }))),
  );
}

/** The model as a whole has no id: this stands for one. */
export const wholeModel = '';

function orModel(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [wholeModel] : ids;
}
