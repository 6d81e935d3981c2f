import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { ElementFacts } from '../../../src/graph/architecture.js';
import { breaking, chain, journeysWith, reasonWith, withReplica } from '../support/chain.js';
import { draft } from '../support/document.js';

const write = 'user writes db';
const read = 'user reads db';

function promoted(facts: ElementFacts = {}) {
  const d = withReplica(chain(), { failover: { by: 'orchestrator' }, ...facts });
  d.element('component', 'orchestrator');
  return d;
}

describe('a replica', () => {
  test.each([[{}], [{ failover: 'none' }], [{ failover: 'manual' }]] as const)('does not save a write: %j', (facts) => {
    expect(breaking(withReplica(chain(), facts).graph())).toEqual(['user', 'web', 'app', 'db']);
  });

  test('that something promotes stands in for its primary', () => {
    expect(breaking(promoted().graph())).toEqual(['user', 'web', 'app']);
    expect(journeysWith(promoted().graph(), 'db')).toEqual({ [write]: 'degraded', [read]: 'degraded' });
  });

  test('that may lag loses the last writes, and it is said', () => {
    const model = promoted().graph();
    expect(
      analyseFaults(model)
        .simulate(['db'])
        .lostWrites.map(({ id }) => id),
    ).toEqual(['db']);
    const synchronous = promoted({ replication: 'synchronous', degradesToAsynchronous: false }).graph();
    expect(analyseFaults(synchronous).simulate(['db']).lostWrites).toEqual([]);
  });

  test('that takes writes as the way to its primary is gone loses the last ones too', () => {
    const d = withReplica(chain({ db: { in: 'inside' } }), { failover: { by: 'orchestrator' } });
    d.element('component', 'orchestrator');
    d.element('zone', 'inside');
    d.element('firewall', 'box', { in: 'inside', facts: { appliance: true, incoming: 'allow' } });
    const faults = analyseFaults(d.graph());
    const { journeys, lostWrites } = faults.simulate(['box']);
    expect(journeys.every(({ state }) => state !== 'broken')).toBe(true);
    expect(lostWrites.map(({ id }) => id)).toEqual(['db']);
    expect(faults.simulate(['replica']).lostWrites).toEqual([]);
  });

  test('is said to be left without somebody to promote it, or to be gone itself', () => {
    const faults = analyseFaults(promoted().graph());
    expect(reasonWith(faults, 'db', 'orchestrator')).toBe('Nothing would promote a replica any more.');
    expect(reasonWith(faults, 'db', 'replica')).toBe('No replica is left that would take over.');
  });

  test('a dead mechanism alone breaks nothing and is half of a pair', () => {
    const model = promoted().graph();
    expect(journeysWith(model, 'orchestrator')[write]).toBe('degraded');
    expect(journeysWith(model, 'orchestrator', 'db')[write]).toBe('broken');
  });
});

describe('synchronous replication', () => {
  const confirmed = (facts: ElementFacts) => withReplica(chain(), { replication: 'synchronous', ...facts });

  test('needs the replicas that confirm, for a write', () => {
    const model = confirmed({ acknowledgements: 1 }).graph();
    expect(journeysWith(model, 'replica')).toEqual({ [write]: 'broken', [read]: 'works' });
  });

  test('needs none where it goes on asynchronously', () => {
    expect(journeysWith(confirmed({ degradesToAsynchronous: true }).graph(), 'replica')[write]).toBe('works');
  });

  test('is taken to need one where no number is told, and it is listed', () => {
    const model = confirmed({}).graph();
    expect(journeysWith(model, 'replica')[write]).toBe('broken');
    expect(analyseFaults(model).assumptions.join('\n')).toMatch(/'db': one replica is taken to confirm each write/);
  });

  test('of two that confirm one may be lost', () => {
    const d = confirmed({ acknowledgements: 1 });
    d.element('database', 'second');
    d.flow('second', 'replicates', 'db', { replication: 'synchronous', acknowledgements: 1 });
    expect(journeysWith(d.graph(), 'replica')[write]).toBe('works');
    expect(journeysWith(d.graph(), 'replica', 'second')[write]).toBe('broken');
  });
});

describe('a synchronous group that something fails over', () => {
  const grouped = (members: readonly string[], acknowledgements: number) => {
    const d = draft();
    d.element('user', 'user');
    d.element('coordinator', 'patroni');
    for (const id of members) d.element('database', id);
    const facts = { failover: { by: 'patroni' }, replication: 'synchronous' as const, acknowledgements };
    d.cluster('group', 'database', members, facts);
    d.flow('user', 'writes', 'group');
    return analyseFaults(d.graph());
  };

  test('stops writing for want of a replica that confirms, not of what fails it over', () => {
    const why = (members: readonly string[], acknowledgements: number, ...failed: readonly string[]) =>
      reasonWith(grouped(members, acknowledgements), 'group', ...failed);
    expect(why(['db-1', 'db-2'], 1, 'db-1')).toBe(
      "No replica is left to confirm writes, and one must, as its replication is synchronous: 'db-1' is down.",
    );
    expect(why(['db-1', 'db-2', 'db-3'], 2, 'db-3')).toBe(
      "Too few replicas are left (1) to confirm writes, and 2 must, as its replication is synchronous: 'db-3' is down.",
    );
    expect(why(['db-1', 'db-2', 'db-3'], 1, 'db-1', 'patroni')).toBe(
      "Its active member 'db-1' is down, and 'patroni', which would fail it over, is down too.",
    );
  });

  test('is worse off when nothing would fail it over any more', () => {
    const faults = grouped(['db-1', 'db-2', 'db-3'], 1);
    expect(reasonWith(faults, 'group', 'patroni')).toBe('Nothing would fail it over any more.');
    expect(reasonWith(faults, 'group', 'patroni', 'db-3')).toBe(
      "It goes on without 'db-3', and nothing would fail it over any more.",
    );
  });
});

describe('a cluster', () => {
  const grouped = (facts: ElementFacts) => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    for (const id of ['db-1', 'db-2', 'db-3']) d.element('database', id);
    d.element('component', 'orchestrator');
    d.cluster('db', 'database', ['db-1', 'db-2', 'db-3'], facts);
    d.flow('user', 'visits', 'app');
    d.flow('app', 'writes', 'db');
    d.flow('app', 'reads', 'db');
    return d.graph();
  };

  test('where all are alike works while as many as are needed do', () => {
    const model = grouped({ mode: 'active-active', need: 2 });
    expect(journeysWith(model, 'db-1')[write]).toBe('degraded');
    expect(journeysWith(model, 'db-1', 'db-2')[write]).toBe('broken');
  });

  test('with one writer needs it for writing, and any for reading', () => {
    const model = grouped({ writer: 'db-2', failover: 'none' });
    expect(journeysWith(model, 'db-2')).toEqual({ [write]: 'broken', [read]: 'degraded' });
    expect(breaking(model)).toEqual(['user', 'app', 'db-2']);
  });

  test('with one that serves and something that fails it over has no single point', () => {
    const model = grouped({ mode: 'active-passive', failover: { by: 'orchestrator', within: '30 s' } });
    expect(breaking(model)).toEqual(['user', 'app']);
    expect(journeysWith(model, 'db-1', 'orchestrator')).toEqual({ [write]: 'broken', [read]: 'broken' });
  });

  test('with one that serves and nothing told of failover has one, and it is listed', () => {
    const model = grouped({ mode: 'active-passive' });
    expect(breaking(model)).toEqual(['user', 'app', 'db-1']);
    expect(analyseFaults(model).assumptions.join('\n')).toMatch(/'db': nothing is taken to fail over/);
  });

  test('says why it does not work', () => {
    const faults = analyseFaults(grouped({ writer: 'db-2', failover: 'none' }));
    expect(reasonWith(faults, 'app', 'db-2')).toBe(
      "Reading still works, writing does not: it writes to 'db', which cannot be used for writing.",
    );
    expect(reasonWith(faults, 'db', 'db-2')).toBe(
      "Reading still works, writing does not: its active member 'db-2' is down, and nothing takes over.",
    );
  });
});

describe('data loss', () => {
  test('is the loss of every copy with its place, apart from outage', () => {
    const d = withReplica(chain({ db: { in: 'server' } }), {}, { in: 'server' });
    d.element('server', 'server');
    const faults = analyseFaults(d.graph());
    expect(faults.simulate(['db']).dataLoss).toEqual([]);
    expect(faults.simulate(['server']).dataLoss.map(({ id }) => id)).toEqual(['db', 'replica']);
    expect(faults.simulate(['web']).dataLoss).toEqual([]);
  });

  test('is prevented by a backup elsewhere, and not by one that goes too', () => {
    const backedUp = (place: object) => {
      const d = chain({ db: { in: 'server' } });
      d.element('server', 'server');
      d.element('backupStore', 'backup', place);
      d.flow('db', 'backsUp', 'backup');
      return analyseFaults(d.graph())
        .simulate(['server'])
        .dataLoss.map(({ id }) => id);
    };
    expect(backedUp({})).toEqual([]);
    expect(backedUp({ in: 'server' })).toEqual(['db']);
  });
});
