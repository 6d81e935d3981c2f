import {
  type Architecture,
  alike,
  defineRule,
  type Element,
  type ElementId,
  type Flow,
  type Kind,
} from '../../rules-api.js';

/** A guard is tied to what it guards, a record to what it points to. */
const tied: readonly Kind[] = ['firewall'];

export default defineRule({
  id: 'hygiene/orphan-node',
  severity: 'low',
  summary: 'An element has nothing to do with any other.',
  impact: 'Either it is not needed, or what it does is missing in the model, and then no analysis counts it.',
  remedy: 'Say what it does and who uses it, or take it out.',
  references: ['NIST CM-8', 'CWE-1053'],
  messages: {
    one: '{{elements}} has nothing to do with any other element.',
    many: '{{elements}} have nothing to do with any other element.',
  },

  check({ model, pass, report }) {
    const named = namedElsewhere(model);
    const orphans: Element[] = [];
    for (const element of model.elements.filter(({ kind }) => !tied.includes(kind))) {
      if (isConnected(element)) pass(element);
      else orphans.push(element);
    }
    for (const elements of alike(orphans)) {
      report({ at: elements, message: elements.length > 1 ? 'many' : 'one', data: { elements } });
    }

    function isConnected(element: Element): boolean {
      if (named.has(element.id) || model.clustersOf(element).length > 0) return true;
      if (model.outgoing(element).length > 0 || model.incoming(element).length > 0) return true;
      const { keyHeldBy = [], keptIn } = element.facts;
      if (keyHeldBy.length > 0 || keptIn !== undefined || (model.clusterById.get(element.id)?.members.length ?? 0) > 0)
        return true;
      return model.children(element).some(({ kind }) => kind !== 'firewall');
    }
  },
});

/** The elements that facts, listeners, rules and journeys name. */
function namedElsewhere(model: Architecture): ReadonlySet<ElementId> {
  const named = new Set<ElementId>();
  const add = (ids: readonly (ElementId | undefined)[] = []) => {
    for (const id of ids) if (id !== undefined) named.add(id);
  };
  for (const { facts } of model.flows) {
    add(facts.through);
    add([facts.as, failoverBy(facts)]);
  }
  for (const { facts, listeners = [], rules = [] } of model.elements) {
    add(facts.standsIn);
    add(facts.keyHeldBy);
    add([facts.keptIn, facts.writer, failoverBy(facts)]);
    for (const { tls } of listeners) if (tls) add([tls.certificate]);
    for (const { from, to } of rules) for (const end of [...from, ...to]) if ('element' in end) add([end.element]);
  }
  for (const { from, to } of model.journeys) add([from, to]);
  return named;
}

function failoverBy({ failover }: Flow['facts']): ElementId | undefined {
  return typeof failover === 'object' ? failover.by : undefined;
}
