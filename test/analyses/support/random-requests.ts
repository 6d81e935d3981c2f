import type { Architecture, ElementFacts, FlowFacts, Listener } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import type { DataClass } from '../../../src/vocabulary/words.js';
import { type Drafting, draft } from './document.js';
import { type Tape, tapeOf } from './tape.js';

const listeners: readonly Listener[] = [
  { name: '', protocol: 'http', tls: false },
  { name: '', protocol: 'http', tls: false },
  { name: '', protocol: 'https', tls: { certificate: 'certificate', minimumVersion: '1.2' } },
  { name: '', protocol: 'https', tls: { certificate: 'other', minimumVersion: '1.3' } },
  { name: '', protocol: 'https' },
  { name: '', protocol: 'https', tls: { certificate: 'certificate', clientCertificate: 'required' } },
  { name: '', protocol: 'https', tls: { clientCertificate: 'optional' } },
  { name: '', protocol: 'tls', tls: { passthrough: true } },
  { name: '', protocol: 'tls' },
  { name: '', protocol: 'tcp', port: 9_000 },
  { name: '', protocol: 'ssh' },
];

const secure: Listener = { name: 'secure', protocol: 'https', tls: { certificate: 'certificate' } };
const plain: Listener = { name: 'plain', protocol: 'http', tls: false };

/** What redirects leads to one encrypted listener, to any of two, or to none. */
const several: readonly (readonly Listener[])[] = [
  [{ ...plain, redirects: true }, secure],
  [plain, secure],
  [{ ...plain, redirects: true }, secure, { name: 'other', protocol: 'https', tls: { certificate: 'other' } }],
  [{ ...plain, redirects: true }, secure, { name: 'through', protocol: 'tls', tls: { passthrough: true } }],
  [{ ...plain, redirects: true }],
];

const held: readonly (readonly DataClass[])[] = [['personal'], ['payment', 'health'], ['credentials'], []];

/** The kinds of what stands between users and stores, in the order of a request. */
const middle: readonly Kind[] = [
  'loadBalancer',
  'loadBalancer',
  'cdn',
  'webServer',
  'webServer',
  'appServer',
  'appServer',
];

/**
 * Users, names, balancers, servers and stores, in zones and on servers; without `circles` flows lead from the front to the
 * back only.
 */
export function randomRequests(numbers: readonly number[], circles: boolean): Architecture {
  const tape = tapeOf(numbers);
  const d = draft();
  for (const id of ['certificate', 'other']) d.element('certificate', id);
  d.element('zone', 'outer');
  d.element('zone', 'inner', { in: 'outer' });
  d.element('zone', 'beside');
  d.element('server', 'server-1', { in: 'outer' });
  d.element('server', 'server-2', { in: 'inner', facts: tape.chance(3) ? { instances: 2 } : {} });
  const stops = stopsIn(d, tape);
  const users = ['user-1', 'user-2'].slice(0, 1 + tape.below(2)).map((id) => d.element('user', id));
  d.element('dns', 'dns');
  const parts = middle.slice(0, 2 + tape.below(6)).map((kind, index) => part(d, tape, kind, `${kind}-${index}`));
  const stores = ['db-1', 'db-2', 'db-3'].slice(0, 1 + tape.below(3)).map((id) => part(d, tape, 'database', id));
  const clusters = clustersIn(d, tape, parts, stores);
  const names = namesIn(d, tape, [...parts, ...clusters]);
  const order = [...users, ...parts, ...clusters, ...stores];
  for (const from of [...users, ...parts, ...clusters.slice(0, 1)]) {
    const later = order.filter((to) => to !== from && !users.includes(to) && (circles || isLater(d, order, from, to)));
    const targets = [...later, ...names.filter((name) => circles || users.includes(from) || name === 'never')];
    addFlows(d, tape, from, targets, stops);
  }
  return d.graph();
}

/** A cluster stands where its last member does. */
function isLater(d: Drafting, order: readonly string[], from: string, to: string): boolean {
  return first(d, order, to) > last(d, order, from);
}

function membersOf(d: Drafting, id: string): readonly string[] {
  return d.clusters.find((cluster) => cluster.id === id)?.members ?? [id];
}

function first(d: Drafting, order: readonly string[], id: string): number {
  return Math.min(...membersOf(d, id).map((member) => order.indexOf(member)));
}

function last(d: Drafting, order: readonly string[], id: string): number {
  return Math.max(...membersOf(d, id).map((member) => order.indexOf(member)));
}

function part(d: Drafting, tape: Tape, kind: Kind, id: string): string {
  const place = tape.pick([undefined, 'outer', 'inner', 'beside', 'server-1', 'server-1', 'server-2']);
  const listens = tape.chance(2) ? tape.pick(several) : tape.chance(9) ? [tape.pick(listeners)] : [];
  d.element(kind, id, { ...(place !== undefined && { in: place }), listeners: listens, facts: factsOf(tape, kind) });
  if (tape.chance(3)) d.elements.push({ ...d.elements.pop()!, tier: `tier-${kind}` });
  return id;
}

function factsOf(tape: Tape, kind: Kind): ElementFacts {
  if (kind === 'database') return { holds: tape.pick(held) };
  if (kind !== 'loadBalancer' || tape.chance(3)) return {};
  return { forwardsClientCertificate: tape.chance(5) };
}

function stopsIn(d: Drafting, tape: Tape): readonly string[] {
  d.element('vpnGateway', 'vpn-1', { in: 'outer' });
  d.element('vpnGateway', 'vpn-2', { in: 'beside' });
  d.element('natGateway', 'nat', { in: 'outer' });
  const listens = tape.chance(5) ? [{ name: '', protocol: 'ssh' as const }] : [];
  d.element('bastion', 'bastion', { in: 'outer', listeners: listens });
  return ['vpn-1', 'vpn-2', 'nat', 'bastion'];
}

function clustersIn(d: Drafting, tape: Tape, parts: readonly string[], stores: readonly string[]): readonly string[] {
  const made: string[] = [];
  const balancers = parts.filter((id) => id.startsWith('loadBalancer'));
  if (balancers.length > 1 && tape.chance(5)) made.push(d.cluster('lb', 'loadBalancer', balancers));
  if (stores.length > 1 && tape.chance(4)) {
    const facts = tape.chance(5) ? { holds: tape.pick(held) } : {};
    made.push(d.cluster('db', 'database', stores.slice(0, 2), facts));
  }
  return made;
}

function namesIn(d: Drafting, tape: Tape, targets: readonly string[]): readonly string[] {
  d.element('record', 'www', { in: 'dns' });
  d.element('record', 'alias', { in: 'dns' });
  for (const to of tape.some(targets).slice(0, 2)) {
    const named = tape.chance(3) && names(d, to).length > 0;
    d.flow('www', 'resolvesTo', to, {}, named ? tape.pick(names(d, to)) : undefined);
  }
  d.flow('alias', 'resolvesTo', 'www');
  return ['www', 'alias'];
}

function addFlows(d: Drafting, tape: Tape, from: string, targets: readonly string[], stops: readonly string[]): void {
  const verb = from.startsWith('user') ? 'visits' : 'calls';
  if (targets.length > 1 && tape.chance(2)) d.pool(from, verb, tape.some(targets).slice(0, 3));
  for (const to of targets) {
    if (!tape.chance(4)) continue;
    const named = names(d, to).length > 0 && tape.chance(8);
    d.flow(from, verb, to, flowFacts(tape, stops), named ? tape.pick(names(d, to)) : undefined);
  }
}

/** Of the listeners of an element, or of the members of a cluster. */
function names(d: Drafting, id: string): readonly string[] {
  const told = membersOf(d, id).flatMap((member) => d.elements.find((one) => one.id === member)?.listeners ?? []);
  return [...new Set(told.flatMap(({ name }) => (name === '' ? [] : [name])))];
}

function flowFacts(tape: Tape, stops: readonly string[]): FlowFacts {
  const through = tape.chance(2) ? tape.some(stops).slice(0, 3) : [];
  return {
    ...(through.length > 0 && { through }),
    ...(tape.chance(2) && { carries: [tape.pick(['internal', 'credentials'] as const)] }),
    ...(tape.chance(2) && { authenticatedBy: tape.pick(['password', 'token'] as const) }),
  };
}
