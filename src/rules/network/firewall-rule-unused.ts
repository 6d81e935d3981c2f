import {
  type Architecture,
  administrationPorts,
  alike,
  allowsEveryPort,
  defineRule,
  type Edit,
  type Element,
  endpointsOf,
  type FirewallRule,
  groupBy,
  isComplete,
  isFromEverywhere,
  portsOpened,
  type RuleContext,
  sensitiveOpenings,
} from '../../rules-api.js';

export default defineRule({
  id: 'network/firewall-rule-unused',
  severity: 'low',
  summary: 'A firewall rule allows what no flow of the model needs.',
  impact: 'It is an opening that nobody uses but an intruder, and nobody dares to close it later.',
  remedy: 'Delete the rule, or declare the flow that needs it.',
  references: ['CWE-1125', 'NIST CM-7'],
  messages: {
    one: '{{rules}} of {{firewalls}} allows what no declared flow needs.',
    more: '{{rules}} of {{firewalls}} allow what no declared flow needs.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const allowing = model.byKind.firewall.filter(({ rules = [] }) => rules.some(({ action }) => action === 'allow'));
    if (allowing.length === 0) return;
    if (!isComplete(model, 'flows')) {
      const isLedTo = targetsIn(model);
      for (const guard of allowing) if (!guard.rules?.every(isLedTo)) unknown(guard, 'complete: flows');
      return;
    }
    const unneeded = unneededIn(context);
    const faulty = allowing.filter((guard) => unneeded.has(guard));
    for (const guard of allowing) if (!unneeded.has(guard)) pass(guard);
    const fixFor = removalsIn(model, unneeded);
    for (const same of groupBy(faulty, (guard) => unneeded.get(guard)!.join(' ')).values()) {
      for (const firewalls of alike(same)) {
        const numbers = unneeded.get(firewalls[0]!)!;
        const rules = numbers.map((index, place) => `${place === 0 ? 'Rule' : 'rule'} ${index + 1}`);
        const fix = fixFor(firewalls);
        const message = rules.length > 1 ? ('more' as const) : ('one' as const);
        report({ at: firewalls, message, data: { rules, firewalls }, ...(fix && { fix }) });
      }
    }
  },
});

type Unneeded = ReadonlyMap<Element, readonly number[]>;

/** By firewall the places of its rules; those that open more than they should are told by other rules. */
function unneededIn(context: Pick<RuleContext, 'model' | 'network'>): Unneeded {
  const { model, network } = context;
  const openings = [...sensitiveOpenings(context), ...portsOpened(context, administrationPorts)];
  const told = new Set(openings.flatMap(({ opening }) => (opening.cause === 'rule' ? (opening.rule ?? []) : [])));
  const found = network.unneededRules.filter(({ guard, index }) => {
    const rule = guard.rules?.[index];
    if (!rule || told.has(rule)) return false;
    return !(isFromEverywhere(model, rule) && allowsEveryPort(model, rule));
  });
  const byGuard = groupBy(found, ({ guard }) => guard);
  return new Map([...byGuard].map(([guard, rules]) => [guard, rules.map(({ index }) => index)]));
}

/** Whether something declared leads to what a rule allows to get to, from wherever. */
function targetsIn(model: Architecture): (rule: FirewallRule) => boolean {
  const reached = new Set<Element>();
  for (const { to } of model.flows) {
    const target = model.byId.get(to);
    for (const end of target ? endpointsOf(model, target) : []) {
      reached.add(end);
      for (const place of model.ancestors(end)) reached.add(place);
    }
  }
  return ({ action, to }) =>
    action === 'deny' ||
    to.some((end) => {
      const named = 'element' in end ? model.byId.get(end.element) : undefined;
      return !named || endpointsOf(model, named).some((one) => reached.has(one));
    });
}

/** One statement may have made rules of several firewalls: it goes where all of them are in vain. */
function removalsIn(
  model: Architecture,
  unneeded: Unneeded,
): (guards: readonly Element[]) => readonly Edit[] | undefined {
  const needed = new Set(
    model.byKind.firewall.flatMap((guard) =>
      (guard.rules ?? []).flatMap(({ at }, index) =>
        at && !unneeded.get(guard)?.includes(index) ? [placeOf(at)] : [],
      ),
    ),
  );
  return (guards) => {
    const rules = guards.flatMap((guard) => (unneeded.get(guard) ?? []).flatMap((index) => guard.rules?.[index] ?? []));
    const positions = new Map(rules.flatMap(({ at }) => (at ? [[placeOf(at), at] as const] : [])));
    const canGo = positions.size > 0 && [...positions.keys()].every((place) => !needed.has(place));
    return canGo ? [...positions.values()].map((remove) => ({ remove })) : undefined;
  };
}

function placeOf({ file, line, column }: NonNullable<FirewallRule['at']>): string {
  return `${file}:${line}:${column}`;
}
