import type { Architecture, ElementFacts, FlowFacts, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from './document.js';
import { type Tape, tapeOf } from './tape.js';

/**
 * A small system with whatever the failure analysis knows: places in domains, tiers behind a balancer, pools, groups,
 * replicas, appliances, names, things led through. Some of it makes no sense, and all of it is legal.
 */
export function randomArchitecture(numbers: readonly number[]): Architecture {
  const tape = tapeOf(numbers);
  const d = draft();
  const places = randomPlaces(d, tape);
  const things = randomThings(d, tape, places);
  connect(d, tape, things);
  guardPlaces(d, tape, places);
  if (tape.chance(5)) {
    for (const store of things.targets)
      if (tape.chance(6)) d.journey('user', tape.pick(['write', 'read', 'all']), store);
  }
  return d.graph();
}

interface Places {
  readonly domains: readonly string[];
  readonly zones: readonly string[];
  readonly servers: readonly string[];
}

function randomPlaces(d: Drafting, tape: Tape): Places {
  const region = tape.chance(5) ? d.element('region', 'region', providerOf(tape)) : undefined;
  const domains = ['az-a', 'az-b'].slice(0, tape.below(3)).map((id) => {
    return d.element('availabilityZone', id, { ...(region && tape.chance(7) && { in: region }), ...providerOf(tape) });
  });
  if (tape.chance(3)) domains.push(d.element('failureDomain', 'rack', { facts: { domainRole: 'rack' } }));
  const zones: string[] = [];
  for (const id of ['zone-a', 'zone-b'].slice(0, tape.below(3))) {
    const outer = zones[0] !== undefined && tape.chance(4) ? { in: zones[0] } : {};
    const facts = { ...standing(tape, domains), ...(tape.chance(3) && { availability: 0.999 }) };
    zones.push(d.element('zone', id, { ...outer, facts }));
  }
  const servers = ['server-1', 'server-2', 'server-3'].slice(0, tape.below(4)).map((id) => {
    const facts = { ...standing(tape, domains), ...(tape.chance(2) && { instances: 1 + tape.below(3) }) };
    return d.element('server', id, { ...within(tape, zones), facts });
  });
  return { domains, zones, servers };
}

function providerOf(tape: Tape): { facts?: ElementFacts } {
  return tape.chance(2) ? { facts: { provider: tape.pick(['acme', 'initech']) } } : {};
}

function standing(tape: Tape, domains: readonly string[]): ElementFacts {
  return domains.length > 0 && tape.chance(6) ? { standsIn: tape.some(domains) } : {};
}

function within(tape: Tape, places: readonly string[]): { in?: string } {
  return places.length > 0 && tape.chance(8) ? { in: tape.pick(places) } : {};
}

interface Things {
  readonly balancers: readonly string[];
  readonly apps: readonly string[];
  /** Stores and groups of stores that can be read and written. */
  readonly targets: readonly string[];
  readonly mechanisms: readonly string[];
  readonly sides: readonly string[];
}

function randomThings(d: Drafting, tape: Tape, { domains, zones, servers }: Places): Things {
  const place = () => within(tape, [...servers, ...zones]);
  const facts = (): ElementFacts => ({
    ...standing(tape, domains),
    ...(tape.chance(2) && { instances: 1 + tape.below(4) }),
    ...(tape.chance(1) && { provider: 'acme' }),
  });
  const mechanisms = ['etcd', 'orchestrator'].slice(0, tape.below(3)).map((id, index) => {
    return d.element(index === 0 ? 'coordinator' : 'component', id, { ...place(), facts: facts() });
  });
  d.element('user', 'user');
  for (const id of ['certificate-1', 'certificate-2']) d.element('certificate', id);
  const balancers = ['lb-1', 'lb-2'].slice(0, 1 + tape.below(2)).map((id) => {
    return d.element('loadBalancer', id, {
      ...place(),
      facts: facts(),
      ...(tape.chance(3) && { listeners: randomListener(tape) }),
    });
  });
  const apps = ['app-1', 'app-2', 'app-3'].slice(0, 1 + tape.below(3)).map((id) => {
    return d.element('appServer', id, { ...place(), facts: facts() });
  });
  const databases = ['db-1', 'db-2', 'db-3'].slice(0, 1 + tape.below(3)).map((id) => {
    const listeners = tape.chance(2) ? { listeners: randomListener(tape) } : {};
    return d.element('database', id, { ...place(), facts: standing(tape, domains), ...listeners });
  });
  const sides = [
    d.element('externalService', 'mail'),
    d.element('bastion', 'bastion', place()),
    d.element('cache', 'cache', place()),
  ];
  const groups = databases.length > 1 && tape.chance(4) ? [randomGroup(d, tape, databases, mechanisms)] : [];
  if (groups.length === 0) replicate(d, tape, databases, mechanisms);
  return { balancers, apps, targets: [...groups, ...databases], mechanisms, sides };
}

function randomListener(tape: Tape): readonly Listener[] {
  return [{ name: '', protocol: 'https', tls: { certificate: tape.pick(['certificate-1', 'certificate-2']) } }];
}

function failover(tape: Tape, mechanisms: readonly string[]): ElementFacts {
  if (mechanisms.length > 0 && tape.chance(6)) return { failover: { by: tape.pick(mechanisms) } };
  return tape.pick<ElementFacts>([{}, { failover: 'none' }, { failover: 'manual' }]);
}

function synchrony(tape: Tape): ElementFacts {
  if (!tape.chance(3)) return {};
  return {
    replication: 'synchronous',
    ...(tape.chance(5) && { acknowledgements: 1 + tape.below(2) }),
    ...(tape.chance(3) && { degradesToAsynchronous: true }),
  };
}

function randomGroup(d: Drafting, tape: Tape, members: readonly string[], mechanisms: readonly string[]): string {
  const mode = tape.pick<ElementFacts>([{}, { mode: 'active-active' }, { mode: 'active-passive' }]);
  return d.cluster('group', 'database', members, {
    ...mode,
    ...(tape.chance(5) && { writer: tape.pick(members) }),
    ...(tape.chance(3) && { need: 1 + tape.below(members.length) }),
    ...failover(tape, mechanisms),
    ...synchrony(tape),
  });
}

function replicate(d: Drafting, tape: Tape, databases: readonly string[], mechanisms: readonly string[]): void {
  for (const replica of databases.slice(1)) {
    if (!tape.chance(6)) continue;
    const through = tape.chance(2) ? { through: ['bastion'] } : {};
    d.flow(replica, 'replicates', databases[0]!, { ...failover(tape, mechanisms), ...synchrony(tape), ...through });
  }
}

function connect(d: Drafting, tape: Tape, { balancers, apps, targets, sides }: Things): void {
  enter(d, tape, balancers);
  for (const lb of balancers) {
    const options = {
      need: tape.chance(2) ? tape.pick([0.3, 0.5, 0.7]) : 1 + tape.below(apps.length),
      ...(tape.chance(3) && { weights: apps.map((_, index) => index + 1) }),
      facts: tape.chance(2) ? { healthCheck: tape.chance(5) } : {},
    };
    if (tape.chance(8)) d.pool(lb, 'balances', apps, options);
    else d.flow(lb, 'forwards', tape.pick(apps), tape.chance(2) ? { healthCheck: false } : {});
  }
  for (const app of apps) {
    for (const target of targets) {
      if (tape.chance(5)) d.flow(app, 'writes', target, flowFacts(tape));
      if (tape.chance(3)) d.flow(app, 'reads', target, flowFacts(tape));
    }
    if (targets.length > 1 && tape.chance(3)) d.pool(app, 'reads', tape.some(targets));
    if (tape.chance(2)) d.flow(app, 'calls', sides[0]!, flowFacts(tape));
    if (tape.chance(2)) d.flow(app, 'reads', 'cache', flowFacts(tape));
    if (apps.length > 1 && tape.chance(1)) d.flow(app, 'calls', tape.pick(apps), flowFacts(tape));
  }
}

function flowFacts(tape: Tape): FlowFacts {
  return {
    ...(tape.chance(2) && { optional: true }),
    ...(tape.chance(1) && { through: ['bastion'] }),
    ...(tape.chance(1) && { healthCheck: false }),
  };
}

/** The user comes by name or directly, to one balancer or any of several. */
function enter(d: Drafting, tape: Tape, balancers: readonly string[]): void {
  const targets = balancers.length > 1 && tape.chance(3) ? [d.cluster('edge', 'loadBalancer', balancers)] : balancers;
  if (!tape.chance(5)) {
    if (targets.length > 1) d.pool('user', 'visits', targets);
    else d.flow('user', 'visits', targets[0]!, tape.chance(1) ? { healthCheck: false } : {});
    return;
  }
  d.element('dns', 'dns', {
    facts: tape.pick<ElementFacts>([{}, { nameServers: ['ns1', 'ns2'] }, { provider: 'acme' }]),
  });
  d.element('record', 'www', { in: 'dns' });
  if (targets.length > 1) d.pool('www', 'resolvesTo', targets);
  else d.flow('www', 'resolvesTo', targets[0]!);
  d.flow('user', 'visits', 'www');
}

function guardPlaces(d: Drafting, tape: Tape, { zones }: Places): void {
  for (const zone of zones) {
    if (!tape.chance(5)) continue;
    const facts: ElementFacts = {
      appliance: true,
      ...(tape.chance(2) && { failMode: 'open' }),
      ...(tape.chance(2) && { instances: 2 }),
    };
    const first = d.element('firewall', `${zone}/firewall`, { in: zone, facts });
    if (!tape.chance(3)) continue;
    const second = d.element('firewall', `${zone}/firewall-2`, { in: zone, facts: { appliance: true } });
    if (tape.chance(6)) d.cluster(`${zone}/pair`, 'firewall', [first, second]);
  }
}
