import type { Mutations } from './mutation.js';

export const network: Mutations = {
  'network/borrowed-addresses': {
    of: 'cloud',
    spoil: ({ element }) => element('data', { cidr: '172.68.3.0/24' }),
  },
  'network/firewall-fails-open': {
    of: 'shop',
    spoil: ({ element }) => element('edge/edge firewall', { appliance: true, instances: 2, failMode: 'open' }),
  },
};
