import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { silenceOf } from '../../../src/analyses/faults/availability/silence-of.js';
import type { ElementFacts, FlowFacts } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import type { Verb } from '../../../src/vocabulary/verbs.js';
import { chain } from '../support/chain.js';
import { type Drafting, draft, type PoolOptions } from '../support/document.js';

/** Everything that was taken for granted in a model. */
function taken(fill: (d: Drafting) => void): readonly string[] {
  const d = draft();
  fill(d);
  return analyseFaults(d.graph()).assumptions;
}

const noJourney =
  'No journey is declared: each user is taken to read and write every store that required flows lead to.';

test('journeys are taken where a user gets somewhere and none is declared', () => {
  expect(analyseFaults(chain().graph()).assumptions).toEqual([noJourney]);
  const declared = chain();
  declared.journey('user', 'read', 'db');
  expect(analyseFaults(declared.graph()).assumptions).toEqual([]);
  expect(taken((d) => d.element('database', 'db'))).toEqual([]);
});

describe('a health check', () => {
  const noticed = "'lb': a dead target of the pool is taken to be noticed, as no health check is told.";
  const balanced = (options: PoolOptions = {}, last: FlowFacts = options.facts ?? {}) =>
    taken((d) => {
      d.element('loadBalancer', 'lb');
      const webs = ['one', 'two', 'three'].map((id) => d.element('webServer', id));
      d.pool('lb', 'balances', webs, options);
      const flow = d.flows.pop()!;
      d.flows.push({ ...flow, facts: last });
    });

  test.each<[string, Parameters<typeof balanced>, readonly string[]]>([
    ['of no target is told', [], [noticed]],
    ['of one target is not told', [{ facts: { healthCheck: true } }, {}], [noticed]],
    ['of all is told', [{ facts: { healthCheck: true } }], []],
    ['is told to be missing', [{ facts: { healthCheck: false } }], []],
    ['is not needed where every target is', [{ need: 3 }], []],
  ])('of a pool: %s', (_, options, wanted) => {
    expect(balanced(...options)).toEqual(wanted);
  });

  const dead = (names: string) =>
    `${names}: a dead member is taken to be noticed by what leads there, as no health check is told.`;
  const grouped = (facts: ElementFacts, verb: Verb = 'calls', check: FlowFacts = {}) =>
    taken((d) => {
      d.cluster('group', 'appServer', ['one', 'two'], facts);
      for (const id of ['one', 'two']) d.element('appServer', id);
      d.element('component', 'asker');
      d.flow('asker', verb, 'group', check);
    });

  test.each<[string, Parameters<typeof grouped>, readonly string[]]>([
    ['is not told', [{}], [dead("'group'")]],
    ['is told', [{}, 'calls', { healthCheck: true }], []],
    ['is told to be missing', [{}, 'calls', { healthCheck: false }], []],
    ['is not needed by who only watches', [{}, 'watches'], []],
    ['is not needed where both members are', [{ need: 2 }], []],
    ['is not needed where something fails over, or nothing does', [{ failover: 'none' }], []],
  ])('of a group: %s', (_, options, wanted) => {
    expect(grouped(...options)).toEqual(wanted);
  });

  test('of several groups is named in the order of the model', () => {
    const found = taken((d) => {
      d.element('component', 'asker');
      for (const id of ['a', 'b', 'c']) {
        d.element('appServer', `${id}-1`);
        d.element('appServer', `${id}-2`);
        d.cluster(id, 'appServer', [`${id}-1`, `${id}-2`]);
      }
      for (const id of ['b', 'c', 'a', 'c']) d.flow('asker', 'calls', id);
    });
    expect(found).toEqual([dead("'a', 'b' and 'c'")]);
  });
});

describe('of a group', () => {
  const grouped = (facts: ElementFacts, kind: Kind = 'database', count = 2) =>
    taken((d) => {
      const ids = Array.from({ length: count }, (_, index) => d.element(kind, `member-${index + 1}`));
      d.element('component', 'watchdog');
      d.cluster('group', kind, ids, facts);
    });
  const noFailover = "'group': nothing is taken to fail over, as no failover is told.";
  const quorum = "'group': more than half of the members are taken to be needed.";
  const confirms = "'group': one replica is taken to confirm each write, as no number is told.";

  test.each<[ElementFacts, readonly string[]]>([
    [{ mode: 'active-passive' }, [noFailover]],
    [{ writer: 'member-2' }, [noFailover]],
    [{ mode: 'active-passive', failover: 'none' }, []],
    [{ writer: 'member-2', failover: { by: 'watchdog' } }, []],
    [{ mode: 'active-active' }, []],
    [{}, []],
    [{ replication: 'synchronous' }, [confirms]],
    [{ replication: 'synchronous', acknowledgements: 1 }, []],
    [{ replication: 'synchronous', degradesToAsynchronous: true }, []],
    [{ replication: 'asynchronous' }, []],
  ])('%j', (facts, wanted) => {
    expect(grouped(facts)).toEqual(wanted);
  });

  test.each<[string, Parameters<typeof grouped>, readonly string[]]>([
    ['coordinators', [{}, 'coordinator', 3], [quorum]],
    ['coordinators of which so many are needed', [{ need: 2 }, 'coordinator', 3], []],
    ['a single coordinator', [{}, 'coordinator', 1], []],
  ])('%s', (_, options, wanted) => {
    expect(grouped(...options)).toEqual(wanted);
  });
});

describe('of a single element', () => {
  const alone = (kind: Kind, facts: ElementFacts, parent?: string) =>
    taken((d) => {
      d.element('server', 'host');
      d.element('failureDomain', 'rack');
      d.element(kind, 'it', { facts, ...(parent && { in: parent }) });
    });
  const apart = "'it': its instances are taken to share no host, as no spread is told.";
  const never = (told: string, missing: string) =>
    `'it': never taken to fail in the availability, as an ${told} is told without an ${missing}.`;

  test.each<[string, Parameters<typeof alone>, readonly string[]]>([
    ['instances', ['appServer', { instances: 2 }], [apart]],
    ['one instance', ['appServer', { instances: 1 }], []],
    ['instances on a host', ['appServer', { instances: 2 }, 'host'], []],
    ['instances in a domain', ['appServer', { instances: 2, standsIn: ['rack'] }], []],
    ['instances of a server', ['server', { instances: 2 }], []],
    [
      'instances of a coordinator',
      ['coordinator', { instances: 3 }, 'host'],
      ["'it': more than half of the members are taken to be needed."],
    ],
    ['one coordinator', ['coordinator', { instances: 1 }], []],
    ['an mtbf', ['component', { mtbf: '99 h' }], [never('mtbf', 'mttr')]],
    ['an mttr', ['component', { mttr: '1 h' }], [never('mttr', 'mtbf')]],
    ['both', ['component', { mtbf: '99 h', mttr: '1 h' }], []],
    ['an mtbf beside a share', ['component', { mtbf: '99 h', availability: 0.9 }], []],
    ['an mtbf of a certificate, which fails by date', ['certificate', { mtbf: '99 h' }], []],
    ['a zone of names', ['dns', {}], ["'it': the name servers are taken as one, as none is told."]],
    ['a zone of names with name servers', ['dns', { nameServers: ['ns1', 'ns2'] }], []],
  ])('%s', (_, options, wanted) => {
    expect(alone(...options)).toEqual(wanted);
  });
});

describe('a takeover', () => {
  const immediate = (names: string) =>
    `${names}: a takeover is taken to be immediate in the availability, as no time (within) is told.`;
  const unrated = (names: string) =>
    `${names}: a takeover after its failure is taken to be immediate in the availability, as no failure rate (mtbf and mttr) is told.`;
  const grouped = (facts: ElementFacts, active: ElementFacts) =>
    taken((d) => {
      d.element('database', 'db-1', { facts: active });
      d.element('database', 'db-2');
      d.element('component', 'watchdog');
      d.cluster('group', 'database', ['db-1', 'db-2'], { mode: 'active-passive', ...facts });
    });
  const share = { availability: 0.99 };
  const rated: ElementFacts = { mtbf: '99 h', mttr: '1 h' };
  const by = 'watchdog';

  test.each<[string, Parameters<typeof grouped>, readonly string[]]>([
    ['without a time', [{ failover: { by } }, share], [immediate("'group'")]],
    ['without a time, of what never fails', [{ failover: { by } }, {}], []],
    [
      'with a time, after a failure of no known rate',
      [{ failover: { by, within: '30 s' } }, share],
      [unrated("'db-1'")],
    ],
    ['with a time, after a failure of a known rate', [{ failover: { by, within: '30 s' } }, rated], []],
    ['with a time, of what never fails', [{ failover: { by, within: '30 s' } }, {}], []],
    ['by hand', [{ failover: 'manual', rto: '1 h' }, share], []],
  ])('of a group %s', (_, options, wanted) => {
    expect(grouped(...options)).toEqual(wanted);
  });

  test('of a replica is that of its primary, also after a failure of its host', () => {
    const replicated = (within?: '30 s') =>
      taken((d) => {
        d.element('server', 'host', { facts: share });
        d.element('database', 'db', { in: 'host' });
        d.element('database', 'replica');
        d.element('component', 'watchdog');
        d.flow('replica', 'replicates', 'db', { failover: { by, ...(within && { within }) } });
      });
    expect(replicated()).toEqual([immediate("'db'")]);
    expect(replicated('30 s')).toEqual([unrated("'host'")]);
  });
});

test('a synchronous replication is taken to be confirmed once, by what its primary is called', () => {
  const replicated = (...facts: readonly FlowFacts[]) =>
    taken((d) => {
      d.element('database', 'db');
      for (const [index, one] of facts.entries()) {
        d.element('database', `replica-${index}`);
        d.flow(`replica-${index}`, 'replicates', 'db', one);
      }
    });
  const confirms = ["'db': one replica is taken to confirm each write, as no number is told."];
  expect(replicated({ replication: 'synchronous' }, { replication: 'synchronous' })).toEqual(confirms);
  expect(replicated({ replication: 'synchronous', acknowledgements: 2 })).toEqual([]);
  expect(replicated({ replication: 'asynchronous' })).toEqual([]);
  expect(replicated({ replication: 'synchronous', degradesToAsynchronous: true })).toEqual([]);
});

test('of many elements five are named, and how many more there are', () => {
  const named = (count: number) =>
    taken((d) => {
      for (let index = 1; index <= count; index += 1) d.element('dns', `${index}`);
    });
  const one = 'the name servers are taken as one, as none is told.';
  expect(named(6)).toEqual([`'1', '2', '3', '4', '5' and '6': ${one}`]);
  expect(named(8)).toEqual([`'1', '2', '3', '4', '5' and 3 more: ${one}`]);
});

test('nothing is taken of what the model does not have', () => {
  const found = taken((d) => {
    d.element('component', 'asker');
    d.flow('asker', 'calls', 'gone');
    d.pools.push({ id: 'pool', verb: 'calls', from: 'asker', flows: ['gone'], need: 1 });
    d.clusters.push({ id: 'lost', memberKind: 'coordinator', members: ['one', 'two'] });
    d.flow('asker', 'replicates', 'gone', { replication: 'synchronous' });
  });
  expect(found).toEqual([]);
});

test.each<[ElementFacts, string]>([
  [{}, 'untold'],
  [{ mtbf: '1 h' }, 'no mttr'],
  [{ mttr: '1 h' }, 'no mtbf'],
  [{ mtbf: '1 h', mttr: '1 h' }, 'too many instances'],
  [{ unavailability: 0.1 }, 'too many instances'],
])('an element that tells %j never fails by chance: %s', (facts, silence) => {
  expect(silenceOf({ facts })).toBe(silence);
});
