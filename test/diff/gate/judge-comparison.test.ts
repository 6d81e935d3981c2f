import type { Audit, Finding, Severity } from '../../../src/audit/finding.js';
import { compareSides } from '../../../src/diff/compare-sides.js';
import { type GateLimits, usualLimits } from '../../../src/diff/gate/gate-limits.js';
import { judgeComparison } from '../../../src/diff/gate/judge-comparison.js';
import { anyone, architecture, https, mysql } from '../../../src/index.js';
import { auditModel } from '../../../src/pipeline.js';
import { build } from '../../support/build.js';
import { today } from '../audited.js';

interface Given {
  readonly name?: string;
  readonly copies?: number;
  readonly objective?: number;
  readonly encrypted?: boolean;
  readonly accepted?: string;
  readonly open?: boolean;
}

/** A balancer, servers behind it and a store; with two copies the servers are no single point. */
function shop({ name = 'Shop', copies = 2, objective, encrypted, accepted, open = false }: Given = {}): Audit {
  const site = architecture(name, { complete: ['firewalls'] });
  const visitor = site.user('visitor');
  const certificate = site.certificate('www', { expires: '2027-06-30' });
  const inside = site.zone('inside');
  const lb = inside.loadBalancer('lb', { listens: https(certificate) });
  const apps = Array.from({ length: copies }, (_, index) =>
    inside
      .server(`server-${index + 1}`, { mtbf: '1000 hours', mttr: '1 hour' })
      .appServer(`app-${index + 1}`, { listens: https(certificate) }),
  );
  const db = inside.server('store', { mtbf: '1000 hours', mttr: '1 hour' }).database('db', {
    listens: mysql(),
    holds: ['personal'],
    ...(encrypted !== undefined && { encryptedAtRest: encrypted }),
  });
  inside.firewall('wall', { incoming: 'deny' }).allows(anyone, open ? [lb, ...apps] : lb);
  visitor.visits(lb);
  lb.balances(apps);
  for (const app of apps) app.writes(db);
  site.journey('buy', { from: visitor, writes: db, ...(objective !== undefined && { objective }) });
  if (accepted !== undefined) site.accepts({ rule: accepted as 'hygiene/missing-owner', because: 'For now' });
  return auditModel(build(site)[0]!, today);
}

const whole = (...audits: Audit[]) => ({ audits, isWhole: true });
const judge = (base: Audit[], head: Audit[], limits: Partial<GateLimits> = {}) =>
  judgeComparison(compareSides(whole(...base), whole(...head)), { ...usualLimits, ...limits });
const change = (before: Given, after: Given, limits?: Partial<GateLimits>) =>
  judge([shop(before)], [shop(after)], limits);
const rulesOf = (findings: readonly Finding[] = []) => findings.map(({ rule }) => rule);
const reseverity = (audit: Audit, rule: string, severity: Severity): Audit => ({
  ...audit,
  findings: audit.findings.map((finding) => (finding.rule === rule ? { ...finding, severity } : finding)),
});

test('nothing changed, or only for the better: it passes', () => {
  expect(change({}, {})).toMatchObject({ passes: true, refused: [] });
  expect(change({ copies: 1 }, { copies: 2 }).passes).toBe(true);
});

describe('new findings', () => {
  test('those at the limit are refused, and those below are not', () => {
    const verdict = change({}, { copies: 1 });
    expect(verdict.passes).toBe(false);
    expect(rulesOf(verdict.refused[0]?.fresh)).toContain('availability/spof-node');
    expect(change({}, { copies: 1 }, { failOn: 'critical' }).passes).toBe(true);
  });

  test('a rule may have a limit of its own, in both directions', () => {
    const failOnRules = new Map([['availability/spof-node', 'never' as const]]);
    expect(rulesOf(change({}, { copies: 1 }, { failOnRules }).refused[0]?.fresh)).not.toContain(
      'availability/spof-node',
    );
    const strict = new Map([['availability/spof-node', 'low' as const]]);
    const { refused } = change({}, { copies: 1 }, { failOn: 'never', failOnRules: strict });
    expect(rulesOf(refused[0]?.fresh)).toEqual(['availability/spof-node']);
  });

  test('those of the baseline are known', () => {
    const head = shop({ copies: 1 });
    const known: Audit = { ...head, findings: [], baselined: head.findings };
    expect(judge([shop()], [known], { failOn: 'low' }).refused.flatMap(({ fresh }) => fresh)).toEqual([]);
  });

  test('one that was there and is worse now', () => {
    const [base, head] = [shop({ copies: 1 }), shop({ copies: 1, objective: 0.5 })];
    const verdict = judge([reseverity(base, 'availability/spof-node', 'low')], [head]);
    expect(
      verdict.refused[0]?.worsened.map(({ before, after }) => [before.severity, after.severity, after.rule]),
    ).toEqual([
      ['low', head.findings.find(({ rule }) => rule === 'availability/spof-node')?.severity, 'availability/spof-node'],
    ]);
    expect(judge([base], [reseverity(head, 'availability/spof-node', 'low')]).passes).toBe(true);
  });
});

describe('weakening', () => {
  test('a fact that is no longer told', () => {
    const verdict = change({ encrypted: false }, {});
    expect(verdict.refused[0]?.weakened).toMatchObject([
      { sort: 'finding', finding: { rule: 'data/encryption-at-rest' } },
    ]);
    expect(change({ encrypted: false }, {}, { weakening: 'tell' }).passes).toBe(true);
    expect(change({ encrypted: false }, {}, { failOn: 'critical' }).passes).toBe(true);
  });

  test('a lower objective is as bad as high', () => {
    expect(change({ objective: 0.9 }, { objective: 0.8 }).refused[0]?.weakened).toMatchObject([{ sort: 'objective' }]);
    expect(change({ objective: 0.9 }, { objective: 0.8 }, { failOn: 'critical' }).passes).toBe(true);
    expect(change({ objective: 0.8 }, { objective: 0.9 }).passes).toBe(true);
  });

  test('a waiver is as bad as what it accepts, and needs leave of its own', () => {
    const accepted = 'data/encryption-at-rest';
    const verdict = change({ encrypted: false }, { encrypted: false, accepted });
    expect(verdict.refused[0]?.weakened).toMatchObject([{ sort: 'waiver', waiver: { rule: accepted } }]);
    expect(change({ encrypted: false }, { encrypted: false, accepted }, { weakening: 'tell' }).passes).toBe(false);
    expect(change({ encrypted: false }, { encrypted: false, accepted }, { waivers: 'tell' }).passes).toBe(true);
  });

  test('a waiver for what is low is below the limit; one that accepts nothing yet counts as its rule does', () => {
    expect(change({}, { accepted: 'hygiene/missing-owner' }).passes).toBe(true);
    expect(change({ encrypted: true }, { encrypted: true, accepted: 'data/encryption-at-rest' }).passes).toBe(false);
  });

  test('a model that is gone', () => {
    expect(judge([shop(), shop({ name: 'Other' })], [shop()]).refused).toMatchObject([{ became: 'deleted' }]);
    expect(judge([shop(), shop({ name: 'Other' })], [shop()], { weakening: 'tell' }).passes).toBe(true);
  });

  test('under another name a model is what it was, and new in nothing that was found before', () => {
    expect(judge([shop({ copies: 1 })], [shop({ name: 'Shop 2', copies: 1 })])).toMatchObject({ passes: true });
    expect(judge([shop()], [shop({ name: 'Shop 2', copies: 1 })]).refused).toMatchObject([{ became: 'changed' }]);
  });
});

test('an objective that is newly missed, whatever the severity; not where it was missed before', () => {
  const limits = { failOn: 'critical' } as const;
  const verdict = change({ objective: 0.9 }, { objective: 0.99999 }, limits);
  expect(verdict.refused[0]?.objectives).toMatchObject([{ became: 'missed' }]);
  expect(change({ objective: 0.9 }, { objective: 0.99999 }, { ...limits, objectives: 'tell' }).passes).toBe(true);
  expect(change({ objective: 0.99999 }, { objective: 0.99999, copies: 3 }, limits).passes).toBe(true);
});

test('new single points of failure are counted where there is a limit to them', () => {
  const limits = { failOn: 'critical' } as const;
  expect(change({}, { copies: 1 }, limits).newSinglePoints).toBeUndefined();
  const refused = change({}, { copies: 1 }, { ...limits, newSinglePoints: 0 });
  expect(refused).toMatchObject({ passes: false, newSinglePoints: 1 });
  expect(refused.refused[0]?.singlePoints.map(({ root }) => root.id)).toEqual(['inside/server-1/app-1']);
  expect(change({}, { copies: 1 }, { ...limits, newSinglePoints: 1 })).toMatchObject({
    passes: true,
    newSinglePoints: 1,
  });
});

test('what the internet newly reaches is refused where that is wished', () => {
  expect(change({}, { open: true }, { failOn: 'critical' }).passes).toBe(true);
  const { refused } = change({}, { open: true }, { failOn: 'critical', exposure: 'fail' });
  expect(refused[0]?.exposure.map(({ became, after }) => [became, after?.element.name])).toEqual([
    ['opened', 'app-1'],
    ['opened', 'app-2'],
  ]);
});

describe('models of one side', () => {
  test('all that is found in a new one is new, and what it accepts is weakened', () => {
    const verdict = judge([], [shop({ copies: 1, encrypted: false, accepted: 'data/encryption-at-rest' })]);
    expect(verdict.refused).toMatchObject([{ became: 'added', weakened: [{ sort: 'waiver' }] }]);
    expect(rulesOf(verdict.refused[0]?.fresh)).toContain('availability/spof-node');
  });

  test('where the base could not be read nobody can say what is new: it counts as new', () => {
    const comparison = compareSides({ audits: [], isWhole: false }, whole(shop({ copies: 1 })));
    expect(judgeComparison(comparison, usualLimits).refused).toMatchObject([{ became: 'incomparable' }]);
  });

  test('where the head could not be read nothing is said to be gone', () => {
    const comparison = compareSides(whole(shop()), { audits: [], isWhole: false });
    expect(judgeComparison(comparison, usualLimits).passes).toBe(true);
  });
});

test('never: it only tells, whatever else is said, but for the rules that are named', () => {
  const limits = { failOn: 'never', newSinglePoints: 0, exposure: 'fail' } as const;
  const limited = (rule: string, least: 'low' | 'never') => ({ ...limits, failOnRules: new Map([[rule, least]]) });
  for (const given of [limits, limited('hygiene/missing-owner', 'never'), limited('data/backup-missing', 'low')]) {
    expect(change({}, { copies: 1 }, given).passes).toBe(true);
    expect(judge([shop()], [shop(), shop({ name: 'Other' })], given).passes).toBe(true);
  }
  const [refused] = change({}, { copies: 1 }, limited('availability/spof-node', 'low')).refused;
  expect(rulesOf(refused?.fresh)).toEqual(['availability/spof-node']);
  expect(refused).toMatchObject({ singlePoints: [], exposure: [], objectives: [], broken: [] });
});

test('never: it only tells', () => {
  const verdict = change({ objective: 0.9, encrypted: false }, { objective: 0.99999, copies: 1 }, { failOn: 'never' });
  expect(verdict).toMatchObject({ passes: true, refused: [] });
});

test('what the internet reaches of a new model counts as newly reached', () => {
  expect(judge([], [shop()], { failOn: 'critical', exposure: 'fail' }).refused[0]?.exposure.length).toBeGreaterThan(0);
  expect(judge([], [shop()], { failOn: 'critical' }).refused[0]?.exposure ?? []).toEqual([]);
});

test('objectives that a new model misses count, unless they are only to be told', () => {
  const missed = (objectives: 'fail' | 'tell') =>
    judge([], [shop({ objective: 0.99999 })], { failOn: 'critical', objectives }).refused[0]?.objectives ?? [];
  expect(missed('fail')).toHaveLength(1);
  expect(missed('tell')).toEqual([]);
});
