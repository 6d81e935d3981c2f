// Hosts behind packet filters of their own, as a graph's document: what the benchmark of exposure and of rules is run on.
// The same seed gives the same system. Eight zones with a block of addresses each; hosts with a service or two, some
// without an address told; a firewall on every host whose rules name blocks, hosts, zones and anyone, some in vain; flows
// from host to host, and visitors to the first zone.
import { randomFrom } from './three-tier.mjs';

const services = [
  { name: 'web', protocol: 'http', port: 80, tls: false },
  { name: 'secure', protocol: 'https', port: 443, tls: {} },
  { name: 'data', protocol: 'postgresql', port: 5432 },
  { name: 'queue', protocol: 'amqp', port: 5672 },
  { name: 'shell', protocol: 'ssh', port: 22 },
  { name: 'metrics', protocol: 'http', port: 9100, tls: false },
  { name: 'names', protocol: 'udp', port: 53 },
];

/**
 * @param {number} hosts how many
 * @param {{ seed?: number, rules?: number, flows?: number }} [options] rules on each host; flows to each host
 */
export function guardedHosts(hosts, { seed = 1, rules = 50, flows: wanted = 3 } = {}) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const zones = Array.from({ length: 8 }, (_, index) => ({
    id: `zone-${index}`,
    kind: 'zone',
    name: `zone-${index}`,
    facts: { cidr: [`10.${index}.0.0/16`, `2001:db8:${index}::/48`], open: true },
  }));
  const servers = [];
  const running = [];
  for (let index = 0; index < hosts; index += 1) {
    const zone = index % zones.length;
    const number = Math.floor(index / zones.length);
    const address = random() < 0.8 ? { address: `10.${zone}.${Math.floor(number / 250)}.${(number % 250) + 1}` } : {};
    const id = `zone-${zone}/host-${index}`;
    servers.push({ id, kind: 'server', name: `host-${index}`, parent: `zone-${zone}`, facts: address });
    const first = below(services.length);
    const listeners = [services[first], services[(first + 1 + below(services.length - 1)) % services.length]];
    running.push({ id: `${id}/app`, kind: 'component', name: 'app', parent: id, facts: {}, listeners });
  }
  const user = { id: 'user/visitor', kind: 'user', name: 'visitor', facts: {} };
  const flows = running.flatMap((target, index) => {
    const sources = Array.from({ length: wanted }, () => pick(running)).filter((source) => source !== target);
    if (index % zones.length === 0) sources.push(user);
    return [...new Set(sources)].map((from) => {
      const verb = from === user ? 'visits' : 'calls';
      const listener = pick(target.listeners).name;
      return {
        id: `${from.id} ${verb} ${target.id}@${listener}`,
        verb,
        from: from.id,
        to: target.id,
        listener,
        facts: {},
      };
    });
  });
  const needs = new Map(running.map(({ id }) => [id, []]));
  for (const flow of flows) needs.get(flow.to).push(flow);
  const block = () =>
    pick([
      () => `10.${below(8)}.0.0/16`,
      () => `10.${below(8)}.${below(4)}.0/24`,
      () => `10.${below(8)}.${below(4)}.${below(16) * 16}/28`,
      () => `198.51.100.${below(4) * 64}/26`,
      () => `203.0.113.${below(256)}/32`,
      () => `2001:db8:${below(8)}::/48`,
      () => '0.0.0.0/0',
    ])();
  const source = () =>
    random() < 0.6
      ? { cidr: block() }
      : pick([() => ({ anyone: true }), () => ({ element: pick(running).id }), () => ({ element: pick(zones).id })])();
  const guards = servers.map((server, index) => {
    const target = running[index];
    const made = needs.get(target.id).map(({ from, listener }) => ({
      action: 'allow',
      from: [from === user.id ? { anyone: true } : { element: from }],
      to: [{ element: target.id, listener }],
    }));
    while (made.length < rules - 1) {
      const port = pick([22, 53, 80, 443, 5432, 5672, 8000, 9100]);
      const range = { protocol: random() < 0.8 ? 'tcp' : 'udp', from: port, to: port + (random() < 0.2 ? 100 : 0) };
      const at = random() < 0.4 ? made.length : below(made.length + 1);
      made.splice(at, 0, {
        action: random() < 0.7 ? 'allow' : 'deny',
        from: [source()],
        to: [random() < 0.8 ? { element: target.id } : { element: server.id }],
        ports: [range],
      });
    }
    made.push({ action: 'deny', from: [{ anyone: true }], to: [{ anyone: true }] });
    return {
      id: `${server.id}/filter`,
      kind: 'firewall',
      name: 'filter',
      parent: server.id,
      facts: { incoming: 'deny', outgoing: 'allow' },
      rules: made.slice(0, Math.max(rules, needs.get(target.id).length)),
    };
  });
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: `${hosts} guarded hosts`,
    facts: { complete: ['firewalls'] },
    elements: [user, ...zones, ...servers, ...running, ...guards],
    flows,
    pools: [],
    clusters: [],
    journeys: [],
    waivers: [],
  };
}
