import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { FirewallRule, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from './document.js';

export const web: Listener = { name: 'web', protocol: 'http' };
export const ssh: Listener = { name: 'ssh', protocol: 'ssh' };
/** Every address. */
export const all = 2n ** 32n + 2n ** 128n;
/** Of zone `z`, which has eight addresses. */
export const outside = all - 8n;
/** Those of tcp and udp, and what has none. */
export const everyPort = 131_071;

/**
 * Behind firewall `fw` zone `z` of eight addresses with `a` and `b`; beside it zone `y` of four with `c`, zone `w` that tells no
 * block with `e` and `f`, and outside `u`, anywhere, and `x`.
 */
export function ruled(rules: readonly FirewallRule[], more: { stateful?: boolean } = {}): Drafting {
  const d = draft();
  d.element('user', 'u');
  d.element('externalService', 'x', { facts: { address: '198.51.100.7' } });
  d.element('externalService', 'anywhere');
  d.element('zone', 'z', { facts: { cidr: '10.0.0.0/29' } });
  d.element('zone', 'y', { facts: { cidr: '10.0.1.0/30' } });
  d.element('zone', 'w');
  d.element('appServer', 'a', { in: 'z', listeners: [web, ssh], facts: { address: '10.0.0.1' } });
  d.element('appServer', 'b', { in: 'z', listeners: [web], facts: { address: '10.0.0.2' } });
  d.element('appServer', 'c', { in: 'y', facts: { address: '10.0.1.1' } });
  d.element('appServer', 'e', { in: 'w' });
  d.element('appServer', 'f', { in: 'w' });
  d.element('firewall', 'fw', { in: 'z', facts: { incoming: 'deny', outgoing: 'deny', ...more }, rules });
  return d;
}

/** The anomalies of a guard in short. */
export const told = (d: Drafting, guard = 'fw') =>
  analyseNetwork(d.graph())
    .anomalies.filter((one) => one.guard.id === guard)
    .map(
      ({ index, anomaly, by, side }) =>
        `${index} ${anomaly}${by ? ` by ${by}` : ''}${side === 'outgoing' ? ' out' : ''}`,
    );
/** What is too wide: the rule, and the packets, sources and ports that no flow needs. */
export const beyond = (d: Drafting, guard = 'fw') =>
  analyseNetwork(d.graph())
    .anomalies.filter((one) => one.guard.id === guard)
    .flatMap(({ index, beyond }) => (beyond ? [[index, beyond.packets, beyond.sources, beyond.ports]] : []));
