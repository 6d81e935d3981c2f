import { sameService } from '../../../src/audit/questions/same-service.js';
import { architecture, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** Which elements stand for all of a model. */
function services(fill: (site: Site) => void): readonly string[] {
  const site = architecture('shop');
  fill(site);
  const model = build(site)[0]!;
  const service = sameService(model);
  return [...new Set(model.elements.map((element) => service(element).id))];
}

test('elements made alike are one service, each kind for itself', () => {
  expect(
    services((site) => {
      site.servers(3, 'server', (server) => [server.webServer('shop'), server.appServer('app')]);
    }),
  ).toEqual(['server-1', 'server-1/shop', 'server-1/app']);
});

test('a cluster is one with its members, and stands behind them', () => {
  expect(services((site) => site.cluster('group', [site.appServer('one'), site.appServer('two')]))).toEqual(['one']);
});

test('the targets of one pool are one service, kind by kind', () => {
  expect(
    services((site) => {
      const [one, two, three] = ['one', 'two', 'three'].map((name) => site.appServer(name));
      const [left, right] = ['left', 'right'].map((name) => site.loadBalancer(name));
      left!.balances([one!, two!]);
      right!.balances([two!, three!]);
    }),
  ).toEqual(['one', 'left', 'right']);
});

test('of one kind and one name is one service, wherever it stands', () => {
  expect(
    services((site) => {
      site.zone('a').appServer('shop');
      site.zone('b').appServer('shop');
      site.zone('c').worker('shop');
      site.zone('d').appServer('stock');
    }),
  ).toEqual(['a', 'a/shop', 'b', 'c', 'c/shop', 'd', 'd/stock']);
});
