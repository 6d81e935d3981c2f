import { takeOver } from '../../../src/audit/questions/take-over.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** Two servers in a cluster, and coordinators on servers of these names. */
function pair(coordinators: readonly string[]) {
  const site = architecture('shop');
  const servers = ['a', 'b'].map((name) => ({ name, server: site.server(name) }));
  const dbs = servers.map(({ server }) => server.database('db', { engine: 'mysql' }));
  site.cluster('db', dbs);
  for (const [index, host] of coordinators.entries()) {
    const found = servers.find(({ name }) => name === host)?.server ?? site.server(host);
    found.coordinator(`witness ${index}`);
  }
  const model = build(site)[0]!;
  return { model, cluster: model.byId.get('cluster/db')!, members: model.byKind.database };
}

test('the one coordinator there is takes over, in half a minute', () => {
  const { model, cluster, members } = pair(['c']);
  const by = model.byId.get('c/witness 0');
  expect(takeOver(model, [cluster], members)).toEqual([{ on: cluster, set: { failover: { by, within: '30 s' } } }]);
});

test('nothing where there is none, or several, or it fails along with what it is to notice', () => {
  for (const coordinators of [[], ['c', 'd'], ['a']]) {
    const { model, cluster, members } = pair(coordinators);
    expect(takeOver(model, [cluster], members)).toBeUndefined();
  }
});

test('nothing where it is not one thing that tells it', () => {
  const { model, cluster, members } = pair(['c']);
  expect(takeOver(model, [], members)).toBeUndefined();
  expect(takeOver(model, [cluster, cluster], members)).toBeUndefined();
});
