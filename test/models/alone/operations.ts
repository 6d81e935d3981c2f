import type { Mutations } from './mutation.js';

export const operations: Mutations = {
  'operations/monitoring-uncovered': {
    of: 'shop',
    spoil: ({ removeFlows }) => removeFlows(({ verb, to }) => verb === 'watches' && to === 'inside/app 2/shop'),
  },
  'operations/required-metrics-missing': {
    of: 'small',
    spoil: ({ flow }) =>
      flow('machine/collector', 'reports', 'externalService/uptime service', { sends: ['cpu', 'memory', 'logs'] }),
  },
  'operations/alert-unrouted': {
    of: 'small',
    spoil: ({ removeFlows }) => removeFlows(({ verb }) => verb === 'alerts'),
  },
  'operations/logs-not-central': {
    of: 'small',
    spoil: ({ flow }) =>
      flow('machine/collector', 'reports', 'externalService/uptime service', {
        sends: ['metrics', 'requests per second'],
      }),
  },
  'operations/monitoring-spof': {
    of: 'shop',
    spoil: ({ removeFlows }) =>
      removeFlows(({ from, verb }) => verb === 'watches' && from === 'operations/monitoring 2'),
  },
  'operations/uptime-check-missing': {
    of: 'small',
    spoil: ({ removeFlows }) => removeFlows(({ verb }) => verb === 'probes'),
  },
};
