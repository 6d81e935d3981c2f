import {
  allowedByName,
  allowsEveryPort,
  defineRule,
  type Edit,
  type Element,
  groupedByRule,
  hiddenStores,
  isAllowed,
  type OpenedByRule,
  openedBetween,
  type RuleContext,
  type SensitiveOpening,
  sensitiveOpenings,
  untoldPassage,
  withoutRule,
} from '../../rules-api.js';

export default defineRule({
  id: 'network/db-internet-reachable',
  severity: 'critical',
  summary: 'A firewall lets packets from the internet through to a store.',
  impact:
    'Anybody can try passwords and known flaws on the store itself: nothing but its own login stands before the data.',
  remedy: 'Let in only the servers that use the store; who administers it comes through a bastion or a VPN.',
  references: ['CWE-668', 'STRIDE:I', 'STRIDE:E', 'NIST SC-7'],
  messages: {
    rule: 'Rule {{number}} of {{firewalls}} lets the internet in to {{stores}}.',
    rules: '{{firewalls}} lets the internet in to {{stores}}.',
  },

  check(context) {
    const { model, report } = context;
    const opened = sensitiveOpenings(context).filter(({ sort }) => sort === 'store');
    const isOpen = new Set(opened.map(({ element }) => element));
    for (const store of model.elements.filter(({ kind }) => hiddenStores.includes(kind))) {
      if (!isOpen.has(store)) judgeClosed(context, store);
    }
    const told = opened.filter((one) => !isUncertain(context, one) && !isOfWideRule(context, one));
    for (const group of groupedByRule(told)) {
      const { guards: firewalls, index, items } = group;
      const stores = [...new Set(items.map(({ element }) => element))];
      const fix = closing(context, group, stores);
      const discriminator = openedBetween(group);
      const base = { at: stores, evidence: { elements: firewalls }, discriminator, ...(fix && { fix }) };
      if (index === undefined) report({ ...base, message: 'rules', data: { firewalls, stores } });
      else report({ ...base, message: 'rule', data: { number: index + 1, firewalls, stores } });
    }
  },
});

/** Takes the rule away, and lets in by name what the model has come in by it. */
function closing(
  { model, network }: Judge,
  group: OpenedByRule<SensitiveOpening>,
  stores: readonly Element[],
): readonly Edit[] | undefined {
  const removal = withoutRule(model, group, ({ kind }) => hiddenStores.includes(kind));
  const byName: Edit[] = [];
  for (const guard of group.guards) {
    const others = (guard.rules ?? []).filter((_, index) => index !== group.index);
    const through = stores.flatMap((store) =>
      model.incoming(store).filter((flow) => network.guardsOn(flow).includes(guard)),
    );
    const flows = through.filter((flow) => !isAllowed(model, others, flow));
    const allowed = flows.length > 0 ? allowedByName(model, guard, flows) : [];
    if (!allowed) return undefined;
    byName.push(...allowed);
  }
  return removal && [...byName, ...removal];
}

type Judge = Pick<RuleContext, 'model' | 'network' | 'pass' | 'unknown'>;

/** Kept out for certain, or for all that is told. */
function judgeClosed({ network, pass, unknown }: Judge, store: Element): void {
  const { listeners, passage } = network.exposureOf(store);
  const untold = listeners.find((one) => one.passage === 'unknown');
  if (passage !== 'unknown' || !untold) pass(store);
  else unknown(...untoldPassage(store, untold));
}

/** The rule opens a port of the machine, and nobody tells whether the store listens there. */
function isUncertain({ unknown }: Judge, { element, listener, opening }: SensitiveOpening): boolean {
  if (listener || opening.cause !== 'rule' || !opening.rule?.ports) return false;
  if (opening.rule.to.some((end) => 'element' in end && end.element === element.id)) return false;
  unknown(element, 'listens');
  return true;
}

/** That rule is the fault. */
function isOfWideRule({ model }: Judge, { opening }: SensitiveOpening): boolean {
  return opening.cause === 'rule' && opening.rule !== undefined && allowsEveryPort(model, opening.rule) === true;
}
