import type { Mutations } from './mutation.js';

export const network: Mutations = {
  'network/firewall-fails-open': {
    of: 'shop',
    spoil: ({ element }) => element('edge/edge firewall', { appliance: true, instances: 2, failMode: 'open' }),
  },
};
