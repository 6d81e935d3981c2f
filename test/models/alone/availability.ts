import type { Mutations } from './mutation.js';

export const availability: Mutations = {
  'availability/dns-ttl-slow': {
    of: 'shop',
    spoil: ({ document, element, addFlow }) => {
      const from = document.elements.find(({ kind }) => kind === 'record')?.id ?? '';
      const pool = 'entries';
      element(from, { ttl: '1 day' });
      addFlow({ from, verb: 'resolvesTo', to: 'edge/balancer 1', listener: 'secure' });
      document.flows = document.flows.map((flow) => (flow.from === from ? { ...flow, pool } : flow));
      const flows = document.flows.filter((flow) => flow.from === from).map(({ id }) => id);
      document.pools = [...document.pools, { id: pool, verb: 'resolvesTo', from, flows, need: 1 }];
    },
  },
};
