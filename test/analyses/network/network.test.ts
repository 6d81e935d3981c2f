import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { ArchitectureFacts, ElementFacts, FirewallRule } from '../../../src/graph/architecture.js';
import { draft } from '../support/document.js';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const allow = (from: FirewallRule['from'][number], to: FirewallRule['to'][number]): FirewallRule => ({
  action: 'allow',
  from: [from],
  to: [to],
});

/** user → lb in a zone → web in a zone of its own; guards as a test says. */
function twoZones(
  guards: { dmz?: ElementFacts; web?: ElementFacts; rules?: readonly FirewallRule[]; zone?: ElementFacts } = {},
) {
  const d = draft();
  d.element('user', 'user');
  d.element('zone', 'dmz', { ...(guards.zone && { facts: guards.zone }) });
  d.element('zone', 'private');
  d.element('loadBalancer', 'lb', {
    in: 'dmz',
    listeners: [
      { name: '', protocol: 'https', tls: {} },
      { name: 'admin', protocol: 'ssh' },
    ],
  });
  d.element('webServer', 'web', { in: 'private', listeners: [{ name: '', protocol: 'http' }] });
  if (guards.dmz) d.element('firewall', 'outer', { in: 'dmz', facts: guards.dmz, rules: guards.rules ?? [] });
  if (guards.web) d.element('firewall', 'inner', { in: 'private', facts: guards.web });
  const visit = d.flow('user', 'visits', 'lb', {}, '');
  const forward = d.flow('lb', 'balances', 'web');
  return { d, visit, forward, network: (facts?: ArchitectureFacts) => analyseNetwork(d.graph(facts)) };
}

describe('guards on the way', () => {
  test('are met leaving inside out, then entering outside in', () => {
    const d = draft();
    for (const [zone, parent] of [
      ['a', undefined],
      ['b', undefined],
      ['b-in', 'b'],
    ] as const) {
      d.element('zone', zone, parent === undefined ? {} : { in: parent });
      d.element('firewall', `${zone} guard`, { in: zone });
    }
    d.element('server', 'server', { in: 'a' });
    d.element('firewall', 'server guard', { in: 'server' });
    d.element('firewall', 'site guard');
    d.element('appServer', 'app', { in: 'server' });
    d.element('appServer', 'beside', { in: 'server' });
    d.element('database', 'db', { in: 'b-in' });
    d.element('externalService', 'mail');
    const across = d.flow('app', 'writes', 'db');
    const out = d.flow('app', 'calls', 'mail');
    const loop = d.flow('app', 'calls', 'beside');
    const network = analyseNetwork(d.graph());
    expect(ids(network.guardsOn(across))).toEqual(['server guard', 'a guard', 'b guard', 'b-in guard']);
    expect(ids(network.guardsOn(out))).toEqual(['server guard', 'a guard', 'site guard']);
    expect(network.guardsOn(loop)).toEqual([]);
    expect(network.passage(loop)).toBe('open');
  });
});

describe('a passage', () => {
  test('is unknown where a zone has no guard, unless the zone or the model says so', () => {
    const { visit, network } = twoZones();
    expect(network().passage(visit)).toBe('unknown');
    const open = twoZones({ zone: { open: true } });
    expect(open.network().passage(open.visit)).toBe('open');
    const complete = twoZones();
    expect(complete.network({ complete: ['firewalls'] }).passage(complete.visit)).toBe('open');
  });

  test('is unknown behind rules that are not told, and blocked where one guard blocks', () => {
    const filtered = twoZones({ dmz: { incoming: 'filtered' }, web: { incoming: 'deny' } });
    const network = filtered.network();
    expect(network.passage(filtered.visit)).toBe('unknown');
    expect(network.passageReason(filtered.forward)).toMatchObject({ passage: 'blocked', guard: { id: 'inner' } });
  });

  test('is decided by the first rule that matches, its port taken from the listener', () => {
    const rules = [allow({ anyone: true }, { element: 'lb', listener: '' })];
    const { visit, network, d } = twoZones({ dmz: { incoming: 'deny' }, rules });
    const admin = d.flow('user', 'administers', 'lb', {}, 'admin');
    const known = network();
    expect(known.passage(visit)).toBe('open');
    expect(known.passageReason(admin)).toMatchObject({ passage: 'blocked', guard: { id: 'outer' } });
  });

  test('through a guard without memory needs a way back', () => {
    const rules = [allow({ anyone: true }, { element: 'lb' })];
    const { visit, network } = twoZones({ dmz: { incoming: 'deny', outgoing: 'deny', stateful: false }, rules });
    expect(network().passageReason(visit)).toMatchObject({ passage: 'blocked', onReturn: true });
    const replies: FirewallRule = {
      action: 'allow',
      from: [{ element: 'lb' }],
      to: [{ anyone: true }],
      ports: [{ protocol: 'tcp', from: 1_024, to: 65_535 }],
    };
    const both = twoZones({ dmz: { incoming: 'deny', outgoing: 'deny', stateful: false }, rules: [...rules, replies] });
    expect(both.network().passage(both.visit)).toBe('open');
  });

  test('what leaves is undeclared without rules for it, and does not block', () => {
    const { forward, network } = twoZones({ dmz: { incoming: 'deny' }, web: { incoming: 'allow' } });
    expect(network().passage(forward)).toBe('unknown');
    const told = twoZones({ dmz: { incoming: 'deny', outgoing: 'allow' }, web: { incoming: 'allow' } });
    expect(told.network().passage(told.forward)).toBe('open');
  });

  test('leads through the elements named', () => {
    const d = draft();
    d.element('user', 'admin');
    d.element('zone', 'zone');
    d.element('bastion', 'bastion', { in: 'zone', listeners: [{ name: '', protocol: 'ssh' }] });
    d.element('database', 'db', { in: 'zone' });
    d.element('firewall', 'guard', {
      in: 'zone',
      facts: { incoming: 'deny' },
      rules: [allow({ anyone: true }, { element: 'bastion' })],
    });
    const direct = d.flow('admin', 'administers', 'db');
    const through = d.flow('admin', 'administers', 'db', { through: ['bastion'] });
    const network = analyseNetwork(d.graph());
    expect([direct, through].map(network.passage)).toEqual(['blocked', 'open']);
    expect(ids(network.entryPoints.map(({ element }) => element))).toEqual(['bastion', 'db']);
  });
});

describe('exposure', () => {
  const exposed = (rules: readonly FirewallRule[], facts: ElementFacts = { incoming: 'deny' }) => {
    const { d, network } = twoZones({ dmz: facts, rules });
    const lb = d.elements.find(({ id }) => id === 'lb')!;
    return network().exposureOf(lb);
  };

  test('is by listener', () => {
    const exposure = exposed([allow({ anyone: true }, { element: 'lb', listener: 'admin' })]);
    expect(exposure).toMatchObject({ passage: 'open', openListeners: ['admin'] });
    expect(ids(exposure.guards)).toEqual(['outer']);
    expect(exposure.entries.map(({ from }) => from)).toEqual(['user']);
  });

  test('of IPv4 alone is exposure, that of a few blocks is not, and they are named', () => {
    expect(exposed([allow({ cidr: '0.0.0.0/0' }, { element: 'lb' })]).passage).toBe('open');
    expect(exposed([allow({ cidr: '203.0.113.0/24' }, { element: 'lb' })])).toMatchObject({
      passage: 'blocked',
      limitedTo: ['203.0.113.0/24'],
    });
  });

  test('to those that a rule names by element is none to others', () => {
    expect(exposed([allow({ element: 'user' }, { element: 'lb' })]).passage).toBe('blocked');
  });

  test('is unknown where nothing on the way is told', () => {
    const d = draft();
    d.element('webServer', 'web');
    const model = d.graph();
    expect(analyseNetwork(model).exposureOf(model.byId.get('web')!).passage).toBe('unknown');
    const told = draft();
    told.element('webServer', 'web');
    const complete = told.graph({ complete: ['firewalls'] });
    expect(analyseNetwork(complete).exposureOf(complete.byId.get('web')!).passage).toBe('open');
  });

  test('is none for an address that is not public', () => {
    const d = draft();
    d.element('database', 'db', { facts: { publicAddress: false } });
    const model = d.graph({ complete: ['firewalls'] });
    expect(analyseNetwork(model).exposureOf(model.byId.get('db')!).passage).toBe('blocked');
  });
});

describe('the analyses', () => {
  test('are each worked out once', () => {
    const analyses = analysesOf(twoZones().d.graph());
    expect(analyses.network).toBe(analyses.network);
    expect(analyses.faults).toBe(analyses.faults);
    expect(analyses.transport).toBe(analyses.transport);
  });
});
