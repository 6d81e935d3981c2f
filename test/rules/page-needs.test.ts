import { audit } from '../../src/audit/audit.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { anyone, architecture, type Site, ssh } from '../../src/index.js';
import { rules } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { exampleIn, neededFacts, readPage } from './page.js';
import { exampleOf } from './page-example.js';
import { withGaps } from './page-gaps.js';

/** Models that leave out what the examples, being short, do not tell in the first place. */
const reticent: readonly ((site: Site) => void)[] = [
  (site) => {
    const app = site.appServer('app');
    app.firewall('filter', { incoming: 'filtered' });
    site.user('visitor').visits(app);
    app.calls(site.externalService('bank'));
    app.calls(site.loadBalancer('balancer'));
  },
  (site) => {
    const app = site.appServer('app');
    app.firewall('filter', { incoming: 'deny' });
    site.user('visitor').visits(app);
    const lb = site.loadBalancer('balancer');
    app.calls(lb);
    lb.balances(site.appServer('other'));
    app.writes(site.database('orders'));
  },
  (site) => {
    const zone = site.zone('inside');
    const walls = [1, 2].map((number) => zone.firewall(`wall ${number}`, { appliance: true, incoming: 'allow' }));
    site.cluster('walls', walls, { mode: 'active-passive' });
    const apps = [1, 2].map((number) => zone.appServer(`app ${number}`));
    const group = site.cluster('apps', apps, { mode: 'active-passive' });
    site.user('visitor').visits(site.dns('example.org').record('A', 'www', group));
    group.reads(zone.objectStore('pictures'));
  },
  (site) => {
    site.appServer('app').writes(site.database('orders'));
  },
  (site) => {
    const zone = site.zone('inside');
    zone.firewall('wall', { appliance: true, incoming: 'allow' });
    site.user('visitor').visits(zone.appServer('app'));
    zone.zone('vaults').secretStore('vault');
  },
  (site) => {
    const server = site.server('server');
    server.firewall('filter', { incoming: 'filtered' });
    server.component('console', { listens: ssh() }).calls(server.secretStore('vault'));
    server.database('orders').backsUp(site.backupStore('copies'));
    const [box, app] = [site.server('box'), site.appServer('app')];
    app.firewall('wall', { incoming: 'deny' }).allows(anyone, app);
    box.firewall('wall', { incoming: 'deny' }).allows(anyone, box, { ports: 443 });
    app.publishes(box.queue('jobs'));
  },
  (site) => {
    const shop = site.server('front').component('shop');
    site.user('visitor').visits(shop);
    shop.writes(site.server('back').database('orders'));
    shop.calls(site.appServer('app', { publicAddress: true }));
  },
  (site) => {
    site.servers(2, 'server', (server, index) => {
      server.webServer('web', index === 0 ? { software: 'nginx 1.28' } : {});
      server.appServer('app', { software: 'Node.js 24' });
      return server;
    });
  },
];

const reticentModels: readonly Architecture[] = reticent.flatMap((fill) => {
  const site = architecture('reticent');
  fill(site);
  return build(site);
});

/** What a rule asks for, also once any one thing is left out of its page's examples. */
function asked(rule: Rule): readonly string[] {
  const page = readPage(rule.id);
  const examples = ['Incorrect', 'Correct'].map((section) => exampleOf(exampleIn(page, section).code));
  const missing = [...reticentModels, ...examples.flatMap(withGaps)].flatMap(
    (model) => audit(model, { today: '2026-11-21', rules: [rule] }).missing,
  );
  return [...new Set(missing.map(({ fact }) => fact))].sort();
}

test.each(rules.map((rule): [string, Rule] => [rule.id, rule]))('the page of %s names what it asks for', (id, rule) => {
  expect([...neededFacts(readPage(id))].sort()).toEqual(asked(rule));
});
