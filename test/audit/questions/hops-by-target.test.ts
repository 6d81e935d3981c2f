import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import { hopsByTarget } from '../../../src/audit/questions/hops-by-target.js';
import { architecture, each } from '../../../src/index.js';
import { build } from '../../support/build.js';

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

test('hops to elements made alike stand together, others apart', () => {
  const site = architecture('shop');
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  const [one, two] = [site.worker('one'), site.worker('two')];
  const other = site.appServer('other');
  one.calls(apps);
  two.calls(other);
  each(apps).calls(other);
  two.calls(apps[0]!);
  const { hops } = analyseTransport(build(site)[0]!);
  const groups = hopsByTarget(hops);
  expect(groups.map(({ targets }) => ids(targets))).toEqual([['server-1/app', 'server-2/app'], ['other']]);
  expect(groups.map(({ sources }) => ids(sources))).toEqual([
    ['one', 'two'],
    ['two', 'server-1/app', 'server-2/app'],
  ]);
  expect(groups.map((group) => group.hops.length)).toEqual([3, 3]);
});

test('nothing leads nowhere', () => {
  expect(hopsByTarget([])).toEqual([]);
});
