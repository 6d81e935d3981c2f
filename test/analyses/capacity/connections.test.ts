import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { ElementFacts } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

function connectionsOf(id: string, fill: (d: Drafting) => void) {
  const d = draft();
  fill(d);
  const graph = d.graph();
  return analyseLoad(graph).connectionsOf(graph.byId.get(id)!);
}

const limited = { facts: { capacity: { connections: 50 } } };

test('nobody connects to what declares a limit: nothing is known in full', () => {
  const found = connectionsOf('db', (d) => d.element('database', 'db', limited));
  expect(found).toEqual({ fewest: 0, most: 0, isComplete: false, capacity: { guaranteed: 50, most: 50 } });
});

test('nobody tells a pool to what declares no limit: nothing is said', () => {
  const found = connectionsOf('db', (d) => {
    d.element('appServer', 'app');
    d.element('database', 'db');
    d.flow('app', 'writes', 'db');
  });
  expect(found).toBeUndefined();
});

test('all members of a group connect', () => {
  const found = connectionsOf('db', (d) => {
    d.element('appServer', 'app-1', { facts: { instances: { min: 1, max: 3 } } });
    d.element('appServer', 'app-2');
    d.cluster('apps', 'appServer', ['app-1', 'app-2']);
    d.element('database', 'db');
    d.flow('apps', 'writes', 'db', { connections: 10 });
  });
  expect(found).toMatchObject({ fewest: 20, most: 40, isComplete: true });
});

describe('in a group', () => {
  const ends = (facts: ElementFacts) =>
    ['dbs', 'db-1', 'db-2'].map(
      (id) =>
        connectionsOf(id, (d) => {
          d.element('appServer', 'app');
          for (const db of ['db-1', 'db-2']) d.element('database', db);
          d.cluster('dbs', 'database', ['db-1', 'db-2'], facts);
          d.flow('app', 'writes', 'dbs', { connections: 10 });
        })?.most,
    );

  test.each<[string, ElementFacts, readonly (number | undefined)[]]>([
    ['that shares, the group is counted as a whole', { mode: 'active-active' }, [10, undefined, undefined]],
    ['of which one is active, that one is counted too', { mode: 'active-passive' }, [10, 10, undefined]],
    ['with a writer, that one is counted too', { writer: 'db-2' }, [10, undefined, 10]],
  ])('%s', (_, facts, expected) => {
    expect(ends(facts)).toEqual(expected);
  });
});

test('a name hands connections to each of its targets, and what else begins at it leads nowhere', () => {
  const fill = (d: Drafting) => {
    d.element('appServer', 'app');
    d.element('dns', 'dns');
    for (const name of ['www', 'alias']) d.element('record', name, { in: 'dns' });
    for (const db of ['db-1', 'db-2', 'other']) d.element('database', db);
    d.flow('app', 'writes', 'alias', { connections: 10 });
    d.flow('alias', 'resolvesTo', 'www');
    d.pool('www', 'resolvesTo', ['db-1', 'db-2']);
    d.flow('www', 'replicates', 'other');
  };
  expect(['db-1', 'db-2', 'other'].map((id) => connectionsOf(id, fill)?.most)).toEqual([10, 10, undefined]);
});
