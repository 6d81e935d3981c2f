import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import { draft } from '../support/document.js';

test('what refers to nothing leads nowhere, and the rest is worked out', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb');
  d.element('dns', 'dns');
  d.element('record', 'www', { in: 'dns' });
  d.element('webServer', 'web');
  d.element('queue', 'jobs');
  d.element('database', 'db');
  d.cluster('dbs', 'database', ['db', 'gone']);
  d.flow('user', 'visits', 'www', { requestsPerSecond: 80 });
  d.pool('www', 'resolvesTo', ['lb', 'gone']);
  d.pool('lb', 'balances', ['web', 'gone']);
  d.flow('web', 'calls', 'gone', { optional: true });
  d.flow('web', 'calls', 'dbs', { connections: 3 });
  d.flow('dbs', 'calls', 'jobs', { connections: 2 });
  d.flow('gone', 'calls', 'web', { requestsPerSecond: 5, connections: 9 });
  d.flow('gone', 'consumes', 'jobs');
  d.flow('web', 'consumes', 'gone', { optional: true });
  const graph = d.graph();
  const load = analyseLoad(graph);
  expect(load.loadOf('lb')?.demand.known).toBe(80);
  expect(load.loadOf('web')?.demand.known).toBe(80);
  expect(load.runaway).toEqual([]);
  expect(load.shared.map(({ members }) => members.map(({ id }) => id))).toEqual([['web']]);
  expect(load.connectionsOf(graph.byId.get('jobs')!)).toMatchObject({ fewest: 2 });
  expect(load.connectionsOf(graph.byId.get('dbs')!)).toMatchObject({ fewest: 3 });
  for (const sentence of [...load.assumptions, ...load.missing.map(({ wanted }) => wanted)])
    expect(sentence).not.toMatch(/undefined|Stryker/);
});
