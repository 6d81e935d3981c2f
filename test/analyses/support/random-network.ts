import type { Architecture, ElementFacts, FirewallRule, Listener, RuleEnd } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from './document.js';
import { type Tape, tapeOf } from './tape.js';

const blocks = [
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/29',
  '10.0.0.0/30',
  '10.0.0.4/32',
  '10.0.1.0/30',
  '10.0.0.0/23',
  '198.51.100.0/24',
  '::ffff:10.0.0.2/127',
];

export interface NetworkOptions {
  /** Every zone and every element tells its addresses, and nothing stands on the server. */
  readonly told?: boolean;
  /** The outer zone may be seen at other addresses from outside. */
  readonly translates?: boolean;
}

/** Two zones, one perhaps within the other, elements in and beside them, and guards with rules of every sort. */
export function randomNetwork(
  numbers: readonly number[],
  { told = false, translates = false }: NetworkOptions = {},
): Architecture {
  const tape = tapeOf(numbers);
  const d = draft();
  d.element('user', 'user');
  const seen = translates && tape.chance(8) ? { translates: [{ from: '10.0.0.0/29', to: '198.51.100.0/29' }] } : {};
  d.element('zone', 'outer', { facts: { ...zoneFacts(tape, '10.0.0.0/29', told), ...seen } });
  d.element('zone', 'inner', { ...(tape.chance(5) && { in: 'outer' }), facts: zoneFacts(tape, '10.0.1.0/29', told) });
  const home = tape.pick(['outer', 'inner']);
  d.element('server', 'server', { in: home, ...(told && { facts: { address: `10.0.${nets[home]}.7` } }) });
  const places = told ? ['outer', 'inner', undefined] : ['outer', 'inner', 'server', undefined];
  const listeners: readonly Listener[][] = [
    [],
    [{ name: '', protocol: 'http', tls: false }],
    [
      { name: 'plain', protocol: 'tcp', port: 1_500 },
      { name: 'secure', protocol: 'https' },
    ],
    [{ name: 'names', protocol: 'udp', port: 53 }],
  ];
  const things = ['a', 'b', 'c'].map((id, index) => {
    const place = tape.pick(places);
    const net = told ? nets[place ?? 'site'] : tape.chance(3) ? tape.below(2) : undefined;
    const address = net === undefined ? {} : { address: `10.0.${net}.${index + 4}` };
    return d.element('component', id, {
      ...(place !== undefined && { in: place }),
      listeners: tape.pick(listeners),
      facts: address,
    });
  });
  addGuards(d, tape, things);
  for (const from of ['user', ...things]) {
    for (const to of things) {
      if (from === to || !tape.chance(6)) continue;
      const named = d.elements.find(({ id }) => id === to)?.listeners ?? [];
      const listener = named.length > 1 && tape.chance(8) ? tape.pick(named).name : undefined;
      d.flow(from, from === 'user' ? 'visits' : 'calls', to, {}, listener);
    }
  }
  return d.graph(tape.chance(3) ? { complete: ['firewalls'] } : {});
}

const nets: Readonly<Record<string, number>> = { outer: 0, inner: 1, site: 2 };

function zoneFacts(tape: Tape, cidr: string, told: boolean): ElementFacts {
  return { ...((told || tape.chance(7)) && { cidr }), ...(tape.chance(3) && { open: true }) };
}

function addGuards(d: Drafting, tape: Tape, things: readonly string[]): void {
  for (const container of ['outer', 'inner', 'server', 'a', undefined]) {
    for (let index = 0; tape.chance(5) && index < 2; index += 1) {
      const policies = ['deny', 'allow', 'filtered', undefined] as const;
      const incoming = tape.pick(policies);
      const outgoing = tape.pick(policies);
      const facts: ElementFacts = {
        ...(incoming && { incoming }),
        ...(outgoing && { outgoing }),
        ...(tape.chance(2) && { stateful: false }),
      };
      const rules = Array.from({ length: tape.below(6) }, () => randomRule(d, tape, things));
      const place = container === undefined ? {} : { in: container };
      d.element('firewall', `guard ${d.elements.length}`, { ...place, facts, rules });
    }
  }
}

function randomRule(d: Drafting, tape: Tape, things: readonly string[]): FirewallRule {
  const ends = (): RuleEnd[] => Array.from({ length: 1 + tape.below(2) }, () => randomEnd(d, tape, things));
  const ports = [
    { protocol: 'tcp', from: 80, to: 80 },
    { protocol: 'tcp', from: 1_024, to: 65_535 },
    { protocol: 'any', from: 1, to: 1_600 },
    { protocol: 'any', from: 0, to: 65_535 },
    { protocol: 'udp', from: 53, to: 60_000 },
  ] as const;
  return {
    action: tape.pick(['allow', 'deny']),
    from: ends(),
    to: ends(),
    ...(tape.chance(5) && { ports: [tape.pick(ports)] }),
  };
}

function randomEnd(d: Drafting, tape: Tape, things: readonly string[]): RuleEnd {
  if (tape.chance(2)) return { anyone: true };
  if (tape.chance(3)) return { cidr: tape.pick(blocks) };
  const element = tape.pick(['user', 'outer', 'inner', 'server', ...things]);
  const [listener] = d.elements.find(({ id }) => id === element)?.listeners ?? [];
  return { element, ...(listener && tape.chance(5) && { listener: listener.name }) };
}
