import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, http, type PacketPolicy } from '../../../src/index.js';
import rule from '../../../src/rules/network/egress-unrestricted.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Wanted {
  /** Of the firewall of each server. */
  readonly inner?: PacketPolicy;
  /** Of the zone's. */
  readonly outer?: PacketPolicy;
  readonly servers?: number;
  readonly complete?: boolean;
  readonly environment?: 'development';
  readonly rule?:
    | 'every port'
    | 'one port'
    | 'range'
    | 'sixth version'
    | 'partner'
    | 'all but the first'
    | 'all but the last'
    | 'inwards';
}

function guarded({ inner, outer, servers = 1, complete, environment, rule: out }: Wanted) {
  const site = architecture('shop', {
    ...(complete && { complete: ['firewalls'] as const }),
    ...(environment === 'development' && { environment }),
  });
  const zone = site.zone('zone');
  if (outer) zone.firewall('outer', { incoming: 'deny', outgoing: outer });
  zone.servers(servers, 'server', (server) => {
    server.webServer('web', { listens: http() });
    const wall = server.firewall('wall', { incoming: 'deny', ...(inner && { outgoing: inner }) });
    if (out === 'every port') wall.allows(server, anyone);
    if (out === 'range') wall.allows(server, '0.0.0.0/0', { ports: '1-65535' });
    if (out === 'sixth version') wall.allows(server, '::/0', { ports: '1-65535' });
    if (out === 'one port') wall.allows(server, anyone, { ports: 443 });
    if (out === 'all but the first') wall.allows(server, anyone, { ports: '2-65535' });
    if (out === 'all but the last') wall.allows(server, anyone, { ports: '1-65534' });
    if (out === 'inwards') wall.allows(anyone, anyone);
    if (out === 'partner') wall.allows(server, '203.0.113.0/24');
  });
  return site;
}

/** Of three behind one firewall a rule names the first alone, by itself or by a group of it. */
function oneOfThree(by: 'name' | 'group' | 'server') {
  const site = architecture('shop', { complete: ['firewalls'] });
  const zone = site.zone('zone');
  const servers = ['first', 'second', 'third'].map((name) => zone.server(name));
  const [first] = servers.map((server, index) => server.appServer(`app ${index + 1}`));
  const wall = zone.firewall('wall', { incoming: 'deny', outgoing: 'deny' });
  if (by === 'name') wall.allows(first!, anyone);
  if (by === 'server') wall.allows(servers[0]!, anyone);
  if (by === 'group') wall.allows(site.cluster('group', [first!]), anyone);
  return site;
}

function gateway() {
  const site = architecture('shop');
  site.natGateway('gateway').firewall('wall', { incoming: 'deny', outgoing: 'allow' });
  return site;
}

/** Whether a web server behind the firewall calls somebody, in a model that tells all flows or not. */
function calling(calls: boolean, complete = true) {
  const site = architecture('shop', complete ? { complete: ['flows'] } : {});
  const app = site.appServer('app');
  app.firewall('wall', { incoming: 'deny', outgoing: 'allow' }).allows(anyone, app, { ports: 443 });
  site.user('visitor').visits(app);
  if (calls) app.calls(site.externalService('bank'));
  return site;
}

/** Nothing is told to go out, and rules say that everything may. */
function byRule() {
  const site = architecture('shop', { complete: ['flows'] });
  const app = site.appServer('app');
  app.firewall('wall', { incoming: 'deny', outgoing: 'deny' }).allows(app, anyone);
  return site;
}

/** What is behind the firewall of the whole site calls somebody outside. */
function callingFromSite() {
  const site = architecture('shop', { complete: ['flows'] });
  const app = site.appServer('app');
  site.firewall('wall', { incoming: 'deny', outgoing: 'allow' }).allows(anyone, app, { ports: 443 });
  site.user('visitor').visits(app);
  app.calls(site.externalService('bank'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no firewall', model: architecture('shop') },
    { name: 'denied', model: guarded({ inner: 'deny' }) },
    { name: 'filtered', model: guarded({ inner: 'filtered' }) },
    { name: 'the firewall around is narrower', model: guarded({ inner: 'allow', outer: 'deny' }) },
    { name: 'the firewall inside is narrower', model: guarded({ inner: 'filtered', outer: 'allow' }) },
    { name: 'not told', model: guarded({}) },
    { name: 'not told of one of two', model: guarded({ outer: 'allow' }) },
    { name: 'not in production', model: guarded({ inner: 'allow', environment: 'development' }) },
    { name: 'one port to anyone', model: guarded({ inner: 'deny', rule: 'one port' }) },
    { name: 'every port of a partner', model: guarded({ inner: 'deny', rule: 'partner' }) },
    { name: 'all ports but the first', model: guarded({ inner: 'deny', rule: 'all but the first' }) },
    { name: 'all ports but the last', model: guarded({ inner: 'deny', rule: 'all but the last' }) },
    { name: 'from anyone: that is another rule’s', model: guarded({ inner: 'deny', rule: 'inwards' }) },
    { name: 'a gateway that is there for it', model: gateway() },
  ],
  invalid: [
    {
      name: 'allowed by default',
      model: guarded({ inner: 'allow' }),
      findings: [
        {
          at: 'zone/server-1/wall',
          severity: 'low',
          message: 'wall lets web connect to anywhere.',
          evidence: ['zone/server-1/web'],
        },
      ],
    },
    {
      name: 'by a rule',
      model: guarded({ inner: 'deny', rule: 'every port' }),
      findings: [{ at: 'zone/server-1/wall' }],
    },
    { name: 'by a rule, by numbers', model: guarded({ inner: 'deny', rule: 'range' }), findings: [{}] },
    {
      name: 'by a rule, to all addresses of the sixth version',
      model: guarded({ inner: 'deny', rule: 'sixth version' }),
      findings: [{}],
    },
    ...(['name', 'group', 'server'] as const).map((by) => ({
      name: `a rule lets out what it names, and nothing beside: by ${by}`,
      model: oneOfThree(by),
      findings: [{ at: 'zone/wall', message: 'wall lets app 1 connect to anywhere.' }],
    })),
    {
      name: 'the outermost of two, once',
      model: guarded({ inner: 'allow', outer: 'allow', servers: 2 }),
      findings: [{ at: 'zone/outer', message: 'outer lets web on server-1 and server-2 connect to anywhere.' }],
    },
    {
      name: 'firewalls alike are one finding',
      model: guarded({ inner: 'allow', servers: 2 }),
      findings: [
        {
          at: ['zone/server-1/wall', 'zone/server-2/wall'],
          message: 'wall on server-1 and server-2 let web on server-1 and server-2 connect to anywhere.',
        },
      ],
    },
  ],
  cannotTell: [
    {
      name: 'a model that tells its firewalls, and not what goes out',
      model: guarded({ complete: true }),
      missing: ['outgoing'],
    },
  ],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('proposes to deny where nothing is told to go out', () => {
  expect(fixOf(calling(false))).toEqual([{ on: { element: 'app/wall' }, set: { outgoing: 'deny' } }]);
  expect(fixOf(calling(true))).toBeUndefined();
  expect(fixOf(calling(false, false))).toBeUndefined();
});

test('of the firewall of the whole site as well', () => {
  expect(fixOf(callingFromSite())).toBeUndefined();
});

test('proposes nothing where a rule says so', () => {
  expect(fixOf(byRule())).toBeUndefined();
});
