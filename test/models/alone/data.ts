import type { Mutations } from './mutation.js';

const ordersOfShop = ['data/db 1/orders', 'data/db 2/orders', 'data/db 3/orders'] as const;

export const data: Mutations = {
  'data/db-single-writer': {
    of: 'shop',
    spoil: ({ element, document, flow }) => {
      element('cluster/orders', { failover: 'none' });
      for (const { from, verb, to } of document.flows)
        if (verb === 'replicates') flow(from, verb, to, { failover: 'none' });
    },
  },
  // Booking was given up, and the old bookings can still be looked up.
  'data/db-no-replica': {
    of: 'small',
    spoil: ({ removeFlows }) => removeFlows(({ verb, to }) => verb === 'writes' && to === 'machine/postgres'),
  },
  'data/db-replica-same-domain': {
    of: 'shop',
    spoil: ({ element }) => {
      for (const server of ['data/db 2', 'data/db 3']) element(server, { standsIn: ['region/Frankfurt/zone a'] });
    },
  },
  'data/backup-missing': {
    of: 'small',
    spoil: ({ removeFlows }) => removeFlows(({ verb }) => verb === 'backsUp'),
  },
  'data/backup-same-domain': {
    of: 'small',
    spoil: ({ add, redirect }) => {
      const facts = { encryptedAtRest: true };
      add({ id: 'machine/second disk', kind: 'backupStore', name: 'second disk', parent: 'machine', facts });
      redirect(({ verb }) => verb === 'backsUp', { to: 'machine/second disk' });
    },
  },
  'data/backup-interval-rpo': {
    of: 'small',
    spoil: ({ flow }) => flow('machine/postgres', 'backsUp', 'externalService/backup vault', { every: '7 days' }),
  },
  'data/restore-untested': {
    of: 'small',
    spoil: ({ flow }) => flow('machine/postgres', 'backsUp', 'externalService/backup vault', { restoreTested: false }),
  },
  'data/replication-lag-unmonitored': {
    of: 'shop',
    spoil: ({ element }) => element('cluster/orders', { lagAlert: false }),
  },
  'data/replication-rpo-mismatch': {
    of: 'shop',
    spoil: ({ element }) => {
      element('cluster/orders', { replication: 'asynchronous' });
      for (const id of ordersOfShop) element(id, { rpo: '0 s' });
    },
  },
  'data/rpo-rto-undeclared': {
    of: 'small',
    spoil: ({ element }) => element('machine/postgres', { rto: undefined }),
  },
  'data/encryption-at-rest': {
    of: 'cloud',
    spoil: ({ element }) => element('data/tickets', { encryptedAtRest: false }),
  },
  'data/retention-undeclared': {
    of: 'cloud',
    spoil: ({ element }) => element('data/tickets', { retention: undefined }),
  },
};
