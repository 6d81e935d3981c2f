import type { Mutations } from './mutation.js';

export const capacity: Mutations = {
  'capacity/retry-storm': {
    of: 'shop',
    spoil: ({ flow }) => {
      flow('inside/app 1/shop', 'reads', 'cluster/orders', { retries: 11 });
    },
  },
};
