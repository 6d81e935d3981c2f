import { alike, defineRule, type Element, groupBy, type RuleContext, sensitiveOpenings } from '../../rules-api.js';

export default defineRule({
  id: 'network/firewall-no-default-deny',
  severity: 'high',
  summary: 'A firewall lets in whatever no rule names.',
  impact: 'What somebody forgot to forbid is open, and so is every service that is started later.',
  remedy: 'Deny by default, and allow by name what has to come in.',
  references: ['STRIDE:E', 'AWS SEC05-BP02', 'NIST SC-7(5)', 'CIS 4.4'],
  messages: {
    open: '{{firewalls}} lets in whatever no rule names.',
    opens: '{{firewalls}} let in whatever no rule names.',
    sensitive: '{{firewalls}} lets in whatever no rule names, and the internet reaches {{reached}}.',
    sensitives: '{{firewalls}} let in whatever no rule names, and the internet reaches {{reached}}.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const open: Element[] = [];
    for (const firewall of model.byKind.firewall) {
      const { incoming } = firewall.facts;
      if (incoming === 'allow') open.push(firewall);
      else if (incoming === 'deny') pass(firewall);
      else unknown(firewall, incoming === undefined ? 'incoming' : 'filtered');
    }
    const reachedBy = open.length > 0 ? consequencesIn(context) : () => [];
    for (const firewalls of alike(open)) {
      const reached = [...new Set(firewalls.flatMap(reachedBy))];
      const guarded = firewalls.flatMap(({ parent }) => model.byId.get(parent ?? '') ?? []);
      // One that allows nothing by name would let nothing in any more.
      const fix = firewalls.every(allowsByName) ? firewalls.map((on) => ({ on, set: { incoming: 'deny' } })) : [];
      const base = { at: firewalls, evidence: { elements: [...guarded, ...reached] }, fix };
      const isOne = firewalls.length === 1;
      if (reached.length === 0) report({ ...base, message: isOne ? 'open' : 'opens', data: { firewalls } });
      else
        report({
          ...base,
          message: isOne ? 'sensitive' : 'sensitives',
          data: { firewalls, reached },
          severity: 'critical',
          impact: 'Anybody can try passwords and known flaws on stores and on ways to administer machines.',
        });
    }
  },
});

function allowsByName({ rules = [] }: Element): boolean {
  return rules.some(({ action }) => action === 'allow');
}

/** The stores, and what is administered by a port of its own, that are open to the internet for want of a default. */
function consequencesIn(context: Pick<RuleContext, 'model' | 'network'>): (firewall: Element) => readonly Element[] {
  const opened = groupBy(sensitiveOpenings(context), ({ opening }) =>
    opening.cause === 'default' ? opening.guard : undefined,
  );
  return (firewall) => (opened.get(firewall) ?? []).map(({ element }) => element);
}
