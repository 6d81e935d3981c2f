import { alike, defineRule, type Element } from '../../rules-api.js';

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
  },

  check({ model, pass, report, unknown }) {
    const open: Element[] = [];
    for (const firewall of model.byKind.firewall) {
      const { incoming } = firewall.facts;
      if (incoming === 'allow') open.push(firewall);
      else if (incoming === 'deny') pass(firewall);
      else unknown(firewall, incoming === undefined ? 'incoming' : 'filtered');
    }
    for (const firewalls of alike(open)) {
      report({
        at: firewalls,
        message: firewalls.length > 1 ? 'opens' : 'open',
        data: { firewalls },
        evidence: { elements: firewalls.flatMap(({ parent }) => model.byId.get(parent ?? '') ?? []) },
        // One that allows nothing by name would let nothing in any more.
        fix: firewalls.every(allowsByName) ? firewalls.map((on) => ({ on, set: { incoming: 'deny' } })) : [],
      });
    }
  },
});

function allowsByName({ rules = [] }: Element): boolean {
  return rules.some(({ action }) => action === 'allow');
}
