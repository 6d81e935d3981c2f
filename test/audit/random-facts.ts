import type { Element, ElementFacts, FlowFacts, Listener } from '../../src/graph/architecture.js';
import type { Tape } from '../analyses/support/tape.js';

export function randomCertificate(tape: Tape): ElementFacts {
  return {
    ...(tape.chance(5) && { expires: tape.pick(['2026-01-01', '2026-12-01', '2029-01-01']) as '2026-01-01' }),
    ...(tape.chance(5) && { issued: '2025-01-01' }),
    ...(tape.chance(5) && { names: tape.pick([['www.example.org'], ['*.example.org'], []]) }),
  };
}

export function randomFacts(tape: Tape, kind: Element['kind']): ElementFacts {
  if (kind === 'certificate') return randomCertificate(tape);
  return {
    ...(tape.chance(3) && { owner: 'somebody' }),
    ...(tape.chance(3) && { standsIn: ['az'] }),
    ...(tape.chance(2) && { publicAddress: tape.chance(5) }),
    ...(tape.chance(2) && { software: tape.pick(['a', 'b']) }),
    ...(kind === 'firewall' && {
      incoming: tape.pick(['deny', 'allow', 'filtered', undefined]),
      appliance: tape.chance(5),
    }),
    ...(kind === 'dns' && tape.chance(5) && { nameServers: ['a', 'b'] }),
  };
}

export function randomListeners(tape: Tape): Listener[] {
  const listeners: Listener[] = [
    { name: 'plain', protocol: 'http', tls: false, ...(tape.chance(3) && { redirects: true }) },
    {
      name: 'secure',
      protocol: 'https',
      tls: { certificate: 'certificate', ...(tape.chance(5) && { minimumVersion: tape.pick(['1.0', '1.3']) }) },
    },
    { name: 'passed', protocol: 'tls', tls: { passthrough: true } },
    { name: 'data', protocol: 'mysql', ...(tape.chance(5) && { tls: false }) },
  ];
  return tape.chance(7) ? [...tape.some(listeners)].slice(0, 1 + tape.below(2)) : [];
}

export function randomFlowFacts(tape: Tape, ids: readonly string[]): FlowFacts {
  return {
    ...(tape.chance(3) && { healthCheck: tape.chance(5) }),
    ...(tape.chance(3) && { failover: tape.pick(['none', 'manual', { by: tape.pick(ids) }] as const) }),
    ...(tape.chance(3) && { sends: tape.pick([['logs'], ['metrics'], ['cpu']] as const) }),
    ...(tape.chance(2) && { through: [tape.pick(ids)] }),
    ...(tape.chance(2) && { optional: true }),
  };
}
