import {
  type Architecture,
  alike,
  allowsEveryPort,
  deadRulesIn,
  defineRule,
  type Element,
  endpointsOf,
  type FirewallRule,
  groupBy,
  isFromEverywhere,
  type RuleContext,
  type Severity,
  sensitiveOpenings,
} from '../../rules-api.js';

export default defineRule({
  id: 'network/firewall-any-any',
  severity: 'critical',
  summary: 'A firewall rule lets anyone in to every port.',
  impact: 'The firewall might as well not be there: whatever runs behind it, now or later, is open to everybody.',
  remedy: 'Name in the rule what may be reached, port by port, and from where.',
  references: ['CWE-668', 'STRIDE:E', 'NIST SC-7'],
  messages: {
    one: '{{rules}} of {{firewalls}} lets anyone in to every port.',
    more: '{{rules}} of {{firewalls}} let anyone in to every port.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const isDead = deadRulesIn(context.network);
    const wide = new Map<Element, readonly number[]>();
    for (const firewall of model.byKind.firewall) {
      // Where the default lets everything in, that is the fault, and another rule's.
      if (firewall.facts.incoming === 'allow') continue;
      const opened = (firewall.rules ?? []).flatMap((rule, index) => {
        if (!isFromEverywhere(model, rule) || isDead(firewall, index)) return [];
        return [{ number: index + 1, isWide: allowsEveryPort(model, rule) }];
      });
      const numbers = opened.flatMap(({ number, isWide }) => (isWide ? [number] : []));
      if (numbers.length > 0) wide.set(firewall, numbers);
      else if (opened.some(({ isWide }) => isWide === undefined)) unknown(firewall, 'listens');
      else if (firewall.rules?.length) pass(firewall);
    }
    const consequences = wide.size > 0 ? consequencesIn(context) : () => [];
    for (const same of groupBy(wide.keys(), (firewall) => wide.get(firewall)!.join(' ')).values()) {
      for (const firewalls of alike(same)) {
        const rules = wide.get(firewalls[0]!)!.map((number, index) => `${index === 0 ? 'Rule' : 'rule'} ${number}`);
        report({
          at: firewalls,
          message: rules.length > 1 ? 'more' : 'one',
          data: { rules, firewalls },
          severity: severityOf(context, firewalls, wide),
          evidence: { elements: consequences(firewalls) },
        });
      }
    }
  },
});

type Judge = Pick<RuleContext, 'model' | 'network' | 'pass' | 'unknown'>;

/** Behind another firewall that keeps the internet out, it is one layer less, and not the last. */
function severityOf(
  { model, network }: Pick<RuleContext, 'model' | 'network'>,
  firewalls: readonly Element[],
  wide: ReadonlyMap<Element, readonly number[]>,
): Severity {
  const passages = firewalls.flatMap((firewall) => {
    const named = wide.get(firewall)!.flatMap((number) => namedBy(model, firewall.rules?.[number - 1]));
    const guarded = firewall.parent === undefined ? undefined : model.byId.get(firewall.parent);
    const opened = [...named, ...(guarded ? [guarded] : [])].map((element) => network.exposureOf(element).passage);
    return guarded ? opened : ['open' as const];
  });
  if (passages.includes('open')) return 'critical';
  return passages.includes('unknown') ? 'high' : 'medium';
}

function namedBy(model: Architecture, rule: FirewallRule | undefined): readonly Element[] {
  const ends = rule?.to.flatMap((end) => ('element' in end ? (model.byId.get(end.element) ?? []) : [])) ?? [];
  return ends.flatMap((end) => endpointsOf(model, end));
}

/** What it guards, and the stores and ways of administration that it opens. */
function consequencesIn(context: Judge): (firewalls: readonly Element[]) => readonly Element[] {
  const { model } = context;
  const opened = groupBy(sensitiveOpenings(context), ({ opening }) =>
    opening.cause === 'rule' && opening.rule && allowsEveryPort(model, opening.rule) ? opening.guard : undefined,
  );
  return (firewalls) =>
    firewalls.flatMap((firewall) => [
      ...(model.byId.get(firewall.parent ?? '') ? [model.byId.get(firewall.parent ?? '')!] : []),
      ...(opened.get(firewall) ?? []).map(({ element }) => element),
    ]);
}
