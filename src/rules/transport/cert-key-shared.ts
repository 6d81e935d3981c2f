import { type Architecture, defineRule, type Element } from '../../rules-api.js';

export default defineRule({
  id: 'transport/cert-key-shared',
  severity: 'medium',
  summary: 'One private key lies on several hosts.',
  impact:
    'Whoever breaks into the weakest of them can pose as all of them, and a leak means changing the key everywhere at once.',
  remedy: 'Give each its own certificate and key; issuing them costs nothing when it is automatic.',
  references: ['CWE-522', 'STRIDE:S', 'NIST SC-12', 'ASVS 11.1.1'],
  options: { hosts: 1 },
  messages: { shared: 'The private key of the certificate {{certificate}} lies on {{holders}}.' },

  check({ model, transport, options, pass, report }) {
    for (const certificate of model.byKind.certificate) {
      const holders = transport.holdersOf(certificate).filter(({ kind }) => kind !== 'record');
      const units = new Set(holders.map((holder) => unitOf(model, holder)));
      if (holders.length === 0) continue;
      if (units.size <= options.hosts) {
        pass(certificate);
        continue;
      }
      report({
        at: certificate,
        message: 'shared',
        data: { certificate, holders: [...units] },
        evidence: { elements: holders },
      });
    }
  },
});

/** A pair behind one address has one key by design; what shares a server shares its disk. */
function unitOf(model: Architecture, holder: Element): Element {
  const group = model.clustersOf(holder)[0];
  const cluster = group === undefined ? undefined : model.byId.get(group.id);
  return cluster ?? model.hostOf(holder) ?? holder;
}
