import type { FirewallRule, RuleEnd } from '../../../src/graph/architecture.js';

type Ports = NonNullable<FirewallRule['ports']>;

function end(text: string): RuleEnd {
  if (text === '*') return { anyone: true };
  if (/^[\d.:a-f]+\/\d+$/.test(text) || text === 'none/8') return { cidr: text };
  const [element = '', listener] = text.split(':');
  return { element, ...(listener !== undefined && { listener }) };
}
/** Of a rule that is written `u, 10.0.0.0/24 → a:ssh`: `*` is anyone, and a name behind a colon a listener. */
const rule =
  (action: FirewallRule['action']) =>
  (text: string, ...ports: Ports): FirewallRule => {
    const [from = '', to = ''] = text.split(' → ');
    return {
      action,
      from: from.split(', ').map(end),
      to: to.split(', ').map(end),
      ...(ports.length > 0 && { ports }),
    };
  };
export const allow = rule('allow');
export const deny = rule('deny');
export const tcp = (from: number, to = from) => ({ protocol: 'tcp', from, to }) as const;
export const udp = (from: number, to = from) => ({ protocol: 'udp', from, to }) as const;
