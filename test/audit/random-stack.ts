import type { Cluster, Element, ElementFacts, Flow, FlowFacts, Pool } from '../../src/graph/architecture.js';
import type { Kind } from '../../src/vocabulary/kinds.js';
import type { Verb } from '../../src/vocabulary/verbs.js';
import type { Tape } from '../analyses/support/tape.js';
import { randomCertificate, randomFacts, randomFlowFacts, randomListeners } from './random-facts.js';

export interface Stack {
  readonly elements: Element[];
  readonly flows: Flow[];
  readonly pools: Pool[];
  readonly clusters: Cluster[];
}

/** Users, perhaps names, one or two load balancers, web and application servers, databases with copies and backups. */
export function randomStack(tape: Tape): Stack {
  const stack: Stack = { elements: [], flows: [], pools: [], clusters: [] };
  addPlaces(stack, tape);
  const tiers = {
    balancers: addTier(stack, tape, 'loadBalancer', 2),
    webs: addTier(stack, tape, 'webServer', 3),
    apps: addTier(stack, tape, 'appServer', 3),
    databases: addTier(stack, tape, 'database', 3),
  };
  const entrance = grouped(stack, tape, 'loadBalancer', tiers.balancers);
  const orders = grouped(stack, tape, 'database', tiers.databases);
  add(stack, 'user', 'visitor');
  connect(stack, tape, 'visitor', 'visits', named(stack, tape, entrance));
  for (const source of entrance) connect(stack, tape, source, 'balances', tiers.webs);
  for (const web of tiers.webs)
    connect(stack, tape, web, 'forwards', tape.chance(5) ? tiers.apps : tape.some(tiers.apps));
  for (const app of tiers.apps) {
    connect(stack, tape, app, 'writes', orders.slice(0, 1));
    if (tape.chance(5)) connect(stack, tape, app, 'reads', orders);
  }
  addCare(stack, tape, tiers.databases);
  return stack;
}

function add(stack: Stack, kind: Kind, id: string, more: Partial<Element> = {}): string {
  stack.elements.push({ id, kind, name: id, facts: {}, ...more });
  return id;
}

function addPlaces(stack: Stack, tape: Tape): void {
  add(stack, 'zone', 'zone');
  for (const az of ['az', 'az 2']) add(stack, 'availabilityZone', az);
  add(stack, 'certificate', 'certificate', { facts: randomCertificate(tape) });
  for (const id of ['server-1', 'server-2', 'server-3']) {
    const facts = tape.chance(4) ? { standsIn: [tape.pick(['az', 'az 2'])] } : {};
    add(stack, 'server', id, { tier: 'server', facts, ...(tape.chance(5) && { parent: 'zone' }) });
    if (tape.chance(4)) add(stack, 'firewall', `${id}/wall`, { parent: id, facts: randomFacts(tape, 'firewall') });
  }
}

/** Some of a kind, on the shared servers or on none. */
function addTier(stack: Stack, tape: Tape, kind: Kind, most: number): string[] {
  const onServers = tape.chance(7);
  const listeners = randomListeners(tape);
  return Array.from({ length: 1 + tape.below(most) }, (_, index) => {
    const place = onServers ? { parent: `server-${index + 1}`, tier: `server/${kind}` } : {};
    return add(stack, kind, `${kind} ${index}`, { ...place, listeners, facts: randomFacts(tape, kind) });
  });
}

/** A cluster of them, or they themselves. */
function grouped(stack: Stack, tape: Tape, kind: Kind, members: readonly string[]): readonly string[] {
  if (members.length < 2 || tape.chance(5)) return members;
  const by = tape.chance(5) ? add(stack, 'coordinator', `judge of ${kind}`) : members[1]!;
  const facts: ElementFacts = {
    ...(tape.chance(7) && { mode: tape.pick(['active-passive', 'active-active']) }),
    ...(tape.chance(7) && { failover: tape.pick(['none', 'manual', { by }, { by }]) }),
    ...(tape.chance(6) && { fencing: tape.chance(5) }),
  };
  stack.clusters.push({ id: `group of ${kind}`, memberKind: kind, members });
  return [add(stack, 'cluster', `group of ${kind}`, { facts })];
}

function named(stack: Stack, tape: Tape, targets: readonly string[]): readonly string[] {
  if (tape.chance(5)) return targets;
  add(stack, 'dns', 'example.org', { facts: randomFacts(tape, 'dns') });
  add(stack, 'record', 'www.example.org', { parent: 'example.org' });
  connect(stack, tape, 'www.example.org', 'resolvesTo', targets);
  return ['www.example.org'];
}

function connect(
  stack: Stack,
  tape: Tape,
  from: string,
  verb: Verb,
  targets: readonly string[],
  more: FlowFacts = {},
): void {
  const pool = `${from} ${verb} #${stack.pools.length}`;
  const facts = randomFlowFacts(
    tape,
    stack.elements.map(({ id }) => id),
  );
  const flows = targets.map(
    (to): Flow => ({
      id: `${pool} ${to}`,
      verb,
      from,
      to,
      facts: { ...facts, ...more },
      ...listenerOf(stack, to),
      ...(targets.length > 1 && { pool }),
    }),
  );
  stack.flows.push(...flows);
  if (flows.length > 1) stack.pools.push({ id: pool, verb, from, flows: flows.map(({ id }) => id), need: 1 });
}

/** Where there are several, the first is meant. */
function listenerOf(stack: Stack, to: string): { readonly listener?: string } {
  const listeners = stack.elements.find(({ id }) => id === to)?.listeners ?? [];
  return listeners[1] && listeners[0] ? { listener: listeners[0].name } : {};
}

function addCare(stack: Stack, tape: Tape, databases: readonly string[]): void {
  const [primary, ...replicas] = databases;
  const failover = tape.pick(['none', 'manual', undefined, { by: databases.at(-1)! }] as const);
  for (const replica of replicas) connect(stack, tape, replica, 'replicates', [primary!], failover ? { failover } : {});
  if (tape.chance(4)) {
    add(stack, 'backupStore', 'dumps', {
      ...(tape.chance(5) && { parent: 'server-1' }),
      facts: randomFacts(tape, 'backupStore'),
    });
    connect(stack, tape, primary!, 'backsUp', ['dumps']);
  }
  add(stack, 'monitoringService', 'watcher');
  for (const id of ['server-1', 'server-2', 'server-3']) {
    if (!tape.chance(5)) continue;
    add(stack, 'agent', `${id}/agent`, { parent: id });
    connect(stack, tape, `${id}/agent`, 'reports', ['watcher']);
  }
  if (tape.chance(3)) connect(stack, tape, 'watcher', 'alerts', [add(stack, 'alertChannel', 'pager')]);
}
