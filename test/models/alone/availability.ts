import type { Mutations } from './mutation.js';

export const availability: Mutations = {
  'availability/dns-ttl-slow': {
    of: 'shop',
    spoil: ({ document, element }) => {
      const name = document.elements.find(({ kind }) => kind === 'record');
      element(name?.id ?? '', { ttl: '1 day' });
      element('cluster/shop.example', { rto: '1 min', publicAddress: undefined });
    },
  },
};
