import type { Mutations } from './mutation.js';

export const access: Mutations = {
  'access/link-unauthenticated': {
    of: 'cloud',
    spoil: ({ flow }) => flow('inside/shop', 'reads', 'data/sessions', { authenticatedBy: 'none' }),
  },
  'access/admin-no-mfa': {
    of: 'small',
    spoil: ({ element }) => element('user/keeper', { secondFactor: false }),
  },
  'access/admin-no-bastion': {
    of: 'small',
    // The machine itself takes what the bastion was for.
    spoil: ({ flow, rules }) => {
      flow('user/keeper', 'administers', 'machine', { through: undefined });
      const ssh = [{ protocol: 'tcp', from: 22, to: 22 }] as const;
      rules('machine/packet filter', (own) => [
        ...own,
        { action: 'allow', from: [{ cidr: '198.51.100.16/28' }], to: [{ element: 'machine' }], ports: ssh },
      ]);
    },
  },
  'access/secret-not-vaulted': {
    of: 'cloud',
    // The password moves into the repository.
    spoil: ({ add, element }) => {
      add({
        id: 'externalService/code',
        kind: 'externalService',
        name: 'code',
        facts: { externalRole: 'source code' },
      });
      element('account/mailer', { keptIn: 'externalService/code' });
    },
  },
  'access/secret-no-rotation': {
    of: 'cloud',
    spoil: ({ element }) => element('account/mailer', { rotatedEvery: '5 years' }),
  },
  'access/shared-service-account': {
    of: 'cloud',
    spoil: ({ flow }) => flow('inside/mailer', 'consumes', 'cluster/paid orders', { as: 'account/shop' }),
  },
  'access/trust-anchor-not-isolated': {
    of: 'cloud',
    // Nothing of the good model vouches for people: a new service does, beside what the internet comes to.
    spoil: ({ add, addFlow, rules }) => {
      add({
        id: 'edge/logins',
        kind: 'identityProvider',
        name: 'logins',
        parent: 'edge',
        facts: { instances: 2, standsIn: ['region/Frankfurt/zone a', 'region/Frankfurt/zone b'] },
      });
      addFlow({ from: 'inside/shop', verb: 'calls', to: 'edge/logins', facts: { authenticatedBy: 'token' } });
      addFlow({ from: 'operations/metrics', verb: 'watches', to: 'edge/logins' });
      addFlow({ from: 'edge/logins', verb: 'reports', to: 'operations/logs', facts: { sends: ['logs'] } });
      const ports = [{ protocol: 'tcp', from: 443, to: 443 }] as const;
      const from = [{ element: 'inside' }, { element: 'operations/metrics' }] as const;
      const allowed = { action: 'allow', from, to: [{ element: 'edge/logins' }], ports } as const;
      for (const firewall of ['edge/edge rules', 'inside/inner rules', 'operations/operations rules'])
        rules(firewall, (own) => [...own, allowed]);
    },
  },
};
