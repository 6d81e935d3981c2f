import { defineRule, type Hop, hopsByTarget, isProduction, isSensitiveLink, verbs } from '../../rules-api.js';

export default defineRule({
  id: 'transport/mtls-missing',
  severity: 'low',
  summary: 'Services in different zones know each other by nothing but the network.',
  impact:
    'An address can be taken over, and whatever else stands in the network has the same rights as the service that is meant.',
  remedy: 'Let the caller prove who it is: with a certificate of its own (mutual TLS), or a token.',
  references: ['CWE-306', 'STRIDE:S', 'AWS SEC09-BP03', 'ASVS 12.3.5'],
  messages: {
    address: 'Between {{sources}} and {{targets}}, only the network address proves who calls.',
    none: 'Between {{sources}} and {{targets}}, nothing proves who calls.',
  },

  check({ model, transport, pass, report, unknown }) {
    const weak = { address: [] as Hop[], none: [] as Hop[] };
    for (const hop of transport.hops) {
      if (!isBetweenServices(hop) || !isProduction(model, hop.to)) continue;
      const { flow, encryption, authenticatedBy } = hop;
      if (encryption === 'mutual tls' || encryption === 'tunnel') pass(flow);
      else if (authenticatedBy === 'network address') weak.address.push(hop);
      else if (authenticatedBy === 'none') {
        // What matters more is reported where the proof is missing altogether.
        if (!isSensitiveLink(model, hop)) weak.none.push(hop);
      } else if (authenticatedBy !== undefined) pass(flow);
      // A proxy that hands on has nothing of its own to prove, unless the model says so.
      else if (!handsOn.includes(flow.verb)) unknown(flow, 'authenticatedBy');
    }
    for (const message of ['none', 'address'] as const) {
      for (const { targets, sources, hops } of hopsByTarget(weak[message])) {
        const fix = hops.map(({ flow }) => ({ on: flow, set: { authenticatedBy: 'client certificate' } }));
        const discriminator = message;
        report({ at: targets, message, data: { sources, targets }, evidence: hops, discriminator, fix });
      }
    }
  },
});

const handsOn: readonly string[] = ['forwards', 'balances'];

function isBetweenServices({ flow, from, crossesZone }: Hop): boolean {
  return crossesZone && from.kind !== 'user' && verbs[flow.verb].sort === 'traffic' && flow.verb !== 'resolvesTo';
}
