import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { FlowFacts } from '../../../src/graph/architecture.js';
import { breaking, chain, journeysWith, reasonWith, stateWith } from '../support/chain.js';
import { draft } from '../support/document.js';

describe('what a group listens with', () => {
  test('shows its certificate for members that tell no listener of their own', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('certificate', 'cert', { facts: { expires: '2026-01-31' } });
    d.element('loadBalancer', 'a');
    d.element('loadBalancer', 'b');
    d.element('database', 'db');
    d.element('cluster', 'edge', { listeners: [{ name: '', protocol: 'https', tls: { certificate: 'cert' } }] });
    d.clusters.push({ id: 'edge', memberKind: 'loadBalancer', members: ['a', 'b'] });
    d.flow('user', 'visits', 'edge', {}, '');
    for (const lb of ['a', 'b']) d.flow(lb, 'reads', 'db');
    d.journey('user', 'read', 'db');
    const faults = analyseFaults(d.graph());
    expect(faults.singlePointsOf(faults.journeys[0]!).map(({ id }) => id)).toContain('cert');
    expect(analyseFaults(d.graph(), { on: '2026-02-01' }).journeys[0]!.state).toBe('broken');
  });
});

describe('instances over two zones', () => {
  test('are worse off for reading and for writing when one zone is gone', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('availabilityZone', 'one');
    d.element('availabilityZone', 'two');
    d.element('appServer', 'app', { facts: { instances: 2, standsIn: ['one', 'two'] } });
    d.element('database', 'db');
    d.flow('user', 'visits', 'app');
    d.flow('app', 'reads', 'db');
    d.flow('app', 'writes', 'db');
    d.journey('user', 'read', 'db');
    d.journey('user', 'write', 'db');
    const { journeys } = analyseFaults(d.graph()).simulate(['one']);
    expect(journeys.map(({ state }) => state)).toEqual(['degraded', 'degraded']);
  });
});

describe('an element works while', () => {
  test('its host and the domains around it do, one within another', () => {
    const d = chain({ app: { in: 'server' } });
    d.element('region', 'region');
    d.element('availabilityZone', 'az', { in: 'region' });
    d.element('zone', 'zone', { facts: { standsIn: ['az'] } });
    d.element('server', 'server', { in: 'zone' });
    for (const place of ['server', 'zone', 'az', 'region']) expect(stateWith(d.graph(), 'app', place)).toBe('dead');
  });

  test('all the domains it stands in do: a zone and a power feed', () => {
    const d = chain({ app: { facts: { standsIn: ['az', 'power'] } } });
    d.element('availabilityZone', 'az');
    d.element('failureDomain', 'power', { facts: { domainRole: 'power' } });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'app', 'db', 'az', 'power']);
  });

  test('a share of the weights of its pool does', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    for (const id of ['big', 'small']) d.element('webServer', id);
    d.element('objectStore', 'files');
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['big', 'small'], { need: 0.6, weights: [3, 1] });
    for (const id of ['big', 'small']) d.flow(id, 'reads', 'files');
    expect(breaking(d.graph())).toEqual(['user', 'lb', 'big', 'files']);
  });

  test('its optional needs and its operations do not matter', () => {
    const d = chain();
    d.element('externalService', 'mail');
    d.element('monitoringService', 'monitoring');
    d.element('backupStore', 'backup');
    d.flow('app', 'calls', 'mail', { optional: true });
    d.flow('app', 'reports', 'monitoring');
    d.flow('monitoring', 'watches', 'db');
    d.flow('db', 'backsUp', 'backup');
    d.flow('user', 'administers', 'db');
    expect(breaking(d.graph())).toEqual(['user', 'web', 'app', 'db']);
    expect(journeysWith(d.graph(), 'mail')).toEqual({ 'user reads db': 'degraded', 'user writes db': 'degraded' });
    expect(journeysWith(d.graph(), 'backup')).toEqual({ 'user reads db': 'works', 'user writes db': 'works' });
  });

  test('what it leads through does, as its target', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('failureDomain', 'uplink', { facts: { domainRole: 'uplink' } });
    d.element('objectStore', 'files');
    d.flow('user', 'visits', 'files', { through: ['uplink'] });
    expect(breaking(d.graph())).toEqual(['user', 'uplink', 'files']);
  });

  test('its provider does, which is the domain of everything that names it', () => {
    const d = chain({ web: { facts: { provider: 'acme' } }, db: { facts: { provider: 'acme' } } });
    const faults = analyseFaults(d.graph());
    expect(stateWith(d.graph(), 'db', 'provider/acme')).toBe('dead');
    const points = faults.singlePoints.filter(({ also }) => also.some(({ id }) => id === 'provider/acme'));
    expect(points.map(({ root }) => root.id)).toEqual(['db', 'web']);
  });
});

describe('mutual needs', () => {
  const mutual = () => {
    const d = chain();
    d.flow('app', 'calls', 'helper');
    d.element('component', 'helper');
    d.flow('helper', 'calls', 'app');
    return d;
  };

  test('work from a running start, and fall together', () => {
    expect(journeysWith(mutual().graph())).toEqual({ 'user reads db': 'works', 'user writes db': 'works' });
    expect(stateWith(mutual().graph(), 'app', 'helper')).toBe('dead');
  });

  test('cannot start from cold, nor can what needs them', () => {
    expect(analyseFaults(mutual().graph()).coldStart.map(({ id }) => id)).toEqual(['user', 'web', 'app', 'helper']);
    expect(analyseFaults(chain().graph()).coldStart).toEqual([]);
  });
});

describe('places and guards', () => {
  test('a network zone fails only where it declares a figure', () => {
    const d = chain({ app: { in: 'plain' }, db: { in: 'measured' } });
    d.element('zone', 'plain');
    d.element('zone', 'measured', { facts: { availability: 0.9999 } });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'app', 'db', 'measured']);
  });

  test("a server's own firewall is part of the server", () => {
    const d = chain({ app: { in: 'server' } });
    d.element('server', 'server');
    d.element('firewall', 'firewall', { in: 'server', facts: { incoming: 'filtered' } });
    expect(breaking(d.graph())).not.toContain('firewall');
    expect(stateWith(d.graph(), 'app', 'firewall')).toBe('works');
  });

  const guarded = (facts = {}) => {
    const d = chain({ app: { in: 'zone' }, db: { in: 'zone' } });
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true, ...facts } });
    return d;
  };

  test('an appliance is on the way of what crosses the border, and of nothing inside', () => {
    const d = guarded();
    expect(breaking(d.graph())).toEqual(['user', 'web', 'app', 'db', 'box']);
    expect(stateWith(d.graph(), 'web', 'box')).toBe('dead');
    expect(stateWith(d.graph(), 'app', 'box')).toBe('works');
  });

  test('two appliances are both on the way', () => {
    const d = guarded();
    d.element('firewall', 'box-2', { in: 'zone', facts: { appliance: true } });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'app', 'db', 'box', 'box-2']);
  });

  test('two appliances are alternatives as a cluster', () => {
    const d = guarded();
    d.element('firewall', 'box-2', { in: 'zone', facts: { appliance: true } });
    d.cluster('pair', 'firewall', ['box', 'box-2'], { mode: 'active-active' });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'app', 'db']);
    expect(journeysWith(d.graph(), 'box', 'box-2')['user writes db']).toBe('broken');
  });

  test('instances of an appliance are such a cluster', () => {
    expect(breaking(guarded({ instances: 2 }).graph())).not.toContain('box');
  });

  test('an appliance that fails open is not in this analysis', () => {
    expect(breaking(guarded({ failMode: 'open' }).graph())).not.toContain('box');
  });

  test('a flow that a guard blocks breaks the journey as modelled, without single points', () => {
    const d = chain({ app: { in: 'zone' } });
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { incoming: 'deny' } });
    const faults = analyseFaults(d.graph());
    expect(faults.journeys.map(({ state, path }) => [state, path])).toEqual([
      ['broken', []],
      ['broken', []],
    ]);
    expect(faults.singlePoints).toEqual([]);
    expect(reasonWith(faults, 'web')).toBe("It forwards to 'app', which 'box' blocks.");
  });
});

describe('instances', () => {
  test.each([2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53])('%d of them are still more than one', (instances) => {
    const d = chain({ app: { facts: { instances } } });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'db']);
  });

  test('are members of which one must work', () => {
    const d = chain({ app: { facts: { instances: 3 } } });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'db']);
  });

  test('are spread over the domains named', () => {
    const d = chain({ app: { facts: { instances: 2, standsIn: ['a', 'b'] } } });
    for (const id of ['a', 'b']) d.element('availabilityZone', id);
    expect(breaking(d.graph())).toEqual(['user', 'web', 'db']);
    expect(stateWith(d.graph(), 'app', 'a')).toBe('degraded');
    expect(stateWith(d.graph(), 'app', 'a', 'b')).toBe('dead');
  });

  test('of a server are those of what stands on it', () => {
    const d = chain({ app: { in: 'server' } });
    for (const id of ['a', 'b']) d.element('availabilityZone', id);
    d.element('server', 'server', { facts: { instances: 2, standsIn: ['a', 'b'] } });
    expect(breaking(d.graph())).toEqual(['user', 'web', 'db']);
  });

  test('on one host are no redundancy', () => {
    const d = chain({ app: { in: 'server', facts: { instances: 3 } } });
    d.element('server', 'server');
    expect(breaking(d.graph())).toEqual(['user', 'web', 'db', 'server']);
  });

  test('of a coordinator agree by more than half', () => {
    const d = chain();
    d.element('coordinator', 'etcd', { facts: { instances: 3, standsIn: ['a', 'b', 'c'] } });
    for (const id of ['a', 'b', 'c']) d.element('availabilityZone', id);
    d.flow('app', 'calls', 'etcd');
    expect(stateWith(d.graph(), 'etcd', 'a')).not.toBe('dead');
    expect(stateWith(d.graph(), 'etcd', 'a', 'b')).toBe('dead');
  });
});

describe('names', () => {
  const named = (nameServers?: readonly string[]) => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns', { facts: { ...(nameServers && { nameServers }) } });
    d.element('record', 'www', { in: 'dns' });
    for (const id of ['web-1', 'web-2']) d.element('webServer', id);
    d.element('objectStore', 'files');
    d.flow('user', 'visits', 'www');
    d.pool('www', 'resolvesTo', ['web-1', 'web-2']);
    for (const id of ['web-1', 'web-2']) d.flow(id, 'reads', 'files');
    return d;
  };

  test('work while one name server does', () => {
    expect(breaking(named().graph())).toEqual(['user', 'dns', 'files']);
    expect(breaking(named(['ns1.example.com', 'ns2.example.com']).graph())).toEqual(['user', 'files']);
  });

  test('may be served by elements of the model', () => {
    const d = named(['ns1', 'ns2']);
    for (const id of ['ns1', 'ns2']) d.element('component', id);
    expect(breaking(d.graph())).toEqual(['user', 'files']);
    expect(stateWith(d.graph(), 'www', 'ns1', 'ns2')).toBe('dead');
  });

  test('answer with any of their targets', () => {
    expect(stateWith(named().graph(), 'www', 'web-1')).toBe('degraded');
    expect(stateWith(named().graph(), 'www', 'web-1', 'web-2')).toBe('dead');
  });

  test('lead to what the guards on the way of the asker let through', () => {
    const d = named(['ns1', 'ns2']);
    d.element('zone', 'zone');
    d.element('webServer', 'inside', { in: 'zone' });
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true } });
    d.element('record', 'shop', { in: 'dns' });
    d.flow('shop', 'resolvesTo', 'inside');
    d.flow('user', 'visits', 'shop');
    expect(stateWith(d.graph(), 'user', 'box')).toBe('dead');
    expect(stateWith(d.graph(), 'shop', 'box')).toBe('works');
  });

  test('lead to what other names lead to, on the way of the asker', () => {
    const d = named(['ns1', 'ns2']);
    d.element('zone', 'zone');
    d.element('webServer', 'inside', { in: 'zone' });
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true } });
    for (const id of ['shop', 'alias', 'again']) d.element('record', id, { in: 'dns' });
    d.flow('shop', 'resolvesTo', 'inside');
    d.flow('alias', 'resolvesTo', 'shop');
    d.flow('again', 'resolvesTo', 'again');
    d.flow('user', 'visits', 'alias');
    expect(stateWith(d.graph(), 'user')).toBe('works');
    expect(stateWith(d.graph(), 'user', 'box')).toBe('dead');
    expect(stateWith(d.graph(), 'alias', 'box')).toBe('works');
  });
});

describe('detection', () => {
  const pool = (healthCheck?: boolean) => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    for (const id of ['web-1', 'web-2']) d.element('webServer', id);
    d.element('objectStore', 'files');
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['web-1', 'web-2'], { facts: healthCheck === undefined ? {} : { healthCheck } });
    for (const id of ['web-1', 'web-2']) d.flow(id, 'reads', 'files');
    return d.graph();
  };

  test('without a health check every member is needed', () => {
    expect(breaking(pool(false))).toEqual(['user', 'lb', 'web-1', 'web-2', 'files']);
  });

  test('a check that is not told of is taken to be there, and listed', () => {
    expect(breaking(pool())).toEqual(['user', 'lb', 'files']);
    expect(analyseFaults(pool()).assumptions.join('\n')).toMatch(/'lb': .*health check/);
    expect(analyseFaults(pool(true)).assumptions.join('\n')).not.toMatch(/health check/);
  });
});

describe('detection of the members of a group', () => {
  const behind = (target: 'group' | 'instances', facts: FlowFacts) => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    if (target === 'instances') d.element('appServer', 'app', { facts: { instances: 3 } });
    else {
      for (const id of ['one', 'two']) d.element('appServer', id);
      d.cluster('app', 'appServer', ['one', 'two']);
    }
    d.element('database', 'db');
    d.flow('user', 'visits', 'lb');
    d.flow('lb', 'balances', 'app', facts);
    d.flow('app', 'writes', 'db');
    return d.graph();
  };

  test('without a health check every member is needed', () => {
    expect(breaking(behind('group', { healthCheck: false }))).toEqual(['user', 'lb', 'one', 'two', 'db']);
  });

  test('a check that is not told of is listed', () => {
    expect(breaking(behind('group', {}))).toEqual(['user', 'lb', 'db']);
    expect(analyseFaults(behind('group', {})).assumptions.join('\n')).toMatch(/'app': .*health check/);
    expect(analyseFaults(behind('group', { healthCheck: true })).assumptions.join('\n')).not.toMatch(/health check/);
    expect(analyseFaults(behind('group', { healthCheck: false })).assumptions.join('\n')).not.toMatch(/health check/);
  });

  test('instances are kept by a controller, which notices by itself', () => {
    expect(breaking(behind('instances', { healthCheck: false }))).toEqual(['user', 'lb', 'db']);
    expect(analyseFaults(behind('instances', {})).assumptions.join('\n')).not.toMatch(/health check/);
  });

  test('of pools of calls as well, and not where every target is needed', () => {
    const calling = (need: number) => {
      const d = chain();
      for (const id of ['one', 'two']) d.element('component', id);
      d.pool('app', 'calls', ['one', 'two'], { need });
      return analyseFaults(d.graph()).assumptions.join('\n');
    };
    expect(calling(1)).toMatch(/'app': .*health check/);
    expect(calling(2)).not.toMatch(/health check/);
  });
});

describe('certificates', () => {
  const secured = () => {
    const d = chain({
      web: { listeners: [{ name: '', protocol: 'https', tls: { certificate: 'certificate' } }] },
    });
    d.element('certificate', 'certificate', { facts: { expires: '2026-11-20' } });
    return d.graph();
  };

  test('are single points, only listed', () => {
    const point = analyseFaults(secured()).singlePoints.find(({ root }) => root.id === 'certificate');
    expect(point?.onlyListed).toBe(true);
  });

  test('fail by date only when a date is asked for', () => {
    expect(analyseFaults(secured()).journeys.map(({ state }) => state)).toEqual(['works', 'works']);
    expect(analyseFaults(secured(), { on: '2026-11-20' }).journeys.map(({ state }) => state)).toEqual([
      'works',
      'works',
    ]);
    const after = analyseFaults(secured(), { on: '2026-11-21' });
    expect(after.journeys.map(({ state }) => state)).toEqual(['broken', 'broken']);
    expect(reasonWith(after, 'user')).toBe("It visits 'web', whose certificate 'certificate' has run out.");
  });

  test('of one member of a group take down the way to that member alone', () => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['1', '2']) {
      d.element('certificate', `certificate-${id}`);
      const tls = { certificate: `certificate-${id}` };
      d.element('webServer', `web-${id}`, { listeners: [{ name: '', protocol: 'https', tls }] });
    }
    d.element('objectStore', 'files');
    d.cluster('web', 'webServer', ['web-1', 'web-2'], { mode: 'active-active' });
    d.flow('user', 'visits', 'web');
    d.flow('web', 'reads', 'files');
    expect(breaking(d.graph())).toEqual(['user', 'files']);
    expect(journeysWith(d.graph(), 'certificate-1', 'certificate-2')).toEqual({ 'user reads files': 'broken' });
  });
});
