import { requestsFrom, requestsTo } from '../../../src/audit/questions/requests-to.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

const site = architecture('shop');
const apps = ['one', 'two'].map((name) => site.appServer(name));
const group = site.cluster('apps', apps);
const db = site.database('orders');
site.user('visitor').visits(site.dns('example.org').record('A', 'www', group));
site.appServer('caller').calls(apps[0]!);
site.monitoringService('watcher').watches(apps[0]!);
group.writes(db);
apps[0]!.reads(db);
const model = build(site)[0]!;
const ids = (flows: readonly { readonly id: string }[]) => flows.map(({ id }) => id).sort();
const one = model.byId.get('one')!;

test('requests come directly, through a name and through a group', () => {
  expect(ids(requestsTo(model, one))).toEqual(['caller calls one', 'user/visitor visits dns/example.org/A www']);
  expect(ids(requestsTo(model, model.byId.get('two')!))).toHaveLength(1);
});

test('requests are sent by itself and as one of a group', () => {
  expect(ids(requestsFrom(model, one))).toEqual(['cluster/apps writes orders', 'one reads orders']);
  expect(ids(requestsFrom(model, model.byId.get('two')!))).toEqual(['cluster/apps writes orders']);
});
