import { architecture, each, http, https, mysql } from 'stanchion';
import { audit } from '../../src/audit/audit.js';
import { rules } from '../../src/rules/index.js';
import { build } from '../support/build.js';

interface Repairs {
  readonly encryptsInside?: boolean;
  readonly promotesByItself?: boolean;
  readonly separatesRoles?: boolean;
  readonly doublesTheBalancer?: boolean;
}

/** The secured and monitored infrastructure, with or without each of four repairs. */
function shop({ encryptsInside, promotesByItself, separatesRoles, doublesTheBalancer }: Repairs = {}) {
  const site = architecture('shop', { complete: ['firewalls', 'monitoring'] });
  const certificate = site.certificate('shop');

  const balancers = site.servers(doublesTheBalancer ? 2 : 1, 'front', (server) =>
    server.loadBalancer('lb', { listens: https(certificate) }),
  );
  const [first] = balancers;
  const entrance = doublesTheBalancer
    ? site.cluster('entrance', balancers, {
        mode: 'active-passive',
        address: '203.0.113.10',
        failover: { by: site.coordinator('witness', { instances: 3 }), within: '5 s' },
        fencing: true,
      })
    : first;

  const webListens = () => (encryptsInside ? https(site.certificate(`web-${Math.max(serial++, 0)}`)) : http());
  let serial = 0;
  const webs = site.servers(2, 'web', (server) => ({
    server,
    web: server.webServer('nginx', { listens: webListens() }),
  }));
  const apps = separatesRoles
    ? site.servers(2, 'app', (server) => server.appServer('app'))
    : webs.map(({ server }) => server.appServer('app'));
  const databases = separatesRoles
    ? site.servers(2, 'db', (server) => server.database('mysql', { engine: 'mysql', listens: mysql() }))
    : webs.map(({ server }) => server.database('mysql', { engine: 'mysql', listens: mysql() }));
  const [primary, replica] = databases;
  if (primary === undefined || replica === undefined) throw new Error('two databases were meant');

  const orchestrator = promotesByItself ? site.coordinator('orchestrator', { instances: 3 }) : undefined;
  replica.replicates(primary, { failover: orchestrator ? { by: orchestrator, within: '30 s' } : 'none' });

  site.user('visitor').visits(site.dns('shop.example').record('A', 'www', entrance));
  entrance.balances(webs.map(({ web }) => web));
  for (const { web } of webs) web.forwards(apps);
  each(apps).reads(databases);
  each(apps).writes(primary);
  return site;
}

function rulesFound(site: unknown): Set<string> {
  const [model] = build(site);
  if (model === undefined) throw new Error('no model was built');
  return new Set(audit(model, { today: '2026-11-21', rules }).findings.map(({ rule }) => rule));
}

test.each<[string, string, Repairs]>([
  ['re-encrypting the hop', 'transport/tls-ends-at-load-balancer', { encryptsInside: true }],
  ['automatic failover with an orchestrator', 'data/db-single-writer', { promotesByItself: true }],
  ['separate servers', 'deployment/colocated-roles', { separatesRoles: true }],
  ['a second load balancer with a floating address', 'availability/spof-load-balancer', { doublesTheBalancer: true }],
])('%s removes %s, and it alone', (_repair, rule, repairs) => {
  const before = rulesFound(shop());
  const after = rulesFound(shop(repairs));
  expect(before).toContain(rule);
  expect(after).not.toContain(rule);
  expect([...after].filter((other) => !before.has(other))).toEqual([]);
});
