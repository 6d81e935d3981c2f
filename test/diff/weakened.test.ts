import type { Audit } from '../../src/audit/finding.js';
import { compareSides } from '../../src/diff/compare-sides.js';
import { architecture, each, http, https, mysql } from '../../src/index.js';
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

/** A balancer before servers that write to a store; `null`: nobody tells what they listen to. */
function behind(listens: 'http' | 'https' | null) {
  const site = architecture('Shop');
  const certificate = site.certificate('inside', { expires: '2028-01-31' });
  const told = listens !== null && { listens: listens === 'http' ? http() : https(certificate) };
  const lb = site.server('front').loadBalancer('haproxy', { listens: https(certificate) });
  const nodes = site.servers(2, 'node', (server) => server.appServer('shop', { ...told }));
  const db = site.server('data').database('db', { ...told });
  site.user('visitor').visits(lb);
  lb.balances(each(nodes));
  each(nodes).writes(db);
  return site;
}

test('a finding about what is at the end of connections that nobody tells of any more', () => {
  const { findings } = changeOf(behind('http'), behind(null));
  const rules = ['transport/tls-ends-at-load-balancer', 'transport/db-link-plaintext'];
  expect(findings.untold.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  expect(findings.fixed.filter(({ rule }) => rules.includes(rule))).toEqual([]);
  const { fixed, untold } = changeOf(behind('http'), behind('https')).findings;
  expect(fixed.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  expect(untold).toEqual([]);
});

test('a listener that is not told any more, and that a rule was content with', () => {
  const { weakened: found } = changeOf(behind('https'), behind(null));
  const rules = found.flatMap((one) => (one.sort === 'fact' ? one.fact.rule : []));
  expect(rules).toEqual(expect.arrayContaining(['transport/tls-ends-at-load-balancer', 'transport/db-link-plaintext']));
});

test('a place that is not told any more, and one round an element that tells no country any more', () => {
  const placed = (given: { readonly stands: boolean; readonly country: boolean }) => {
    const site = architecture('Shop', { personalDataStaysIn: ['DE', 'FR'] });
    const [one, other] = [
      site.region('one', given.country ? { country: 'DE' } : {}),
      site.region('other', { country: 'FR' }),
    ];
    const primary = site.server('a', { standsIn: one }).database('db', { listens: mysql(), holds: ['personal'] });
    const copy = site
      .server('b', given.stands ? { standsIn: other } : {})
      .database('db', { listens: mysql(), holds: ['personal'] });
    primary.replicates(copy);
    return site;
  };
  const all = { stands: true, country: true };
  const rules = (after: typeof all) =>
    changeOf(placed(all), placed(after)).weakened.flatMap((one) => (one.sort === 'fact' ? one.fact.rule : []));
  expect(rules({ ...all, stands: false })).toContain('data/db-replica-same-domain');
  expect(rules({ ...all, country: false })).toContain('privacy/pii-jurisdiction');
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
