import { defineRule, type Hop, hopsByTarget, isProduction, isSensitiveLink, type Verb } from '../../rules-api.js';

export default defineRule({
  id: 'access/link-unauthenticated',
  severity: 'high',
  summary: 'Whoever gets to a store, or to something else that matters, is let in without proof of who it is.',
  impact:
    'One foothold in the network is enough: from there everything can be read, changed or deleted, and no log tells by whom.',
  remedy:
    'Let nobody in without a proof of identity: a password, a token or a certificate of its own for each service.',
  references: ['CWE-306', 'STRIDE:S', 'STRIDE:E', 'ASVS 13.2.1'],
  options: { ignoreSameHost: true },
  messages: { none: 'No authentication stands between {{sources}} and {{targets}}.' },

  check({ model, transport, options, pass, report, unknown }) {
    const open: Hop[] = [];
    for (const hop of transport.hops) {
      if (!isSensitiveLink(model, hop) || !isProduction(model, hop.to)) continue;
      const { flow, authenticatedBy } = hop;
      const isOnOneHost = options.ignoreSameHost && hop.encryption === 'local';
      if (provesByConnection(hop) || isOnOneHost) pass(flow);
      else if (authenticatedBy === 'none') open.push(hop);
      else if (authenticatedBy !== undefined) pass(flow);
      // Copies are seldom made without, and by few: who does so will say it.
      else if (!copying.includes(flow.verb)) unknown(flow, 'authenticatedBy');
    }
    for (const { targets, sources, hops } of hopsByTarget(open)) {
      report({ at: targets, message: 'none', data: { sources, targets }, evidence: hops });
    }
  },
});

const copying: readonly Verb[] = ['replicates', 'backsUp'];

/** A certificate of the client is a proof, and ssh asks for one. */
function provesByConnection({ encryption, listener }: Hop): boolean {
  return encryption === 'mutual tls' || listener?.protocol === 'ssh';
}
