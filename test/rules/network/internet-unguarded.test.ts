import { anyone, architecture, http } from '../../../src/index.js';
import rule from '../../../src/rules/network/internet-unguarded.js';
import { type EditTarget, type FindingEdit, testRule } from '../../../src/testing.js';

type Guard = 'none' | 'deny' | 'allow' | 'filtered';

function shop(guard: Guard, complete: boolean, visited = true) {
  const site = architecture('shop', complete ? { complete: ['firewalls'] } : {});
  const webs = site.servers(2, 'server', (server) => {
    const web = server.webServer('web', { listens: http() });
    if (guard !== 'none') {
      const wall = server.firewall('wall', { incoming: guard });
      if (guard === 'deny') wall.allows(anyone, web);
    }
    return web;
  });
  if (visited) site.user('visitor').visits(webs);
  return site;
}

/** Visitors come to the balancer; the servers and the database behind it are reached through it. */
function tiers(servers: number) {
  const site = architecture('shop', { complete: ['firewalls'] });
  const lb = site.server('edge').loadBalancer('balancer', { listens: http() });
  site.user('visitor').visits(lb);
  lb.balances(site.servers(servers, 'web', (server) => server.webServer('web', { listens: http() })));
  return site;
}

/** Zones that say that they are open, in a model that does not tell all firewalls. */
function openZones() {
  const site = architecture('shop');
  const [front, back, lab] = ['front', 'back', 'lab'].map((name) => site.zone(name, { open: true }));
  const web = front!.webServer('web', { listens: http() });
  site.user('visitor').visits(web);
  front!.zone('inner', { open: true }).appServer('app');
  back!.appServer('batch');
  lab!.appServer('trial');
  return site;
}

function openZone() {
  const site = architecture('shop');
  const zone = site.zone('outside', { open: true });
  site.firewall('wall', { incoming: 'deny' });
  zone.webServer('web', { publicAddress: true });
  return site;
}

/** One of two servers has a firewall, in a zone that is open or on a site that tells all firewalls. */
function half(where: 'zone' | 'site', taken: 'none' | 'one' = 'none') {
  const site = architecture('shop', where === 'site' ? { complete: ['firewalls'] } : {});
  const place = where === 'site' ? site : site.zone('zone', { open: true });
  const [first, second] = [place.server('first'), place.server('second')];
  first.firewall('wall', { incoming: 'filtered' });
  first.webServer('shop');
  second.webServer(taken === 'one' ? 'firewall' : 'web');
  return site;
}

/** The name is taken. */
function sameName() {
  const site = architecture('shop', { complete: ['firewalls'] });
  site.appServer('firewall');
  site.appServer('firewall 2');
  return site;
}

/** The zones as the remedy leaves them. */
function guardedZones() {
  const site = architecture('shop');
  const zone = site.zone('front');
  zone.firewall('firewall', { incoming: 'filtered' });
  const web = zone.webServer('web', { listens: http() });
  site.user('visitor').visits(web);
  zone.zone('inner').appServer('app');
  return site;
}

function guardedSite() {
  const site = tiers(2);
  site.firewall('firewall', { incoming: 'filtered' });
  return site;
}

function behindCdn() {
  const site = architecture('shop', { complete: ['firewalls'] });
  const edge = site.cdn('edge');
  site.user('visitor').visits(edge);
  const web = site.webServer('web', { publicAddress: false });
  edge.forwards(web);
  return site;
}

/** A pager can be called, and no packet filter could stand before it. */
function pager() {
  const site = architecture('shop', { complete: ['firewalls'] });
  const web = site.webServer('web');
  web.firewall('wall', { incoming: 'deny' }).allows(anyone, web);
  site.user('visitor').visits(web);
  const watch = site.monitoringService('watch');
  watch.firewall('wall', { incoming: 'deny' });
  watch.alerts(site.alertChannel('on-call'));
  return site;
}

/** Nobody is told to come, and there is an address to come to. */
function addressed(what: 'server' | 'service') {
  const site = architecture('shop', { complete: ['firewalls'] });
  const server = site.server('server', what === 'server' ? { publicAddress: '203.0.113.7' } : {});
  server.webServer('web', what === 'service' ? { publicAddress: true } : {});
  server.appServer('app');
  site.appServer('batch');
  return site;
}

/** A way out for what has no address of its own. */
function translated(nat: 'of a provider' | 'that listens' | 'on a machine') {
  const site = architecture('shop', { complete: ['firewalls'] });
  const place = nat === 'on a machine' ? site.server('router') : site;
  place.natGateway('nat', { publicAddress: true, ...(nat === 'that listens' && { listens: http() }) });
  return site;
}

const wall = (on: EditTarget, name = 'firewall'): FindingEdit => ({
  on,
  call: 'firewall',
  args: [name, { incoming: 'filtered' }],
});
const closed = (element: string) => ({ on: { element }, set: {}, unset: ['open'] });
const [front, inner, back, lab] = ['front', 'front/inner', 'back', 'lab'] as const;

testRule(rule, {
  valid: [
    { name: 'a firewall on every server', model: shop('deny', true) },
    { name: 'a firewall that lets all in is another rule’s', model: shop('allow', true) },
    { name: 'a firewall whose rules are not told', model: shop('filtered', true) },
    { name: 'a CDN in front, nothing public behind it', model: behindCdn() },
    { name: 'a provider’s NAT lets in answers alone', model: translated('of a provider') },
    { name: 'a way to a person', model: pager() },
    { name: 'the site’s own firewall', model: openZone() },
    { name: 'zones with the firewall that is proposed', model: guardedZones() },
    { name: 'a site with the firewall that is proposed', model: guardedSite() },
  ],
  invalid: [
    { name: 'a NAT that listens', model: translated('that listens'), findings: [{ at: 'nat' }] },
    { name: 'a NAT that is a machine', model: translated('on a machine'), findings: [{ at: 'router' }] },
    {
      name: 'no firewall anywhere: servers alike are one finding',
      model: shop('none', true),
      findings: [
        {
          at: ['server-1', 'server-2'],
          severity: 'critical',
          message: 'No firewall stands between the internet and server-1 and server-2.',
          evidence: ['user/visitor visits server-1/web'],
          fix: [wall({ model: true })],
        },
      ],
    },
    {
      name: 'one missing firewall is one finding: who is visited first, and how many others',
      model: tiers(2),
      findings: [
        {
          at: ['edge', 'web-1', 'web-2'],
          severity: 'critical',
          message: 'No firewall stands between the internet and edge, and 2 others lie open too.',
          evidence: ['user/visitor visits edge/balancer'],
        },
      ],
    },
    {
      name: 'one other',
      model: tiers(1),
      findings: [{ message: 'No firewall stands between the internet and edge, and 1 other lies open too.' }],
    },
    {
      name: 'each open zone wants a firewall of its own: those without visitors are one finding more',
      model: openZones(),
      findings: [
        {
          at: ['front/web', 'front/inner/app'],
          severity: 'critical',
          message: 'No firewall stands between the internet and web, and 1 other lies open too.',
          fix: [closed(front), closed(inner), wall({ element: front })],
        },
        {
          at: ['back/batch', 'lab/trial'],
          severity: 'high',
          message: 'No firewall stands between the internet and batch and trial.',
          fix: [closed(back), closed(lab), wall({ element: back }), wall({ element: lab })],
        },
      ],
    },
    {
      name: 'where others have theirs, it stands around what has none',
      model: half('site'),
      findings: [{ at: 'second', fix: [wall({ element: 'second' })] }],
    },
    {
      name: 'in an open zone too, which stays as it is',
      model: half('zone'),
      findings: [{ at: 'zone/second', fix: [wall({ element: 'zone/second' })] }],
    },
    {
      name: 'by a name that nothing beside it has',
      model: half('site', 'one'),
      findings: [{ at: 'second', fix: [wall({ element: 'second' }, 'firewall 2')] }],
    },
    {
      name: 'on the site as well',
      model: sameName(),
      findings: [{ fix: [wall({ model: true }, 'firewall 3')] }],
    },
    {
      name: 'a server with a public address',
      model: addressed('server'),
      findings: [{ at: ['server', 'batch'], severity: 'critical', message: /and server, and 1 other lies open too/ }],
    },
    {
      name: 'a public address of what runs on it',
      model: addressed('service'),
      findings: [{ at: ['server', 'batch'], severity: 'critical', message: /and server, and 1 other lies open too/ }],
    },
    {
      name: 'nobody is known to come, and the way is open',
      model: shop('none', true, false),
      findings: [{ at: ['server-1', 'server-2'], severity: 'high', fix: [wall({ model: true })] }],
    },
  ],
  cannotTell: [{ name: 'firewalls are untold', model: shop('none', false), missing: ['complete: firewalls'] }],
});
