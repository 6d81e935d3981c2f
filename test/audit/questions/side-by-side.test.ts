import { sideBySide } from '../../../src/audit/questions/side-by-side.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

const site = architecture('shop');
const tier = site.servers(2, 'server', (server) => server.webServer('web'));
const apps = ['a', 'b'].map((name) => site.appServer(name));
site.cluster('apps', apps);
const caches = ['c', 'd'].map((name) => site.cache(name));
apps[0]!.reads(caches);
apps[0]!.writes(site.database('orders'));
site.loadBalancer('lb').balances([...tier, ...site.servers(1, 'other', (server) => server.webServer('web'))]);
const model = build(site)[0]!;

test('a tier, a cluster and the targets of one call stand together', () => {
  const running = model.elements.filter(({ kind }) => kind !== 'server' && kind !== 'cluster');
  expect(sideBySide(model, running).map((group) => group.map(({ id }) => id))).toEqual([
    ['server-1/web', 'server-2/web'],
    ['a', 'b'],
    ['c', 'd'],
    ['orders'],
    ['lb'],
    ['other-1/web'],
  ]);
});
