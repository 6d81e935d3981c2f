import { type Anyone, anyone, architecture, type Cidr, http, mysql, type Ports } from '../../../src/index.js';
import rule from '../../../src/rules/network/firewall-any-any.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

interface Wanted {
  readonly from?: Anyone | Cidr;
  readonly ports?: Ports;
  readonly incoming?: 'deny' | 'allow';
  readonly servers?: number;
  /** Of a firewall around it. */
  readonly outer?: 'deny' | 'filtered';
}

/** A firewall on each server, with one rule for all of the server. */
function guarded({ from = anyone, ports, incoming = 'deny', servers = 1, outer }: Wanted = {}) {
  const site = architecture('shop');
  const zone = site.zone('zone');
  if (outer) zone.firewall('outer', { incoming: outer });
  const place = outer ? zone : site;
  place.servers(servers, 'server', (server) => {
    server.webServer('web', { listens: http() });
    server.database('orders', { listens: mysql() });
    server.firewall('wall', { incoming }).allows(from, server, ports === undefined ? {} : { ports });
  });
  return site;
}

function element(listens: boolean) {
  const site = architecture('shop');
  const web = site.webServer('web', listens ? { listens: http() } : {});
  web.firewall('wall', { incoming: 'deny' }).allows(anyone, web);
  return site;
}

/** The rule names one of what runs on the server. */
function namesDatabase() {
  const site = architecture('shop');
  const server = site.server('server');
  const database = server.database('orders', { listens: mysql() });
  server.firewall('wall', { incoming: 'deny' }).allows(anyone, database, { ports: 'any' });
  return site;
}

/** The second firewall of a tier has another rule before. */
function numberedApart() {
  const site = architecture('shop');
  let isFirst = true;
  site.servers(2, 'server', (server) => {
    const wall = server.firewall('wall', { incoming: 'deny' });
    if (!isFirst) wall.denies('203.0.113.0/24', server);
    wall.allows(anyone, server);
    isFirst = false;
  });
  return site;
}

function several() {
  const site = architecture('shop');
  const server = site.server('server');
  const wall = server.firewall('wall', { incoming: 'deny' });
  wall.denies('203.0.113.0/24', server);
  wall.allows('0.0.0.0/0', server);
  wall.allows('::/0', server);
  wall.denies(anyone, server);
  return site;
}

/** A rule that never matches is another rule's. */
function dead() {
  const site = architecture('shop');
  const server = site.server('server');
  const wall = server.firewall('wall', { incoming: 'deny' });
  wall.denies(anyone, server);
  wall.allows(anyone, server);
  return site;
}

function fromTheInternet() {
  const site = architecture('shop');
  const outside = site.zone('outside', { trust: 'internet' });
  site.firewall('wall', { incoming: 'deny' }).allows(outside, anyone);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no firewall', model: architecture('shop') },
    { name: 'for what a web server listens to', model: element(true) },
    { name: 'from a block', model: guarded({ from: '10.0.0.0/8' }) },
    { name: 'one port', model: guarded({ ports: 443 }) },
    { name: 'all ports but the first', model: guarded({ ports: '2-65535' }) },
    { name: 'all ports but the last', model: guarded({ ports: '1-65534' }) },
    { name: 'a default that lets all in is another rule’s', model: guarded({ incoming: 'allow' }) },
    { name: 'a rule that never matches', model: dead() },
  ],
  invalid: [
    {
      name: 'everything on a server, with what it opens',
      model: guarded(),
      findings: [
        {
          at: 'server-1/wall',
          severity: 'critical',
          message: 'Rule 1 of wall lets anyone in to every port.',
          evidence: ['server-1', 'server-1/orders'],
        },
      ],
    },
    { name: 'every port, by number', model: guarded({ ports: '1-65535' }), findings: [{ at: 'server-1/wall' }] },
    {
      name: 'every port of one thing that it guards',
      model: namesDatabase(),
      findings: [{ severity: 'critical', evidence: ['server', 'server/orders'] }],
    },
    { name: 'any protocol', model: guarded({ ports: 'any' }), findings: [{ at: 'server-1/wall' }] },
    {
      name: 'every address of one family and of the other',
      model: several(),
      findings: [{ message: 'Rule 2 and rule 3 of wall let anyone in to every port.' }],
    },
    { name: 'from the internet to anyone', model: fromTheInternet(), findings: [{ at: 'wall', severity: 'critical' }] },
    {
      name: 'firewalls alike are one finding',
      model: guarded({ servers: 2 }),
      findings: [{ at: ['server-1/wall', 'server-2/wall'], message: /^Rule 1 of wall on server-1 and server-2 lets/ }],
    },
    {
      name: 'alike, and the rules are numbered otherwise',
      model: numberedApart(),
      findings: [
        { at: 'server-1/wall', message: /^Rule 1 of/ },
        { at: 'server-2/wall', message: /^Rule 2 of/ },
      ],
    },
    {
      name: 'behind a firewall that keeps the internet out',
      model: guarded({ outer: 'deny' }),
      findings: [{ severity: 'medium' }],
    },
    {
      name: 'behind a firewall that does not tell its rules',
      model: guarded({ outer: 'filtered' }),
      findings: [{ severity: 'high' }],
    },
  ],
  cannotTell: [{ name: 'what it listens to is not told', model: element(false), missing: ['listens'] }],
});

test('passes a firewall that lets no one in to everything, not one that has no rules', () => {
  expect(passesOf(rule, guarded({ from: '10.0.0.0/8', ports: 443 }))).toBe(1);
  expect(passesOf(rule, guarded({ ports: 'any' }))).toBe(0);
  const site = architecture('shop');
  site.server('server').firewall('wall', { incoming: 'deny' });
  expect(passesOf(rule, site)).toBe(0);
});
