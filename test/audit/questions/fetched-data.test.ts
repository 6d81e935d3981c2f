import { fetchedData } from '../../../src/audit/questions/fetched-data.js';
import { architecture, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

function fetchedIn(fill: (site: Site) => void) {
  const site = architecture('shop');
  fill(site);
  const model = build(site)[0]!;
  const fetched = fetchedData(model);
  const at = (id: string) => model.byId.get(id)!;
  return {
    by: (id: string) => [...fetched.by(at(id))],
    heldBy: (id: string) => [...fetched.heldBy(at(id))],
    untold: (id: string) => fetched.untoldBehind(at(id))?.id,
  };
}

test('copies hold the same, told by one of them; a group of stores holds what its members do', () => {
  const { heldBy, untold } = fetchedIn((site) => {
    const [db, copy] = [site.database('db', { holds: ['payment'] }), site.database('copy')];
    copy.replicates(db);
    site.cluster('caches', [site.cache('one', { holds: ['personal'] }), site.cache('two')]);
    site.cache('empty', { holds: [] });
  });
  expect(['db', 'copy', 'cluster/caches', 'one', 'two', 'empty'].map(heldBy)).toEqual([
    ['payment'],
    ['payment'],
    ['personal'],
    ['personal'],
    ['personal'],
    [],
  ]);
  expect(['db', 'copy', 'cluster/caches', 'two', 'empty'].map(untold)).toEqual(Array(5).fill(undefined));
});

test('a backup store is told by what it keeps, even where a copy of it keeps nothing', () => {
  const { untold } = fetchedIn((site) => {
    const [vault, copy] = [site.backupStore('vault'), site.backupStore('copy')];
    copy.replicates(vault);
    site.database('db', { holds: ['payment'] }).backsUp(vault);
    site.backupStore('alone');
  });
  expect(['vault', 'copy', 'alone'].map(untold)).toEqual([undefined, undefined, 'alone']);
});

test('what others run fetches nothing for those who call it, and callers outside are others’', () => {
  const { by, untold } = fetchedIn((site) => {
    const bank = site.externalService('bank', { holds: ['payment'] });
    const app = site.appServer('app');
    app.calls(bank);
    app.reads(site.cache('cache', { holds: ['personal'] }));
    site.user('visitor').visits(app);
    site.externalService('partner').calls(app);
    site.worker('job').calls(app, { carries: ['public'] });
  });
  expect(['externalService/bank', 'app', 'user/visitor', 'externalService/partner', 'job'].map(by)).toEqual([
    ['payment'],
    ['personal'],
    [],
    [],
    [],
  ]);
  expect(['app', 'job'].map(untold)).toEqual([undefined, undefined]);
});

test('a flow that is no request brings nothing back', () => {
  const { by } = fetchedIn((site) => {
    const files = site.objectStore('files', { holds: ['health'] });
    site.monitoringService('watch').watches(files);
    site.database('db', { holds: [] }).backsUp(files);
  });
  expect(['watch', 'db'].map(by)).toEqual([[], []]);
});

test('a group fetches what its members do, and they what it does', () => {
  const { by } = fetchedIn((site) => {
    const [one, two] = [site.appServer('one'), site.appServer('two')];
    one.reads(site.cache('cache', { holds: ['personal'] }));
    site.cluster('apps', [one, two]).reads(site.cache('other', { holds: ['payment'] }));
  });
  expect(['one', 'two', 'cluster/apps'].map(by)).toEqual(Array(3).fill(['personal', 'payment']));
});
