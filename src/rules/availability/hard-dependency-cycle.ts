import { type Architecture, defineRule, type Element, type Flow, isProduction, knots } from '../../rules-api.js';

export default defineRule({
  id: 'availability/hard-dependency-cycle',
  severity: 'medium',
  summary: 'Services wait for one another in a circle.',
  impact:
    'When one of them fails or slows down, all of them do; after a full stop none comes up, since each waits for the next.',
  remedy:
    'Let one of the calls be missed (`optional: true`), or send it through a queue instead of waiting for an answer.',
  references: ['AWS REL05-BP01', 'STRIDE:D'],
  messages: {
    circle: '{{elements}} wait for one another in a circle.',
    itself: '{{elements}} calls its own group, and waits for itself.',
  },

  check({ model, pass, report }) {
    const waits = new Map<Element, readonly Element[]>();
    for (const element of model.elements) {
      const next = waitsFor(model, element);
      if (next.length > 0 && isOurs(model, element)) waits.set(element, next);
    }
    const inKnot = new Set<Element>();
    for (const members of knots([...waits.keys()], (element) => waits.get(element) ?? [])) {
      for (const member of members) inKnot.add(member);
      const elements = members.filter(({ kind }) => kind !== 'record' && kind !== 'cluster');
      const ids = new Set(members.map(({ id }) => id));
      const flows = members.flatMap((member) => hardFlows(model, member)).filter(({ to }) => ids.has(to));
      report({
        at: elements.length > 0 ? elements : members,
        message: elements.length > 1 ? 'circle' : 'itself',
        data: { elements },
        evidence: { elements, flows },
      });
    }
    for (const element of waits.keys()) if (!inKnot.has(element)) pass(element);
  },
});

/** What another company runs calls back on its own account, and does not wait for us to live. */
function isOurs(model: Architecture, element: Element): boolean {
  return element.kind !== 'externalService' && element.kind !== 'user' && isProduction(model, element);
}

/** Verbs whose source waits for an answer. */
const waiting: ReadonlySet<string> = new Set(['calls', 'forwards', 'balances', 'resolvesTo']);

function hardFlows(model: Architecture, element: Element): readonly Flow[] {
  return model.outgoing(element).filter(({ verb, facts }) => waiting.has(verb) && facts.optional !== true);
}

function waitsFor(model: Architecture, element: Element): readonly Element[] {
  const members = model.clusterById.get(element.id)?.members ?? [];
  return [...hardFlows(model, element).map(({ to }) => to), ...members].flatMap((id) => model.byId.get(id) ?? []);
}
