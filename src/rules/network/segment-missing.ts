import {
  append,
  defineRule,
  type Element,
  groupBy,
  hiddenStores,
  isProduction,
  type Kind,
  type RuleContext,
  segments,
  traits,
  verbs,
} from '../../rules-api.js';

/** What is worth a border of its own. */
const inner: readonly Kind[] = [...hiddenStores, 'secretStore'];

export default defineRule({
  id: 'network/segment-missing',
  severity: 'high',
  summary: 'A store stands in the same zone as what the internet uses.',
  impact: 'Whoever takes over what faces the internet is beside the data at once, and no firewall is in the way.',
  remedy: 'Put the stores into a zone of their own, behind a firewall that lets in the servers that use them.',
  references: ['CWE-653', 'STRIDE:E', 'AWS SEC05-BP01', 'NIST SC-7(21)', 'CIS 3.12'],
  messages: {
    one: '{{stores}} stands in {{zone}} beside {{entered}}, and no firewall is in between.',
    more: '{{stores}} stand in {{zone}} beside {{entered}}, and no firewall is in between.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const { known, possible } = segments(model);
    const all = enteredIn(context);
    const entered = groupBy(all, (element) => known(model.zoneOf(element)));
    const perhaps = groupBy(all, (element) => possible(model.zoneOf(element)));
    const tellsPlaces = model.byKind.zone.length > 0 || model.byKind.server.length > 0;
    const beside = new Map<Element, Element[]>();
    for (const store of model.elements.filter(({ kind }) => inner.includes(kind))) {
      if (!isProduction(model, store) || all.length === 0) continue;
      const [zone, most] = [known(model.zoneOf(store)), possible(model.zoneOf(store))];
      if (!isBeside(context, store, most, perhaps)) pass(store);
      else if (!isBeside(context, store, zone, entered)) unknown(store, 'complete: firewalls');
      else if (zone) append(beside, zone, store);
      else if (tellsPlaces) unknown(store, 'zone');
    }
    for (const [zone, stores] of beside) {
      const others = (entered.get(zone) ?? []).filter((element) => isElsewhere(context, element, stores[0]!));
      report({
        at: stores,
        message: stores.length > 1 ? 'more' : 'one',
        data: { stores, zone, entered: others },
        evidence: { elements: [zone, ...others] },
      });
    }
  },
});

type Judge = Pick<RuleContext, 'model' | 'network'>;

/** What packets of users and outside programs arrive at, and may get to. */
function enteredIn({ network }: Judge): readonly Element[] {
  return network.entryPoints.flatMap(({ element, entries, passage }) => {
    const isUsed = entries.some(({ verb }) => verbs[verb].sort === 'traffic');
    return isUsed && passage !== 'blocked' && !traits(element.kind).store ? [element] : [];
  });
}

/** Whether something that is entered stands in the same segment, and no firewall guards the store there. */
function isBeside(
  context: Judge,
  store: Element,
  segment: Element | undefined,
  entered: ReadonlyMap<Element | undefined, readonly Element[]>,
): boolean {
  const others = entered.get(segment) ?? [];
  return others.some((element) => isElsewhere(context, element, store)) && !isGuarded(context, store, segment);
}

/** Roles on one server are another rule's. */
function isElsewhere({ model }: Judge, element: Element, store: Element): boolean {
  const host = model.hostOf(store);
  return host === undefined || model.hostOf(element) !== host;
}

/** A firewall of its own, of its server or of a place inside the zone, that keeps anything out. */
function isGuarded({ model, network }: Judge, store: Element, zone: Element | undefined): boolean {
  const outside = zone ? [zone, ...model.ancestors(zone)].map(({ id }) => id) : [];
  const { guards } = network.exposureOf(store);
  return guards.some(
    ({ parent, facts }) => parent !== undefined && !outside.includes(parent) && facts.incoming !== 'allow',
  );
}
