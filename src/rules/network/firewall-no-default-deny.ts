import {
  alike,
  allowedByName,
  append,
  defineRule,
  type Edit,
  type Element,
  type Flow,
  groupBy,
  isAllowed,
  type RuleContext,
  sensitiveOpenings,
} from '../../rules-api.js';

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
    const entering = enteringBy(context, open);
    for (const firewalls of alike(open)) {
      const reached = [...new Set(firewalls.flatMap(reachedBy))];
      const guarded = firewalls.flatMap(({ parent }) => model.byId.get(parent ?? '') ?? []);
      const fix = denying(context, firewalls, entering) ?? [];
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

type Judge = Pick<RuleContext, 'model' | 'network'>;

/** The declared flows that come in by each of some firewalls. */
function enteringBy({ model, network }: Judge, firewalls: readonly Element[]): ReadonlyMap<Element, readonly Flow[]> {
  const entering = new Map<Element, Flow[]>();
  if (firewalls.length === 0) return entering;
  const asked = new Set(firewalls);
  for (const { flow } of network.flows) {
    const source = model.byId.get(flow.from);
    const places = new Set(source ? [source, ...model.ancestors(source)].map(({ id }) => id) : []);
    for (const guard of network.guardsOn(flow)) {
      const isInside = guard.parent !== undefined && places.has(guard.parent);
      if (asked.has(guard) && !isInside) append(entering, guard, flow);
    }
  }
  return entering;
}

/** Denies the rest, and first allows by name what the model has come in. One that allows nothing would let nothing in any more. */
function denying(
  { model }: Judge,
  firewalls: readonly Element[],
  entering: ReadonlyMap<Element, readonly Flow[]>,
): readonly Edit[] | undefined {
  const byName: Edit[] = [];
  for (const firewall of firewalls) {
    const { rules = [] } = firewall;
    const flows = (entering.get(firewall) ?? []).filter((flow) => !isAllowed(model, rules, flow));
    const allowed = flows.length > 0 ? allowedByName(model, firewall, flows) : [];
    if (!allowed || (allowed.length === 0 && !rules.some(({ action }) => action === 'allow'))) return undefined;
    byName.push(...allowed);
  }
  return [...byName, ...firewalls.map((on) => ({ on, set: { incoming: 'deny' } }))];
}

/** The stores, and what is administered by a port of its own, that are open to the internet for want of a default. */
function consequencesIn(context: Judge): (firewall: Element) => readonly Element[] {
  const opened = groupBy(sensitiveOpenings(context), ({ opening }) =>
    opening.cause === 'default' ? opening.guard : undefined,
  );
  return (firewall) => (opened.get(firewall) ?? []).map(({ element }) => element);
}
