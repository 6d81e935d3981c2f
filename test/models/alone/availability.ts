import type { Mutations, Spoilt } from './mutation.js';

const a = 'region/Frankfurt/zone a';
const b = 'region/Frankfurt/zone b';
const c = 'region/Frankfurt/zone c';

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
  'availability/spof-load-balancer': {
    of: 'cloud',
    spoil: ({ element }) => element('edge/gateway', { instances: 1, standsIn: [a] }),
  },
  'availability/spof-firewall': {
    of: 'shop',
    spoil: ({ element }) => element('edge/edge firewall', { appliance: true }),
  },
  'availability/spof-node': {
    of: 'cloud',
    spoil: ({ element }) => element('inside/shop', { instances: 1, standsIn: [a] }),
  },
  'availability/spof-uplink': {
    of: 'shop',
    spoil: ({ add, flow }) => {
      add({ id: 'line', kind: 'failureDomain', name: 'line', facts: { domainRole: 'uplink', owner: 'platform team' } });
      flow('user/customer', 'visits', 'dns/shop.example/A www', { through: ['line'] });
    },
  },
  'availability/spof-hidden-shared': {
    of: 'shop',
    spoil: ({ add, element }) => {
      const facts = { domainRole: 'storage', owner: 'platform team' } as const;
      add({ id: 'storage', kind: 'failureDomain', name: 'storage', facts });
      for (const [index, zone] of [a, b, c].entries())
        element(`inside/app ${index + 1}`, { standsIn: [zone, 'storage'] });
    },
  },
  'availability/tier-multi-zone': {
    of: 'shop',
    spoil: ({ element }) => {
      for (const number of [1, 2, 3]) element(`inside/app ${number}`, { standsIn: [b] });
    },
  },
  'availability/dns-ns-redundancy': {
    of: 'shop',
    spoil: ({ element }) => element('dns/shop.example', { nameServers: ['ns1.example.net'] }),
  },
  'availability/lb-no-health-check': {
    of: 'cloud',
    spoil: ({ flow }) => flow('edge/gateway', 'balances', 'inside/shop', { healthCheck: false }),
  },
  'availability/failover-undeclared': {
    of: 'cloud',
    spoil: (spoilt) => standby(spoilt, 'none'),
  },
  'availability/split-brain-no-fencing': {
    of: 'shop',
    spoil: ({ remove, element }) => {
      remove('edge/witness');
      const failover = { by: 'edge/balancer 2', within: '5 s' } as const;
      element('cluster/shop.example', { failover, fencing: false });
    },
  },
  'availability/failover-manual': {
    of: 'cloud',
    spoil: (spoilt) => standby(spoilt, 'manual'),
  },
  'availability/quorum-weak': {
    of: 'shop',
    spoil: ({ element }) => element('data/elector', { instances: 2, standsIn: [a, b] }),
  },
  'availability/region-dr-missing': {
    of: 'cloud',
    spoil: ({ model }) => model({ criticality: 'mission-critical', recovery: 'none' }),
  },
  'availability/sticky-local-session': {
    of: 'shop',
    spoil: ({ flow, element }) => {
      for (const number of [1, 2, 3]) {
        flow('cluster/shop.example', 'balances', `inside/app ${number}/shop`, { sticky: true });
        element(`inside/app ${number}/shop`, { sessions: 'local' });
      }
    },
  },
  // The shop asks itself, by the address that customers use.
  'availability/hard-dependency-cycle': {
    of: 'shop',
    spoil: ({ addFlow }) => {
      for (const number of [1, 2, 3]) {
        const facts = { authenticatedBy: 'token' } as const;
        addFlow({ from: `inside/app ${number}/shop`, verb: 'calls', to: 'dns/shop.example/A www', facts });
      }
    },
  },
  'availability/availability-target-missed': {
    of: 'shop',
    spoil: ({ element }) => element('region/Frankfurt', { availability: 0.998 }),
  },
  'availability/capacity-n-plus-k': {
    of: 'shop',
    spoil: (spoilt) => busy(spoilt, { demand: 280, each: 120 }),
  },
  'availability/zone-loss-capacity': {
    of: 'shop',
    spoil: (spoilt) => {
      busy(spoilt, { demand: 300, each: 200 });
      spoilt.element('inside/app 3', { standsIn: [b] });
    },
  },
};

/** The queue becomes a pair of which one stands by, and the shop goes on without it for a while. */
function standby({ element, flow, remove }: Spoilt, failover: 'none' | 'manual'): void {
  remove('data/paid orders 3');
  flow('inside/shop', 'publishes', 'cluster/paid orders', { optional: true });
  element('cluster/paid orders', {
    mode: 'active-passive',
    need: undefined,
    writer: 'data/paid orders 1',
    rto: '10 min',
    failover,
  });
}

/** What customers send to the three application servers, and what each of those takes. */
function busy({ element, flow }: Spoilt, { demand, each }: Readonly<Record<'demand' | 'each', number>>): void {
  flow('user/customer', 'visits', 'dns/shop.example/A www', { requestsPerSecond: demand });
  for (const number of [1, 2, 3]) element(`inside/app ${number}/shop`, { capacity: { requestsPerSecond: each } });
}
