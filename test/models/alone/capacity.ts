import type { Mutations } from './mutation.js';

const numbers = [1, 2, 3] as const;

export const capacity: Mutations = {
  'capacity/retry-storm': {
    of: 'shop',
    spoil: ({ flow }) => {
      flow('inside/app 1/shop', 'reads', 'cluster/orders', { retries: 11 });
    },
  },
  'capacity/utilisation-high': {
    of: 'shop',
    spoil: ({ element, flow }) => {
      flow('user/customer', 'visits', 'dns/shop.example/A www', { requestsPerSecond: 300 });
      for (const number of numbers) {
        element(`inside/app ${number}/shop`, { capacity: { requestsPerSecond: 300 } });
        element(`data/db ${number}/orders`, { capacity: { requestsPerSecond: 700 } });
      }
    },
  },
  'capacity/pool-exceeds-limit': {
    of: 'shop',
    spoil: ({ element, flow }) => {
      for (const number of numbers) {
        flow(`inside/app ${number}/shop`, 'writes', 'cluster/orders', { connections: 100 });
        element(`data/db ${number}/orders`, { capacity: { connections: 200 } });
      }
    },
  },
  'capacity/timeout-inversion': {
    of: 'cloud',
    spoil: ({ flow }) => flow('inside/shop', 'writes', 'cluster/orders', { timeout: '25 s' }),
  },
};
