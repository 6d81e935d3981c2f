import type { Audit } from '../../src/audit/finding.js';
import { compareSides } from '../../src/diff/compare-sides.js';
import { architecture, mysql } from '../../src/index.js';
import { audited, changeOf } from './audited.js';

interface Given {
  readonly complete?: readonly ('firewalls' | 'monitoring')[];
  readonly objective?: number | null;
  readonly atRest?: boolean | null;
  readonly until?: string | null;
  readonly isAccepted?: boolean;
  readonly name?: string;
}

function shop({ complete = ['firewalls'], objective = 0.99, atRest = false, name = 'db', ...given }: Given) {
  const site = architecture('Shop', { complete: [...complete] });
  const visitor = site.user('visitor');
  const server = site.server('server');
  const db = server.database(name, {
    listens: mysql(),
    holds: ['personal'],
    ...(atRest !== null && { encryptedAtRest: atRest }),
  });
  const app = server.appServer('app');
  visitor.visits(app);
  app.writes(db);
  if (objective !== null) site.journey('buy', { from: visitor, writes: db, objective });
  if (given.isAccepted) {
    const until = given.until === null ? undefined : (given.until ?? '2027-01-31');
    db.accepts({
      rule: 'data/encryption-at-rest',
      because: 'It moves soon.',
      ...(until !== undefined && { until: until as '2027-01-31' }),
    });
  }
  return site;
}

const weakened = (before: Given, after: Given) => changeOf(shop(before), shop(after)).weakened;

test('a finding of which nobody can tell any more, also on what has another name', () => {
  for (const name of ['db', 'store']) {
    expect(weakened({}, { atRest: null, name })).toMatchObject([
      { sort: 'finding', finding: { rule: 'data/encryption-at-rest' } },
    ]);
  }
  expect(weakened({}, { atRest: true })).toEqual([]);
});

test('a finding whose rule broke in the head, which is not fixed', () => {
  const [base, head] = [audited(shop({})), audited(shop({ atRest: true }))];
  const broken: Audit = { ...head, broken: ['data/encryption-at-rest'] };
  const [change] = compareSides({ audits: [base], isWhole: true }, { audits: [broken], isWhole: true }).changed;
  expect(change?.findings.fixed).toEqual([]);
  expect(change?.weakened).toMatchObject([
    { sort: 'finding', finding: { rule: 'data/encryption-at-rest' }, hasBroken: true },
  ]);
  const [other] = compareSides({ audits: [base], isWhole: true }, { audits: [head], isWhole: true }).changed;
  expect(other?.findings.fixed).toMatchObject([{ rule: 'data/encryption-at-rest' }]);
});

test('an objective that is lowered or gone, not one that is raised', () => {
  expect(weakened({ objective: 0.99 }, { objective: 0.9 })).toMatchObject([
    { sort: 'objective', journey: { id: 'journey/buy', objective: 0.99 }, objective: 0.9 },
  ]);
  const [gone] = weakened({ objective: 0.99 }, { objective: null });
  expect(gone).toMatchObject({ sort: 'objective', journey: { name: 'buy' } });
  expect(gone).not.toHaveProperty('objective');
  expect(weakened({ objective: 0.9 }, { objective: 0.99 })).toEqual([]);
});

test('an aspect that is no longer claimed to be complete', () => {
  const sorts = weakened({ complete: ['firewalls', 'monitoring'] }, { complete: ['firewalls'] });
  expect(sorts).toContainEqual({ sort: 'complete', aspect: 'monitoring' });
  expect(weakened({}, { complete: ['firewalls', 'monitoring'] })).toEqual([]);
});

test('a waiver that is added, or counts for longer', () => {
  expect(weakened({}, { isAccepted: true })).toMatchObject([
    { sort: 'waiver', waiver: { rule: 'data/encryption-at-rest', because: 'It moves soon.' } },
  ]);
  const longer = weakened({ isAccepted: true }, { isAccepted: true, until: '2027-06-30' });
  expect(longer).toMatchObject([{ sort: 'waiver', wasUntil: '2027-01-31', waiver: { until: '2027-06-30' } }]);
  expect(weakened({ isAccepted: true }, { isAccepted: true, until: null })).toMatchObject([{ sort: 'waiver' }]);
  expect(weakened({ isAccepted: true }, { isAccepted: true, until: '2026-12-31' })).toEqual([]);
  expect(weakened({ isAccepted: true }, {})).toEqual([]);
});
