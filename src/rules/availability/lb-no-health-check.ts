import { defineRule, type Element, endpointsOf, type Flow, standingAlone } from '../../rules-api.js';

export default defineRule({
  id: 'availability/lb-no-health-check',
  severity: 'high',
  summary: 'A load balancer sends requests to servers without checking that they answer.',
  impact: 'When one of the servers dies, its share of the requests fails for as long as nobody takes it out by hand.',
  remedy: 'Let the balancer ask each server for its health every few seconds, and leave out what does not answer.',
  references: ['STRIDE:D', 'AWS REL11-BP01', 'NIST CA-7'],
  messages: { none: '{{balancer}} does not check whether {{targets}} still answer.' },

  check({ model, pass, report, unknown }) {
    for (const balancer of standingAlone(model, ['loadBalancer'])) {
      const flows = balancing(balancer);
      const unchecked = flows.filter(({ facts }) => facts.healthCheck === false);
      const untold = flows.filter(({ facts }) => facts.healthCheck === undefined);
      if (unchecked.length > 0) {
        const targets = unchecked.flatMap(({ to }) => model.byId.get(to) ?? []);
        const fix = unchecked.map((on) => ({ on, set: { healthCheck: true } }));
        report({ at: balancer, message: 'none', data: { balancer, targets }, evidence: { flows: unchecked }, fix });
      } else if (untold.length > 0) {
        for (const flow of untold) unknown(flow, 'healthCheck');
      } else if (flows.length > 0) pass(balancer);
    }

    /** With one target there is nobody to send the requests to instead. */
    function balancing(balancer: Element): readonly Flow[] {
      const flows = [
        ...new Set([balancer, ...endpointsOf(model, balancer)].flatMap((one) => model.outgoing(one))),
      ].filter(({ verb }) => verb === 'balances');
      const targets = new Set(flows.flatMap(({ to }) => model.byId.get(to) ?? []));
      const several =
        targets.size > 1 || [...targets].some((target) => endpointsOf(model, target).length > 1 || isMany(target));
      return several ? flows : [];
    }
  },
});

function isMany({ facts }: Element): boolean {
  const { instances = 1 } = facts;
  return (typeof instances === 'number' ? instances : instances.max) > 1;
}
