import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { ElementFacts } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import type { Verb } from '../../../src/vocabulary/verbs.js';
import { chain, reasonWith, withReplica } from '../support/chain.js';
import { type Drafting, draft } from '../support/document.js';

/** Why an element does not work, or not as well, when others fail. */
function reason(d: Drafting, id: string, ...failed: readonly string[]): string | undefined {
  return reasonWith(analyseFaults(d.graph()), id, ...failed);
}

test('what fails of itself is said to', () => {
  expect(reason(chain(), 'db', 'db')).toBe('It failed.');
  const d = chain();
  d.element('certificate', 'old', { facts: { expires: '2020-01-01' } });
  expect(reasonWith(analyseFaults(d.graph(), { on: '2026-01-01' }), 'old')).toBe('It has run out.');
});

describe('a place', () => {
  test.each<[Kind, string]>([
    ['server', "It stands on 'place', which failed."],
    ['availabilityZone', "It stands in 'place', which failed."],
    ['region', "It stands in 'place', which failed."],
  ])('of the kind %s', (kind, wanted) => {
    const d = chain({ db: { in: 'place' } });
    d.element(kind, 'place');
    expect(reason(d, 'db', 'place')).toBe(wanted);
  });

  test('of a name is the zone of names', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns' });
    d.flow('user', 'visits', 'www');
    expect(reason(d, 'www', 'dns')).toBe("It is a name in 'dns', which failed.");
  });

  test('is down where what it stands in failed', () => {
    const d = chain({ db: { in: 'server' } });
    d.element('availabilityZone', 'zone');
    d.element('server', 'server', { facts: { standsIn: ['zone'] } });
    expect(reason(d, 'db', 'zone')).toBe("It stands on 'server', which is down.");
  });

  test('of instances is no more there for enough of them', () => {
    const d = draft();
    d.element('coordinator', 'etcd', { facts: { instances: 3, standsIn: ['a', 'b', 'c'] } });
    for (const id of ['a', 'b', 'c']) d.element('availabilityZone', id);
    expect(reason(d, 'etcd', 'a', 'b')).toBe('Too few of its instances have a place that works: 2 needed.');
    expect(reason(d, 'etcd', 'a')).toBe('It has no instance left to spare.');
  });
});

test('a provider and name servers are called that', () => {
  const d = draft();
  d.element('component', 'hosted', { facts: { provider: 'acme' } });
  d.element('dns', 'dns', { facts: { nameServers: ['ns1', 'ns2'] } });
  for (const id of ['ns1', 'ns2']) d.element('component', id);
  expect(reason(d, 'hosted', 'provider/acme')).toBe("Its provider 'acme' failed.");
  expect(reason(d, 'dns', 'ns1', 'ns2')).toBe('None of its name servers works.');
});

describe('a group', () => {
  const grouped = (facts: ElementFacts, members = ['one', 'two', 'three'], kind: Kind = 'database') => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'watchdog');
    for (const id of members) d.element(kind, id);
    d.cluster('group', kind, members, facts);
    d.flow('user', 'writes', 'group');
    return d;
  };
  const active = { failover: { by: 'watchdog' } } as const;

  test.each<[ElementFacts, readonly string[], string]>([
    [{}, ['one', 'two', 'three'], "None of its members works: 'one', 'two' and 'three' are down."],
    [{ need: 2 }, ['one', 'two'], "1 of its 3 members work and more are needed (2): 'one' and 'two' are down."],
    [
      { need: 3, replication: 'synchronous', acknowledgements: 2 },
      ['one', 'two'],
      "1 of its 3 members work and more are needed (3): 'one' and 'two' are down.",
    ],
    [{ need: 3 }, ['two'], "2 of its 3 members work and more are needed (3): 'two' is down."],
    [
      { need: 2, ...active },
      ['one', 'two'],
      "1 of its 3 members work and more are needed (2): 'one' and 'two' are down.",
    ],
    [
      { need: 2, ...active },
      ['two', 'three'],
      "1 of its 3 members work and more are needed (2): 'two' and 'three' are down.",
    ],
    [
      active,
      ['one', 'watchdog'],
      "Its active member 'one' is down, and 'watchdog', which would fail it over, is down too.",
    ],
    [{ failover: 'none' }, ['one'], "Its active member 'one' is down, and nothing takes over."],
    [{ need: 2, failover: 'none' }, ['one'], "Its active member 'one' is down, and nothing takes over."],
    [
      { replication: 'synchronous', acknowledgements: 2 },
      ['two'],
      "Too few replicas are left (1) to confirm writes, and 2 must, as its replication is synchronous: 'two' is down.",
    ],
    [
      { replication: 'synchronous' },
      ['two', 'one'],
      "No replica is left to confirm writes, and one must, as its replication is synchronous: 'one' and 'two' are down.",
    ],
  ])('%j without %j', (facts, failed, wanted) => {
    expect(reason(grouped(facts), 'group', ...failed)).toBe(wanted);
  });

  test('that asks for more replicas than it has', () => {
    const d = grouped({ replication: 'synchronous', acknowledgements: 2 }, ['one', 'two']);
    const wanted = 'Too few replicas are left (1) to confirm writes, and 2 must, as its replication is synchronous.';
    expect(reason(d, 'group')).toBe(wanted);
  });

  test('of one', () => {
    expect(reason(grouped({}, ['one']), 'group', 'one')).toBe("None of its members works: 'one' is down.");
  });

  test.each<[ElementFacts, readonly string[], string | undefined]>([
    [{}, ['two'], undefined],
    [{}, ['two', 'one'], "It goes on without 'one' and 'two', with no member left to spare."],
    [active, ['watchdog'], 'Nothing would fail it over any more.'],
    [active, ['two'], undefined],
    [active, ['two', 'watchdog'], "It goes on without 'two', and nothing would fail it over any more."],
    [active, ['two', 'three'], "It goes on without 'two' and 'three', with no member left to spare."],
    [active, ['two', 'three', 'watchdog'], "It goes on without 'two' and 'three', with no member left to spare."],
    [{ need: 2, ...active }, ['three', 'watchdog'], "It goes on without 'three', with no member left to spare."],
    [{ failover: 'none' }, ['two'], "It goes on without 'two', with no member left to spare."],
  ])('%j is worse off without %j', (facts, failed, wanted) => {
    expect(reason(grouped(facts), 'group', ...failed)).toBe(wanted);
  });

  test('that is read with one that serves says nothing of confirming writes either', () => {
    const d = grouped({ mode: 'active-passive', failover: 'none', replication: 'synchronous' }, ['one', 'two']);
    d.flows.pop();
    d.flow('user', 'reads', 'group');
    expect(reason(d, 'group', 'one')).toBe("Its active member 'one' is down, and nothing takes over.");
  });

  test('that is read says nothing of confirming writes', () => {
    const d = grouped({ replication: 'synchronous', acknowledgements: 1, need: 2 });
    d.flows.pop();
    d.flow('user', 'reads', 'group');
    const wanted = "1 of its 3 members work and more are needed (2): 'one' and 'two' are down.";
    expect(reason(d, 'group', 'one', 'two')).toBe(wanted);
  });
});

describe('a pool', () => {
  const pooled = (count: number, need = 1, verb: Verb = 'balances') => {
    const d = draft();
    d.element('loadBalancer', 'lb');
    const ids = Array.from({ length: count }, (_, index) => d.element('webServer', `web-${index + 1}`));
    d.pool('lb', verb, ids, { need });
    return d;
  };

  test.each<[number, number, readonly string[], string | undefined]>([
    [1, 1, ['web-1'], "It balances over 1 target, of which none is left: 'web-1' cannot be reached."],
    [
      2,
      1,
      ['web-1', 'web-2'],
      "It balances over 2 targets, of which none is left: 'web-1' and 'web-2' cannot be reached.",
    ],
    [2, 2, ['web-2'], "It balances over 2 targets, of which 1 is left and more are needed: 'web-2' cannot be reached."],
    [
      3,
      3,
      ['web-1'],
      "It balances over 3 targets, of which 2 are left and more are needed: 'web-1' cannot be reached.",
    ],
    [2, 1, ['web-1'], "It balances over 1 of 2 targets: 'web-1' cannot be reached."],
    [3, 1, ['web-1', 'web-3'], "It balances over 1 of 3 targets: 'web-1' and 'web-3' cannot be reached."],
    [3, 1, [], undefined],
  ])('of %d targets, of which %d must work, without %j', (count, need, failed, wanted) => {
    expect(reason(pooled(count, need), 'lb', ...failed)).toBe(wanted);
  });

  /** Of databases that write to two others, which take no more writes when their replica is gone. */
  const written = (need: number) => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'router');
    for (const id of ['db-1', 'db-2']) {
      d.element('database', id);
      d.element('database', `copy-of-${id}`);
      d.flow(`copy-of-${id}`, 'replicates', id, { replication: 'synchronous', acknowledgements: 1 });
      d.flow('user', 'reads', id);
    }
    d.element('component', 'other');
    d.pool('router', 'calls', ['part-1', 'part-2'], { need });
    for (const part of ['1', '2']) {
      d.element('component', `part-${part}`);
      d.flow(`part-${part}`, 'writes', `db-${part}`);
      d.flow(`part-${part}`, 'reads', `db-${part}`);
    }
    d.flow('part-2', 'calls', 'other');
    d.flow('user', 'calls', 'router');
    return d;
  };

  test.each<[number, readonly string[], string]>([
    [
      1,
      ['copy-of-db-1', 'copy-of-db-2'],
      "Reading still works, writing does not: it calls 2 targets, none of which can be used for writing: 'part-1' and 'part-2'.",
    ],
    [
      2,
      ['copy-of-db-1'],
      "Reading still works, writing does not: it calls 2 targets, of which 1 is left and more are needed: 'part-1' cannot be used for writing.",
    ],
    [1, ['copy-of-db-1'], "It calls 1 of 2 targets: 'part-1' cannot be reached."],
    [
      1,
      ['copy-of-db-1', 'other'],
      "Reading still works, writing does not: it calls 2 targets, none of which can be used for writing: 'part-1' and 'part-2'.",
    ],
    [
      2,
      ['copy-of-db-1', 'other'],
      "It calls 2 targets, of which 1 is left and more are needed: 'part-2' cannot be reached.",
    ],
  ])('of which %d must be writable, without %j', (need, failed, wanted) => {
    expect(reason(written(need), 'router', ...failed)).toBe(wanted);
  });
});

test('targets of a pool that work, behind a box that does not, cannot be reached', () => {
  const d = chain({ db: { in: 'zone' } });
  d.element('zone', 'zone');
  d.element('firewall', 'box', { in: 'zone', facts: { appliance: true } });
  for (const id of ['one', 'two']) d.element('component', id, { in: 'zone' });
  d.element('component', 'asker');
  d.pool('asker', 'calls', ['one', 'two']);
  const wanted = "It calls 2 targets, of which none is left: 'one' and 'two' cannot be reached.";
  expect(reason(d, 'asker', 'box')).toBe(wanted);
});

test('what goes on in one mode only says in which', () => {
  const d = chain();
  d.element('searchIndex', 'index');
  d.flow('app', 'reads', 'index');
  const [app] = analyseFaults(d.graph())
    .simulate(['index'])
    .elements.filter(({ element }) => element.id === 'app');
  const reading = "Writing still works, reading does not: it reads from 'index', which failed.";
  expect(app).toMatchObject({ state: 'degraded', lost: 'read', reason: reading });
});

describe('a flow', () => {
  test('to what failed, and to what is down', () => {
    expect(reason(chain(), 'app', 'db')).toBe("It reads from 'db', which failed.");
    expect(reason(chain(), 'web', 'db')).toBe("It forwards to 'app', which is down.");
  });

  test('to what is not in the model', () => {
    const d = draft();
    d.element('component', 'a');
    d.flow('a', 'calls', 'gone');
    expect(reason(d, 'a')).toBe("It calls 'gone', which the model does not have.");
  });

  test('through something, and past a box', () => {
    const d = chain({ db: { in: 'zone' } });
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true } });
    d.element('failureDomain', 'line', { facts: { domainRole: 'uplink' } });
    d.element('externalService', 'mail');
    d.element('component', 'sender');
    d.flow('sender', 'calls', 'mail', { through: ['line'] });
    expect(reason(d, 'sender', 'line')).toBe("It calls 'mail' through 'line', which failed.");
    expect(reason(d, 'sender', 'mail')).toBe("It calls 'mail', which failed.");
    expect(reason(d, 'app', 'box')).toBe("It reads from 'db', and 'box' on the way failed.");
  });

  test('that is blocked, as modelled', () => {
    const d = chain({ db: { in: 'zone' } });
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { incoming: 'deny' } });
    expect(reason(d, 'app')).toBe("It reads from 'db', which 'box' blocks.");
  });

  test('whose certificate failed', () => {
    const listeners = [{ name: '', protocol: 'https', tls: { certificate: 'certificate' } }] as const;
    const d = chain({ web: { listeners } });
    d.element('certificate', 'certificate');
    expect(reason(d, 'user', 'certificate')).toBe("It visits 'web', whose certificate 'certificate' failed.");
  });

  test('that is optional', () => {
    const d = chain();
    d.element('externalService', 'mail', { name: 'the mail' });
    d.flow('app', 'calls', 'mail', { optional: true });
    expect(reason(d, 'app', 'mail')).toBe("It goes on without 'the mail', which is optional.");
    const lost = chain();
    lost.flow('app', 'calls', 'gone', { optional: true });
    expect(reason(lost, 'app')).toBe("It goes on without 'gone', which is optional.");
  });

  test('behind a name, all of whose answers are down', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns', { facts: { nameServers: ['a', 'b'] } });
    d.element('record', 'www', { in: 'dns' });
    d.element('webServer', 'web');
    d.flow('www', 'resolvesTo', 'web');
    d.flow('user', 'visits', 'www');
    expect(reason(d, 'www', 'web')).toBe("It points to 'web', which failed.");
    expect(reason(d, 'user', 'web')).toBe("It visits 'www', which is down.");
  });
});

describe('a primary', () => {
  test('that took the writes, with replicas left that nobody promotes, or none left', () => {
    const d = withReplica(chain(), { failover: { by: 'watchdog' } });
    d.element('database', 'second');
    d.flow('second', 'replicates', 'db', { failover: { by: 'watchdog' } });
    d.element('component', 'watchdog');
    expect(reason(d, 'db', 'watchdog')).toBe('Nothing would promote a replica any more.');
    expect(reason(d, 'db', 'watchdog', 'replica')).toBe('Nothing would promote a replica any more.');
    expect(reason(d, 'db', 'second', 'replica')).toBe('No replica is left that would take over.');
    expect(reason(d, 'db', 'second')).toBeUndefined();
  });

  test('that nobody stands in for, where a synchronous replica has to confirm', () => {
    const d = withReplica(chain(), { replication: 'synchronous', acknowledgements: 1 });
    expect(reason(d, 'app', 'replica')).toBe(
      "Reading still works, writing does not: it writes to 'db', which cannot be used because 'replica' failed.",
    );
  });
});
