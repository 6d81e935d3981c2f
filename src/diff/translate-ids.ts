import type { Element, ElementFacts, ElementId, Failover, Flow, FlowFacts, RuleEnd } from '../graph/architecture.js';

/** What an element of the base is called in the head; what is gone keeps its id. */
export type ToHead = (id: ElementId) => ElementId;

/** The translation of a map. */
export function translatorOf(ids: ReadonlyMap<ElementId, ElementId>): ToHead {
  return (id) => ids.get(id) ?? id;
}

/** An element of the base with all that it names called as the head calls it. */
export function translateElement(element: Element, toHead: ToHead): Element {
  const { id, parent, facts, listeners, rules } = element;
  return {
    ...element,
    id: toHead(id),
    ...(parent !== undefined && { parent: toHead(parent) }),
    facts: translateFacts(facts, toHead),
    ...(listeners && {
      listeners: listeners.map((listener) => {
        const { tls } = listener;
        return tls && tls.certificate !== undefined
          ? { ...listener, tls: { ...tls, certificate: toHead(tls.certificate) } }
          : listener;
      }),
    }),
    ...(rules && {
      rules: rules.map((rule) => ({ ...rule, from: ends(rule.from, toHead), to: ends(rule.to, toHead) })),
    }),
  };
}

export function translateFlow(flow: Flow, toHead: ToHead): Flow {
  return { ...flow, from: toHead(flow.from), to: toHead(flow.to), facts: translateFacts(flow.facts, toHead) };
}

/** The facts that name elements: one each, and several each. */
const single = ['writer', 'keptIn', 'as'] as const;
const several = ['standsIn', 'keyHeldBy', 'through'] as const;

type Facts = ElementFacts & FlowFacts;

function translateFacts<T extends ElementFacts | FlowFacts>(facts: T, toHead: ToHead): T {
  const given: Facts = facts;
  const changed: Record<string, unknown> = {};
  for (const key of single) if (given[key] !== undefined) changed[key] = toHead(given[key]);
  for (const key of several) if (given[key] !== undefined) changed[key] = given[key].map(toHead);
  if (given.failover !== undefined) changed.failover = successor(given.failover, toHead);
  return { ...facts, ...changed };
}

function successor(failover: Failover, toHead: ToHead): Failover {
  return typeof failover === 'object' ? { ...failover, by: toHead(failover.by) } : failover;
}

function ends(list: readonly RuleEnd[], toHead: ToHead): readonly RuleEnd[] {
  return list.map((end) => ('element' in end ? { ...end, element: toHead(end.element) } : end));
}
