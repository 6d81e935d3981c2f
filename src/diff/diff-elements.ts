import type { Architecture, Element, ElementId, Listener } from '../graph/architecture.js';
import { compareFacts } from './compare-facts.js';
import { compareRules } from './compare-rules.js';
import type { Difference, ElementChange, FactChange } from './model-diff.js';
import { type ToHead, translateElement, translatorOf } from './translate-ids.js';

export function diffElements(
  base: Architecture,
  head: Architecture,
  matched: ReadonlyMap<ElementId, ElementId>,
): Difference<Element, ElementChange> {
  const toBase = new Map([...matched].map(([before, after]) => [after, before]));
  const toHead = translatorOf(matched);
  const changed = head.elements.flatMap((after) => {
    const before = base.byId.get(toBase.get(after.id) ?? '');
    const change = before && compareElements(before, after, toHead, membersOf(base, head, toHead, before, after));
    return change && isChange(change) ? [change] : [];
  });
  return {
    added: head.elements.filter(({ id }) => !toBase.has(id)),
    removed: base.elements.filter(({ id }) => !matched.has(id)),
    changed,
  };
}

function isChange({ isRenamed, moves, facts }: ElementChange): boolean {
  return isRenamed || moves.length > 0 || facts.length > 0;
}

function compareElements(
  before: Element,
  after: Element,
  toHead: ToHead,
  members: readonly FactChange[],
): ElementChange {
  const translated = translateElement(before, toHead);
  const own = compareFacts(selfOf(before), selfOf(translated), selfOf(after));
  const facts = compareFacts(before.facts, translated.facts, after.facts);
  const listeners = compareFacts(byName(before), byName(translated), byName(after), 'listeners');
  return {
    before,
    after,
    isRenamed: before.name !== after.name,
    moves: [...own.filter(isMove), ...facts.filter(isMove)],
    facts: [
      ...own.filter((change) => !isMove(change)),
      ...facts.filter((change) => !isMove(change)),
      ...listeners,
      ...compareRules(before.rules, translated.rules, after.rules),
      ...members,
    ],
  };
}

function isMove({ path }: FactChange): boolean {
  return path === 'parent' || path === 'standsIn';
}

function selfOf({ kind, parent, tier }: Element): object {
  return { kind, parent, tier };
}

function byName({ listeners = [] }: Element): Readonly<Record<string, Listener>> {
  return Object.fromEntries(listeners.map((listener) => [listener.name, listener]));
}

function membersOf(
  base: Architecture,
  head: Architecture,
  toHead: ToHead,
  before: Element,
  after: Element,
): readonly FactChange[] {
  const [mine, theirs] = [base.clusterById.get(before.id)?.members, head.clusterById.get(after.id)?.members];
  return compareFacts({ members: mine }, { members: mine?.map(toHead) }, { members: theirs });
}
