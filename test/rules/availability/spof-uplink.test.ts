import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/spof-uplink.js';
import { testRule } from '../../../src/testing.js';

type Link = 'uplink' | 'two uplinks' | 'vpn' | 'nat' | 'rack' | 'two gateways';

/** Two of everything, reached through one thing or another. */
function shop(link: Link, environment?: 'staging', isVisited = true) {
  const site = architecture('shop', environment ? { environment } : {});
  const apps = [1, 2].map((number) => {
    const role = link === 'rack' ? 'rack' : 'uplink';
    const standsIn = link === 'two uplinks' ? site.failureDomain(`line ${number}`, { role }) : undefined;
    return site.server(`server ${number}`, standsIn ? { standsIn } : {}).appServer('app');
  });
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  const visitor = site.user('visitor');
  if (isVisited) visitor.visits(apps, throughOf(link));
  each(apps).reads(stores);
  return site;

  function throughOf(kind: Link) {
    if (kind === 'vpn') return { through: site.vpnGateway('vpn') };
    if (kind === 'nat') return { through: site.natGateway('nat') };
    if (kind === 'uplink' || kind === 'rack') return { through: site.failureDomain('line', { role: kind }) };
    if (kind === 'two uplinks') return {};
    const pair = [1, 2].map((number) => site.vpnGateway(`vpn ${number}`));
    return { through: site.cluster('vpn', pair, { mode: 'active-active' }) };
  }
}

/** A payment provider that is reached through one gateway for outgoing traffic. */
function outwards() {
  const site = architecture('shop');
  const nat = site.natGateway('nat');
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  site.user('visitor').visits(apps);
  each(apps).calls(site.externalService('payments'), { through: nat });
  each(apps).reads(stores);
  return site;
}

function blocked() {
  const site = architecture('shop');
  const vpn = site.vpnGateway('vpn');
  site.user('visitor').visits(site.appServer('app'), { through: vpn });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a line for each server', model: shop('two uplinks') },
    { name: 'two gateways', model: shop('two gateways') },
    { name: 'a rack is no uplink', model: shop('rack') },
    { name: 'not in production', model: shop('vpn', 'staging') },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'one line',
      model: shop('uplink'),
      findings: [
        {
          at: 'failureDomain/line',
          severity: 'medium',
          message: 'When line fails, visitor can no longer read from pictures on data-1 and data-2.',
        },
      ],
    },
    { name: 'one tunnel', model: shop('vpn'), findings: [{ at: 'vpn' }] },
    { name: 'one gateway', model: shop('nat'), findings: [{ at: 'nat' }] },
    { name: 'one gateway outwards', model: outwards(), findings: [{ at: 'nat' }] },
  ],
  cannotTell: [{ name: 'nobody comes for a store', model: blocked(), missing: ['journeys'] }],
});
