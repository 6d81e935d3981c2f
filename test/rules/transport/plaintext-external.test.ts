import { architecture, type Cidr, type Http, http, https } from '../../../src/index.js';
import rule from '../../../src/rules/transport/plaintext-external.js';
import { testRule } from '../../../src/testing.js';

function visited(listens?: Http, named = false) {
  const site = architecture('shop');
  const lb = site.loadBalancer('balancer', listens ? { listens } : {});
  const visitor = site.user('visitor');
  const clerk = site.user('clerk');
  const target = named ? site.dns('example.org').record('A', 'www', lb) : lb;
  visitor.visits(target);
  clerk.visits(target);
  return site;
}

const certificate = (site: ReturnType<typeof architecture>) => site.certificate('shop');

function encrypted() {
  const site = architecture('shop');
  const lb = site.loadBalancer('balancer', {
    listens: { plain: http({ redirects: true }), secure: https(certificate(site)) },
  });
  site.user('visitor').visits(lb.at.secure);
  site.user('forgetful visitor').visits(lb.at.plain);
  return site;
}

function calls(listens?: Http) {
  const site = architecture('shop');
  site.appServer('app').calls(site.externalService('payments', listens ? { listens } : {}));
  return site;
}

function twoServers() {
  const site = architecture('shop');
  const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', webs));
  return site;
}

function inside() {
  const site = architecture('shop');
  site.loadBalancer('balancer').balances(site.webServer('web', { listens: http() }));
  return site;
}

/** Both listeners, and a visitor who takes the wrong one. */
function both(balanced: boolean, servers = 1) {
  const site = architecture('shop');
  const listens = { plain: http(), secure: https(certificate(site)) };
  const webs = site.servers(servers, 'server', (server) => server.webServer('web', { listens }));
  const visitor = site.user('visitor');
  for (const web of webs) visitor.visits(web.at.plain);
  site.appServer('app').calls(webs[0]!.at.secure);
  if (balanced) site.loadBalancer('balancer').balances(webs.map((web) => web.at.plain));
  return site;
}

function onlyPlain() {
  const site = architecture('shop');
  const listens = { plain: http({ port: 80 }), other: http({ port: 8080 }), secure: https(certificate(site)) };
  site.user('visitor').visits(site.webServer('web', { listens }).at.plain);
  return site;
}

/** A wiki of the house, with a firewall that lets in only the blocks named. */
function wiki(...blocks: readonly Cidr[]) {
  const site = architecture('house');
  const server = site.zone('office', { trust: 'private' }).server('server');
  const page = server.webServer('wiki', { listens: http() });
  const wall = server.firewall('wall', { incoming: 'deny' });
  for (const block of blocks) wall.allows(block, page);
  site.user('staff').visits(page);
  return site;
}

const redirect = (element: string) => ({ on: { element }, listener: 'plain', set: { redirects: true } });

testRule(rule, {
  valid: [
    { name: 'https, and a listener that only redirects', model: encrypted() },
    { name: 'plaintext that stays inside', model: inside() },
    { name: 'a house whose firewall lets in private addresses alone', model: wiki('10.0.0.0/8') },
    { name: 'of both families', model: wiki('192.168.0.0/16', 'fd00::/8') },
  ],
  invalid: [
    {
      name: 'two people, one listener, one finding',
      model: visited(http()),
      findings: [
        {
          at: 'balancer',
          severity: 'critical',
          message: 'Requests of visitor and clerk to balancer cross the internet in plaintext.',
          evidence: ['user/visitor visits balancer', 'user/clerk visits balancer'],
          fix: [],
        },
      ],
    },
    {
      name: 'by a name',
      model: visited(http(), true),
      findings: [{ at: 'balancer', evidence: ['dns/example.org/A www'] }],
    },
    {
      name: 'a house that lets in addresses of the internet too',
      model: wiki('10.0.0.0/8', '198.51.100.0/24'),
      findings: [{ at: 'office/server/wiki' }],
    },
    { name: 'a house that lets in everybody', model: wiki('0.0.0.0/0'), findings: [{}] },
    { name: 'two servers alike', model: twoServers(), findings: [{ at: ['server-1/web', 'server-2/web'] }] },
    {
      name: 'a listener beside one of https can redirect to it',
      model: both(false, 2),
      findings: [{ fix: [redirect('server-1/web'), redirect('server-2/web')] }],
    },
    {
      name: 'unless somebody inside uses it',
      model: both(true),
      findings: [{ at: 'server-1/web', fix: [] }],
    },
    { name: 'or it is not clear which', model: onlyPlain(), findings: [{ fix: [] }] },
    {
      name: 'a call to somebody outside',
      model: calls(http()),
      findings: [{ at: 'app', message: 'Requests of app to payments cross the internet in plaintext.', fix: [] }],
    },
  ],
  cannotTell: [
    { name: 'a listener untold', model: visited(), missing: ['listens'] },
    { name: 'what the service outside listens to untold', model: calls(), missing: ['listens'] },
  ],
});
