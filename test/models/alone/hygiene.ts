import type { Mutations } from './mutation.js';

export const hygiene: Mutations = {
  'hygiene/orphan-node': {
    of: 'cloud',
    spoil: ({ removeFlows }) =>
      removeFlows(({ from, to }) => from === 'externalService/probes' || to === 'externalService/probes'),
  },
  'hygiene/missing-owner': {
    of: 'small',
    spoil: ({ model }) => model({ owner: undefined }),
  },
  'hygiene/missing-description': {
    of: 'shop',
    prepare: ({ document, element }) => {
      for (const { id, facts } of document.elements) element(id, { why: facts.why ?? 'Said in a sentence.' });
    },
    spoil: ({ element }) => element('operations/logs', { why: undefined }),
  },
  // A service that somebody signed up for: what it is spoken to in, nobody wrote down.
  'hygiene/protocol-unknown': {
    of: 'shop',
    spoil: ({ add, addFlow }) => {
      const facts = { externalRole: 'mail', country: 'DE', processorAgreement: true } as const;
      add({ id: 'externalService/mail delivery', kind: 'externalService', name: 'mail delivery', facts });
      addFlow({
        from: 'inside/app 1/shop',
        verb: 'calls',
        to: 'externalService/mail delivery',
        facts: { authenticatedBy: 'api key', optional: true },
      });
    },
  },
  'hygiene/model-stale': {
    of: 'shop',
    spoil: ({ model }) => model({ reviewed: '2025-11-02' }),
  },
  // One acceptance kept its words when the rule got another name.
  'hygiene/waiver': {
    of: 'cloud',
    spoil: ({ document }) => {
      const because = 'The provider keeps the gateway in two zones.';
      document.waivers = [
        ...document.waivers,
        { rule: 'availability/load-balancer-alone', element: 'edge/gateway', because, until: '2027-06-30' },
      ];
    },
  },
};
