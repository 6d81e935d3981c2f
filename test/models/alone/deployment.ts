import type { FirewallRule } from '../../../src/graph/architecture.js';
import type { Mutations, Spoilt } from './mutation.js';

const c = 'region/Frankfurt/zone c';
const owner = 'platform team';

export const deployment: Mutations = {
  'deployment/colocated-roles': {
    of: 'shop',
    spoil: (spoilt) => addJob(spoilt, 'data/db 3', 'exports'),
  },
  'deployment/host-blast-radius': {
    of: 'shop',
    spoil: (spoilt) => {
      const jobs = ['mails', 'invoices', 'pictures', 'search', 'exports', 'imports', 'figures', 'reminders', 'feeds'];
      for (const job of jobs) addJob(spoilt, 'inside/app 3', job);
    },
  },
  'deployment/resource-contention': {
    of: 'shop',
    spoil: ({ element }) => {
      element('inside/app 2', { memory: '8 GiB' });
      element('inside/app 2/shop', { memory: '12 GiB' });
    },
  },
  'deployment/env-mixed': {
    of: 'shop',
    spoil: ({ add }) => {
      const facts = { environment: 'test', os: 'Debian 13', standsIn: [c], owner } as const;
      add({ id: 'inside/trial', kind: 'server', name: 'trial', parent: 'inside', facts });
    },
  },
  'deployment/no-diversity': {
    of: 'shop',
    spoil: (spoilt) => {
      const servers = ['inside/app 1', 'inside/app 2', 'inside/app 3'];
      const { document } = spoilt;
      document.elements = document.elements.map((one) =>
        servers.includes(one.id) ? { ...one, tier: 'inside/app' } : one,
      );
      for (const server of servers) addJob(spoilt, server, 'mails');
    },
  },
  'deployment/tier-not-uniform': {
    of: 'shop',
    spoil: ({ element }) => element('data/db 3/orders', { software: 'PostgreSQL 17' }),
  },
  'deployment/version-eol': {
    of: 'shop',
    spoil: ({ element }) => {
      for (const number of [1, 2, 3])
        element(`data/db ${number}/orders`, { software: 'PostgreSQL 13', supportedUntil: '2025-11-13' });
    },
  },
};

/** What runs now and then on one of the servers, watched and let through as everything else. */
function addJob({ add, addFlow, rules }: Spoilt, server: string, name: string): void {
  const id = `${server}/${name}`;
  add({ id, kind: 'worker', name, parent: server, facts: { owner, software: 'Node.js 24' } });
  addFlow({ from: id, verb: 'reads', to: 'cluster/orders', facts: { authenticatedBy: 'client certificate' } });
  addFlow({ from: id, verb: 'reports', to: 'operations/logs', facts: { sends: ['logs'] } });
  for (const from of ['operations/monitoring 1', 'operations/monitoring 2']) addFlow({ from, verb: 'watches', to: id });
  const allow = (from: string, to: string) => (before: readonly FirewallRule[]) => [
    { action: 'allow', from: [{ element: from }], to: [{ element: to }] } as const,
    ...before,
  ];
  const zone = server.split('/')[0];
  rules(zone === 'data' ? 'data/data firewall' : 'inside/inner firewall', allow('operations', id));
  if (zone !== 'data') rules('data/data firewall', allow(id, 'cluster/orders'));
  rules('operations/operations firewall', allow(id, 'operations/logs'));
}
