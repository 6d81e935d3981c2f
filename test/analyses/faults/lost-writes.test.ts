import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { ElementFacts, FlowFacts } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import { chain, withReplica } from '../support/chain.js';
import { type Drafting, draft, type ElementOptions } from '../support/document.js';

/** Whose last writes may be missing when these fail. */
function lost(d: Drafting, ...failed: readonly string[]): readonly string[] {
  return analyseFaults(d.graph())
    .simulate(failed)
    .lostWrites.map(({ id }) => id);
}

describe('of a replication', () => {
  const by = { failover: { by: 'watchdog' } } as const;
  const replicated = (facts: ElementFacts) => {
    const d = withReplica(chain(), facts);
    d.element('component', 'watchdog');
    return d;
  };

  test.each<[string, ElementFacts, readonly string[], readonly string[]]>([
    ['with nothing failed none are', by, [], []],
    ['those of a primary that is down', by, ['db'], ['db']],
    ['none without anybody to promote the replica', by, ['db', 'watchdog'], []],
    ['none without the replica', by, ['db', 'replica'], []],
    ['none where something else fails', by, ['web'], []],
    ['none where nothing is promoted', { failover: 'none' }, ['db'], []],
    ['none where somebody promotes by hand', { failover: 'manual' }, ['db'], []],
    ['none where nothing is told of it', {}, ['db'], []],
    ['none of a synchronous one', { ...by, replication: 'synchronous' }, ['db'], []],
    [
      'those of one that goes on asynchronously',
      { ...by, replication: 'synchronous', degradesToAsynchronous: true },
      ['db'],
      ['db'],
    ],
  ])('%s', (_, facts, failed, wanted) => {
    expect(lost(replicated(facts), ...failed)).toEqual(wanted);
  });
});

describe('of a group', () => {
  const grouped = (facts: ElementFacts, kind: Kind = 'database') => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['one', 'two']) d.element(kind, id);
    d.element('component', 'watchdog');
    d.cluster('group', kind, ['one', 'two'], { failover: { by: 'watchdog' }, ...facts });
    d.flow('user', 'writes', 'group');
    return d;
  };

  test.each<[string, ElementFacts, readonly string[], readonly string[]]>([
    ['with nothing failed none are', {}, [], []],
    ['those of the first, which serves', {}, ['one'], ['one']],
    ['none where another is down', {}, ['two'], []],
    ['those of the writer', { writer: 'two' }, ['two'], ['two']],
    ['none where the writer goes on', { writer: 'two' }, ['one'], []],
    ['none where the group does not go on', {}, ['one', 'two'], []],
    ['none where nothing fails it over', { failover: 'none' }, ['one'], []],
    ['none where all of them write', { mode: 'active-active' }, ['one'], []],
    ['none of a synchronous one', { replication: 'synchronous', acknowledgements: 0 }, ['one'], []],
    [
      'those of one that goes on asynchronously',
      { replication: 'synchronous', degradesToAsynchronous: true },
      ['one'],
      ['one'],
    ],
  ])('%s', (_, facts, failed, wanted) => {
    expect(lost(grouped(facts), ...failed)).toEqual(wanted);
  });

  test.each<[Kind, boolean]>([
    ['database', true],
    ['queue', true],
    ['objectStore', true],
    ['searchIndex', true],
    ['fileStore', true],
    ['cache', false],
    ['appServer', false],
  ])('of the kind %s: %s', (kind, isLost) => {
    expect(lost(grouped({}, kind), 'one')).toEqual(isLost ? ['one'] : []);
  });
});

test('they are told in the order of the model', () => {
  const d = chain();
  for (const id of ['a', 'b']) {
    d.element('database', id);
    d.flow('app', 'writes', id);
  }
  d.element('component', 'watchdog');
  for (const id of ['b', 'a']) {
    d.element('database', `${id}-copy`);
    d.flow(`${id}-copy`, 'replicates', id, { failover: { by: 'watchdog' } });
  }
  expect(lost(d, 'a', 'b')).toEqual(['a', 'b']);
});

describe('of a primary that works, and that writes no longer get to', () => {
  const listeners = [{ name: '', protocol: 'tls' as const, tls: { certificate: 'certificate' } }];
  /** What stands in the zone is guarded by a box; the replica and its watchdog are outside. */
  const guarded = (db: ElementOptions, facts: FlowFacts, more: (d: Drafting) => void = () => undefined) => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    d.element('database', 'db', db);
    d.flow('user', 'visits', 'app');
    d.flow('app', 'writes', 'db', facts);
    withReplica(d, { failover: { by: 'watchdog' } });
    d.element('component', 'watchdog');
    d.element('zone', 'zone');
    for (const id of ['box', 'other-box'])
      d.element('firewall', id, { in: 'zone', facts: { appliance: true, incoming: 'allow' } });
    d.element('certificate', 'certificate');
    more(d);
    return d;
  };
  const inside = { in: 'zone' };

  test.each<[string, Drafting, readonly string[], readonly string[]]>([
    ['a box on the way, one of two', guarded(inside, {}), ['box'], ['db']],
    ['the certificate it shows', guarded({ listeners }, {}), ['certificate'], ['db']],
    ['a box that is not on the way', guarded({}, {}), ['box'], []],
    ['a certificate that it does not show', guarded({}, {}), ['certificate'], []],
    ['a box, and who writes, so that nobody does', guarded(inside, {}), ['box', 'app'], []],
    ['a box, for a flow that is optional', guarded(inside, { optional: true }), ['box'], []],
    [
      'a box, for somebody who only reads',
      guarded(inside, { optional: true }, (d) => d.flow('app', 'reads', 'db')),
      ['box'],
      [],
    ],
    [
      'a box, for one of two who write',
      guarded(inside, {}, (d) => {
        d.element('appServer', 'neighbour', { in: 'zone' });
        d.flow('neighbour', 'writes', 'db');
      }),
      ['box'],
      ['db'],
    ],
  ])('%s', (_, d, failed, wanted) => {
    expect(lost(d, ...failed)).toEqual(wanted);
  });

  test('as a member of the group that they lead to', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true, incoming: 'allow' } });
    d.element('database', 'one', { in: 'zone' });
    d.element('database', 'two');
    d.element('component', 'watchdog');
    d.cluster('group', 'database', ['one', 'two'], { failover: { by: 'watchdog' } });
    d.flow('user', 'writes', 'group');
    expect(lost(d, 'box')).toEqual(['one']);
    expect(lost(d)).toEqual([]);
  });

  test('as a member of a group that nothing fails over: it is out of reach, and no other writes', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true } });
    d.element('database', 'one', { in: 'zone' });
    d.element('database', 'two');
    d.cluster('group', 'database', ['one', 'two'], { failover: 'none' });
    d.flow('user', 'writes', 'group');
    expect(lost(d, 'box')).toEqual([]);
  });

  test('with nobody in the model who would promote another', () => {
    const d = withReplica(chain(), { failover: { by: 'gone' } });
    expect(lost(d, 'db')).toEqual([]);
  });

  test('from one of the senders of a group', () => {
    const d = guarded(inside, { optional: true }, (d) => {
      d.element('appServer', 'a', { in: 'zone' });
      d.element('appServer', 'b');
      d.cluster('apps', 'appServer', ['a', 'b']);
      d.flow('apps', 'writes', 'db');
    });
    expect(lost(d, 'box')).toEqual(['db']);
    expect(lost(d, 'box', 'b')).toEqual([]);
  });
});
