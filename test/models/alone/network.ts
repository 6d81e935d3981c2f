import type { FirewallRule, RuleEnd } from '../../../src/graph/architecture.js';
import type { Mutations } from './mutation.js';

const anyone = { anyone: true } as const;

export const network: Mutations = {
  'network/internet-unguarded': {
    of: 'small',
    spoil: ({ document }) => {
      document.elements = document.elements.filter(({ kind }) => kind !== 'firewall');
    },
  },
  'network/firewall-no-default-deny': {
    of: 'shop',
    spoil: ({ element }) => element('inside/inner firewall', { incoming: 'allow' }),
  },
  'network/firewall-any-any': {
    of: 'shop',
    spoil: ({ rules }) => rules('edge/edge firewall', (own) => [...own, allowing(anyone, { element: 'edge' })]),
  },
  'network/admin-port-internet': {
    of: 'shop',
    spoil: ({ rules }) =>
      rules('edge/edge firewall', (own) => [...own, allowing(anyone, { element: 'edge/balancer 1' }, 22)]),
  },
  'network/db-internet-reachable': {
    of: 'small',
    spoil: ({ rules }) =>
      rules('machine/packet filter', (own) => [...own, allowing(anyone, portOf('machine/postgres'))]),
  },
  'network/public-ip-internal-role': {
    of: 'cloud',
    spoil: ({ element }) => element('data/orders 1', { publicAddress: true }),
  },
  'network/segment-missing': {
    of: 'cloud',
    spoil: ({ move, rules }) => {
      move('data/sessions', 'edge');
      // Whoever moves it makes it work again.
      const users = { element: 'inside' } as const;
      const watcher = { element: 'operations/metrics' } as const;
      rules('edge/edge rules', (own) => [
        ...own,
        allowing(users, portOf('data/sessions')),
        allowing(watcher, portOf('data/sessions')),
      ]);
      rules('data/data rules', (own) =>
        own.map((rule) => ({
          ...rule,
          to: rule.to.filter((end) => !('element' in end && end.element === 'data/sessions')),
        })),
      );
    },
  },
  'network/tier-skipped': {
    of: 'small',
    spoil: ({ addFlow }) =>
      addFlow({ from: 'machine/nginx', verb: 'reads', to: 'machine/postgres', facts: { authenticatedBy: 'password' } }),
  },
  'network/egress-unrestricted': {
    of: 'small',
    spoil: ({ element }) => element('machine/packet filter', { outgoing: 'allow' }),
  },
  'network/firewall-rule-dead': {
    of: 'cloud',
    // Written at the end, after the rule that allows it.
    spoil: ({ rules }) =>
      rules('data/data rules', (own) => [
        ...own,
        { ...allowing({ element: 'edge/vpn' }, portOf('data/orders 1')), action: 'deny' },
      ]),
  },
  'network/firewall-rule-unused': {
    of: 'cloud',
    spoil: ({ rules }) =>
      rules('data/data rules', (own) => [...own, allowing({ element: 'edge/vpn' }, portOf('data/sessions'))]),
  },
  'network/flow-not-allowed': {
    of: 'shop',
    spoil: ({ rules }) =>
      rules('inside/inner firewall', (own) =>
        own.filter(({ from }) => !from.some((end) => 'element' in end && end.element === 'operations/monitoring 1')),
      ),
  },
  'network/waf-missing': {
    of: 'shop',
    spoil: ({ element }) => {
      element('edge/balancer 1', { filters: ['rate limit'] });
      element('edge/balancer 2', { filters: ['rate limit'] });
    },
  },
  'network/rate-limit-missing': {
    of: 'shop',
    spoil: ({ element }) => {
      element('edge/balancer 1', { filters: ['web application firewall'] });
      element('edge/balancer 2', { filters: ['web application firewall'] });
    },
  },
  'network/borrowed-addresses': {
    of: 'cloud',
    spoil: ({ element }) => element('data', { cidr: '172.68.3.0/24' }),
  },
  'network/firewall-fails-open': {
    of: 'shop',
    spoil: ({ element }) => element('edge/edge firewall', { appliance: true, instances: 2, failMode: 'open' }),
  },
};

function allowing(from: RuleEnd, to: RuleEnd, port?: number): FirewallRule {
  const ports = port === undefined ? {} : { ports: [{ protocol: 'tcp', from: port, to: port }] as const };
  return { action: 'allow', from: [from], to: [to], ...ports };
}

/** The only port it listens to. */
function portOf(element: string): RuleEnd {
  return { element, listener: '' };
}
