import { anyone, architecture, http } from '../../../src/index.js';
import rule from '../../../src/rules/network/internet-unguarded.js';
import { testRule } from '../../../src/testing.js';

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

function openZone() {
  const site = architecture('shop');
  const zone = site.zone('outside', { open: true });
  site.firewall('wall', { incoming: 'deny' });
  zone.webServer('web', { publicAddress: true });
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

testRule(rule, {
  valid: [
    { name: 'a firewall on every server', model: shop('deny', true) },
    { name: 'a firewall that lets all in is another rule’s', model: shop('allow', true) },
    { name: 'a firewall whose rules are not told', model: shop('filtered', true) },
    { name: 'a CDN in front, nothing public behind it', model: behindCdn() },
    { name: 'the site’s own firewall', model: openZone() },
  ],
  invalid: [
    {
      name: 'no firewall anywhere: servers alike are one finding',
      model: shop('none', true),
      findings: [
        {
          at: ['server-1', 'server-2'],
          severity: 'critical',
          message: 'No firewall stands between the internet and server-1 and server-2.',
          evidence: ['user/visitor visits server-1/web'],
        },
      ],
    },
    {
      name: 'nobody is known to come, and the way is open',
      model: shop('none', true, false),
      findings: [{ at: ['server-1', 'server-2'], severity: 'high' }],
    },
  ],
  cannotTell: [{ name: 'firewalls are untold', model: shop('none', false), missing: ['complete: firewalls'] }],
});
