import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import { chain } from '../support/chain.js';
import { type Drafting, draft } from '../support/document.js';

function lost(d: Drafting, ...failed: readonly string[]): readonly string[] {
  return analyseFaults(d.graph())
    .simulate(failed)
    .dataLoss.map(({ id }) => id);
}

/** Two servers, and on them what is told. */
function servers(): Drafting {
  const d = draft();
  for (const id of ['left', 'right']) d.element('server', id);
  return d;
}

test.each<[Kind, boolean]>([
  ['database', true],
  ['queue', true],
  ['objectStore', true],
  ['searchIndex', true],
  ['fileStore', true],
  ['cache', false],
  ['backupStore', false],
  ['appServer', false],
])('of the kind %s on a server that is lost: %s', (kind, isLost) => {
  const d = servers();
  d.element(kind, 'it', { in: 'left' });
  expect(lost(d, 'left')).toEqual(isLost ? ['it'] : []);
  expect(lost(d, 'right')).toEqual([]);
});

test('copies are lost when all of them are, however they are chained', () => {
  const chained = (...flows: readonly (readonly [string, string])[]) => {
    const d = servers();
    for (const id of ['a', 'b', 'c', 'e']) d.element('database', id, { in: id === 'e' ? 'right' : 'left' });
    for (const [replica, primary] of flows) d.flow(replica, 'replicates', primary);
    return d;
  };
  const three = [
    ['b', 'a'],
    ['c', 'b'],
  ] as const;
  expect(lost(chained(...three), 'left')).toEqual(['a', 'b', 'c']);
  expect(lost(chained(...three, ['e', 'c']), 'left')).toEqual([]);
  expect(lost(chained(...three, ['e', 'c']), 'left', 'right')).toEqual(['a', 'b', 'c', 'e']);
});

test('what flows otherwise is no copy', () => {
  const d = servers();
  d.element('database', 'a', { in: 'left' });
  d.element('database', 'b', { in: 'right' });
  d.flow('a', 'reads', 'b');
  expect(lost(d, 'left')).toEqual(['a']);
});

test('members of a group are copies of one another, and caches among copies hold nothing', () => {
  const d = servers();
  for (const [id, host] of [
    ['a', 'left'],
    ['b', 'left'],
    ['c', 'right'],
  ] as const)
    d.element('database', id, { in: host });
  d.cluster('group', 'database', ['a', 'b', 'c']);
  expect(lost(d, 'left')).toEqual([]);
  const cached = servers();
  cached.element('database', 'db', { in: 'left' });
  cached.element('cache', 'cache', { in: 'right' });
  cached.flow('cache', 'replicates', 'db');
  expect(lost(cached, 'left')).toEqual(['db']);
});

describe('a backup', () => {
  const backedUp = (place: string | undefined, from: 'db' | 'group', verb: 'backsUp' | 'reads' = 'backsUp') => {
    const d = servers();
    d.element('database', 'db', { in: 'left' });
    d.cluster('group', 'database', ['db']);
    d.element('backupStore', 'backup', place ? { in: place } : {});
    d.flow(from, verb, 'backup');
    return d;
  };

  test.each([
    ['elsewhere', 'right', 'db', []],
    ['nowhere in particular', undefined, 'db', []],
    ['in the same place', 'left', 'db', ['db']],
    ['of the group, elsewhere', 'right', 'group', []],
    ['of the group, in the same place', 'left', 'group', ['db']],
  ] as const)('%s', (_, place, from, wanted) => {
    expect(lost(backedUp(place, from), 'left')).toEqual(wanted);
  });

  test('is what it is backed up to, and nothing that it only reads', () => {
    expect(lost(backedUp('right', 'db', 'reads'), 'left')).toEqual(['db']);
  });

  test('that the model does not have is none', () => {
    const d = backedUp('left', 'db');
    d.flow('db', 'backsUp', 'gone');
    d.flow('gone', 'replicates', 'db');
    d.flow('db', 'replicates', 'gone-too');
    d.clusters.push({ id: 'no-element', memberKind: 'database', members: ['db', 'gone'] });
    expect(lost(d, 'left')).toEqual(['db']);
  });
});

test('a single point tells what is lost with it', () => {
  const points = analyseFaults(chain().graph()).singlePoints;
  const told = points.map(({ root, dataLoss }) => [root.id, dataLoss.map(({ id }) => id)]);
  expect(told).toContainEqual(['db', ['db']]);
  expect(told).toContainEqual(['app', []]);
});
