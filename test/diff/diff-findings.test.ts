import type { Audit, Finding, Severity } from '../../src/audit/finding.js';
import { diffFindings, type FindingsDiff } from '../../src/diff/diff-findings.js';
import { diffModels } from '../../src/diff/diff-models.js';
import { architecture, http, https } from '../../src/index.js';
import { auditModel } from '../../src/pipeline.js';
import { build } from '../support/build.js';

const today = '2026-11-21';

interface Given {
  readonly servers?: number;
  readonly name?: string;
  readonly site?: string;
  readonly isEncrypted?: boolean;
  readonly isAccepted?: boolean;
  /** `null`: nothing is said of it. */
  readonly atRest?: boolean | null;
}

function found({
  name = 'server',
  site = 'Shop',
  isEncrypted = false,
  isAccepted = false,
  atRest = false,
  servers = 1,
}: Given): Audit {
  const shop = architecture(site, { complete: ['monitoring'] });
  const server = shop.server(name);
  for (let number = 2; number <= servers; number += 1) shop.server(`${name}-${number}`).appServer(`app-${number}`);
  const listens = isEncrypted ? https(shop.certificate('www', { expires: '2030-01-01' })) : http();
  const web = server.webServer('nginx', { listens });
  const store = server.database('mysql', {
    holds: ['personal'],
    ...(atRest !== null && { encryptedAtRest: atRest }),
  });
  server.appServer('app').reads(store);
  shop.user('visitor').visits(web);
  if (isAccepted) web.accepts({ rule: 'transport/plaintext-external', because: 'It is public.' });
  return auditModel(build(shop)[0]!, today);
}

function compared(before: Given, after: Given): FindingsDiff {
  const [base, head] = [found(before), found(after)];
  return diffFindings(base, head, diffModels(base.model, head.model));
}

function rules(findings: readonly { readonly rule: string }[]): string[] {
  return findings.map(({ rule }) => rule);
}

test('nothing is new or fixed where nothing changed', () => {
  const { fresh, fixed, untold, accepted, unchanged } = compared({}, {});
  expect([...fresh, ...fixed, ...untold, ...accepted]).toEqual([]);
  expect(unchanged.length).toBeGreaterThan(3);
});

test('a finding is the same under the new name of what it is about, and of the architecture', () => {
  for (const after of [{ name: 'node' }, { site: 'Store' }, { name: 'node', site: 'Store' }]) {
    const { fresh, fixed, untold } = compared({}, after);
    expect([...rules(fresh), ...rules(fixed), ...rules(untold)]).toEqual([]);
  }
});

test('what was mended is fixed, and the other way round it is new', () => {
  const rule = 'transport/plaintext-external';
  expect(rules(compared({}, { isEncrypted: true }).fixed)).toContain(rule);
  expect(rules(compared({ isEncrypted: true }, {}).fresh)).toContain(rule);
});

test('what is not stated any more is not fixed', () => {
  const { fixed, untold } = compared({ atRest: false }, { atRest: null });
  expect(rules(untold)).toEqual(['data/encryption-at-rest']);
  expect(rules(fixed)).not.toContain('data/encryption-at-rest');
});

test('what somebody accepts is neither fixed nor unchanged, and no news when nobody does any more', () => {
  const { fixed, accepted } = compared({}, { isAccepted: true });
  expect(rules(accepted)).toEqual(['transport/plaintext-external']);
  expect(rules(fixed)).toEqual([]);
  const { fresh, reopened, worse, unchanged } = compared({ isAccepted: true }, { name: 'node' });
  expect(rules(reopened)).toEqual(['transport/plaintext-external']);
  expect([...fresh, ...worse]).toEqual([]);
  expect(rules(unchanged.map(({ after }) => after))).not.toContain('transport/plaintext-external');
});

describe('what was accepted and is no more', () => {
  const { model, ...rest } = found({});
  const [one] = rest.findings.filter(({ identity }) => identity !== undefined);
  const about = (severity: Severity, ...ids: readonly string[]) => {
    const told = { rule: 'test/rule', severity, identity: { ids }, fingerprint: `${severity} ${ids.join(' ')}` };
    return { ...one!, ...told };
  };
  const waiver = { rule: 'test/rule', because: 'For now' };
  const waived = (finding: Finding) => ({ ...finding, accepted: waiver });
  const news = (accepted: readonly Finding[], before: readonly Finding[], after: Finding) => {
    const base = { ...rest, model, findings: before, accepted: accepted.map(waived) };
    const head = { ...rest, model, findings: [after], accepted: [] };
    const { fresh, reopened, worse } = diffFindings(base, head, diffModels(model, model));
    return { fresh: fresh.length, reopened: reopened.length, worse: worse.length };
  };

  test('counts again, also where it is about fewer now, or about what was found beside it', () => {
    const again = { fresh: 0, reopened: 1, worse: 0 };
    expect(news([about('high', 'a', 'b')], [], about('high', 'a', 'b'))).toEqual(again);
    expect(news([about('high', 'a', 'b')], [], about('high', 'a'))).toEqual(again);
    expect(news([about('high', 'a')], [about('critical', 'b')], about('high', 'a', 'b'))).toEqual(again);
  });

  test('is new where it got worse, or is about more', () => {
    const fresh = { fresh: 1, reopened: 0, worse: 0 };
    expect(news([about('medium', 'a')], [], { ...about('high', 'a'), fingerprint: 'medium a' })).toEqual(fresh);
    expect(news([about('medium', 'a', 'b')], [], about('high', 'a'))).toEqual(fresh);
    expect(news([about('high', 'a')], [], about('high', 'a', 'b'))).toEqual(fresh);
    expect(news([about('high', 'a')], [about('medium', 'b')], about('high', 'a', 'b'))).toEqual(fresh);
  });
});

test('what a rule tells apart by an id is found again under the new one', () => {
  const told = (name: string): Audit => {
    const whole = found({ name });
    const [first] = whole.findings;
    const identity = { ids: [name], discriminator: `of ${name}` };
    return { ...whole, findings: [{ ...first!, identity, fingerprint: name.padEnd(64, '0') }], accepted: [] };
  };
  const [base, head] = [told('server'), told('node')];
  const { fresh, fixed, unchanged } = diffFindings(base, head, diffModels(base.model, head.model));
  expect([...fresh, ...fixed]).toEqual([]);
  expect(unchanged).toHaveLength(1);
});

test('with one more element alike a finding is new, and that of the others not fixed; with one less it is neither', () => {
  const rule = 'operations/monitoring-uncovered';
  const more = compared({}, { servers: 2 });
  expect(rules(more.fresh)).toContain(rule);
  expect(rules(more.fixed)).not.toContain(rule);
  const less = compared({ servers: 2 }, {});
  expect(rules(less.regrouped)).toContain(rule);
  expect([...rules(less.fresh), ...rules(less.fixed)]).not.toContain(rule);
});

test('what got severer, and what is about others together now, is told apart', () => {
  const { model, ...before } = found({ servers: 2 });
  const [one, other, ...rest] = before.findings.filter(({ identity }) => identity !== undefined);
  const about = (finding: typeof one, ids: readonly string[], fingerprint: string) => ({
    ...finding!,
    rule: 'test/rule',
    severity: 'medium' as const,
    identity: { ids },
    fingerprint,
  });
  const pairs = [about(other, ['a', 'b'], '1'), about(other, ['c', 'd'], '2')];
  const base = { ...before, model, findings: [{ ...one!, severity: 'low' as const }, ...pairs, ...rest] };
  const severer = { ...one!, severity: 'critical' as const };
  const across = about(other, ['b', 'c'], '3');
  const fewer = about(other, ['c'], '4');
  const head = { ...base, findings: [severer, across, fewer, ...rest] };
  const { worse, combined, regrouped, fresh } = diffFindings(base, head, diffModels(model, model));
  expect(worse.map(({ after }) => after)).toEqual([severer]);
  expect(combined).toEqual([across]);
  expect(regrouped).toEqual([across, fewer]);
  expect(fresh).toEqual([]);
});

test('what a rule tells apart by the name of an element goes by its new name, and no other sort of fault does', () => {
  const [base, head] = [found({}), found({ name: 'node' })];
  const told = (audit: Audit, discriminator: string, id: string): Audit => ({
    ...audit,
    findings: [{ ...audit.findings[0]!, identity: { ids: [id], discriminator }, fingerprint: discriminator }],
    accepted: [],
  });
  const diff = diffModels(base.model, head.model);
  const fresh = (before: string, after: string) =>
    diffFindings(told(base, before, 'server/nginx'), told(head, after, 'node/nginx'), diff).unchanged.length;
  expect(diff.toHead.get('server')).toBe('node');
  expect(fresh('from server', 'from node')).toBe(1);
  expect(fresh('from servers', 'from node')).toBe(0);
  expect(fresh('an observer', 'outgoing')).toBe(0);
});

describe('of findings that a rule tells apart', () => {
  const empty = auditModel(build(architecture('Shop'))[0]!, today);
  const finding = (severity: Severity, ids: readonly string[], discriminator: string): Finding => ({
    ...found({}).findings[0]!,
    severity,
    identity: { ids, discriminator },
    fingerprint: JSON.stringify([ids, discriminator]),
    subjects: ids,
  });
  const worse = (before: readonly Finding[], after: readonly Finding[], baselined: readonly Finding[] = []) => {
    const [base, head] = [
      { ...empty, findings: before, baselined },
      { ...empty, findings: after },
    ];
    const diff = diffFindings(base, head, diffModels(base.model, head.model));
    return diff.worse.map((one) => [one.before.severity, one.after.severity]);
  };

  test('what is in the baseline of the head is told nowhere as worse', () => {
    const [narrower, wider] = [finding('critical', ['a'], 'two'), finding('low', ['a', 'b'], 'two')];
    const base = { ...empty, findings: [wider] };
    const head = { ...empty, findings: [], baselined: [narrower] };
    const { worse: told, regrouped } = diffFindings(base, head, diffModels(base.model, head.model));
    expect([told, regrouped]).toEqual([[], [narrower]]);
  });

  test('one that is about fewer got worse, however bad another sort of fault on the same was', () => {
    const [narrower, wider] = [finding('critical', ['a'], 'two'), finding('low', ['a', 'b'], 'two')];
    expect(worse([wider], [narrower])).toEqual([['low', 'critical']]);
    expect(worse([wider, finding('critical', ['a'], 'one')], [narrower])).toEqual([['low', 'critical']]);
    expect(worse([wider, finding('critical', ['a', 'c'], 'two')], [narrower])).toEqual([]);
    expect(worse([wider], [narrower], [finding('critical', ['a', 'c'], 'two')])).toEqual([]);
  });
});
