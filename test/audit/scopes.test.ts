import { audit } from '../../src/audit/audit.js';
import type { Settings } from '../../src/audit/settings.js';
import { architecture, http, type Site } from '../../src/index.js';
import rotation from '../../src/rules/access/secret-no-rotation.js';
import waiverRule from '../../src/rules/hygiene/waiver.js';
import { defineRule, type Rule } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { breaks } from './rules.js';

const today = '2026-11-21';

/** Two servers in a place of their own, one outside of it. */
function site(change: (site: Site) => void = () => {}): Site {
  const whole = architecture('Shop', { environment: 'staging' });
  const inside = whole.zone('inside', { trust: 'private' });
  inside.server('one', { tags: ['old'] });
  inside.server('two');
  whole.server('three').webServer('web', { listens: http() });
  change(whole);
  return whole;
}

/** Speaks of servers whose name is as long as the option says, cannot tell of shorter ones. */
const lengths = defineRule({
  id: 'test/lengths',
  severity: 'high',
  summary: 'It counts.',
  impact: 'i',
  remedy: 'r',
  references: [],
  options: { least: 3 },
  messages: { long: '{{server}} is long.' },
  check({ model, options, report, unknown }) {
    for (const server of model.byKind.server) {
      if (server.name.length >= options.least) report({ at: server, message: 'long', data: { server } });
      else unknown(server, 'software');
    }
  },
});

const together = defineRule({
  id: 'test/together',
  severity: 'medium',
  summary: 'It counts.',
  impact: 'i',
  remedy: 'r',
  references: [],
  messages: { all: '{{servers}}.', whole: 'All.' },
  check({ model, report }) {
    report({ at: model.byKind.server, message: 'all', data: { servers: model.byKind.server } });
    report({ message: 'whole' });
  },
});

function found(settings: Settings, rules: readonly Rule[] = [lengths], whole = site()) {
  const result = audit(build(whole)[0]!, { today, rules, settings });
  return {
    findings: result.findings.map(({ severity, subjects = [] }) => `${severity} ${subjects.join(' ')}`.trim()),
    switchedOff: result.outcomes.map(({ switchedOff = 0 }) => switchedOff),
    missing: result.missing.flatMap(({ elements }) => elements),
  };
}

const off = { severities: { 'test/lengths': 'off' } } as const;

test.each<[string, object]>([
  ['paths', { paths: ['inside/**'] }],
  ['kinds and paths', { kinds: ['server'], paths: ['inside/*', 'elsewhere'] }],
  ['an environment besides', { paths: ['inside/**'], environments: ['production', 'staging'] }],
])('a scope of %s switches a rule off for elements, and says so', (_, criteria) => {
  expect(found({ scopes: [{ ...criteria, ...off }] })).toEqual({
    findings: ['high three'],
    switchedOff: [2],
    missing: [],
  });
});

test.each<[string, object]>([
  ['other kinds', { kinds: ['database'], paths: ['inside/**'] }],
  ['another environment', { environments: ['production'] }],
  ['another file', { files: ['elsewhere/*.ts'] }],
  ['nothing that a pattern names', { paths: ['inside'] }],
])('a scope of %s changes nothing', (_, criteria) => {
  expect(found({ scopes: [{ ...criteria, ...off }] }).findings).toHaveLength(3);
});

test('another severity for a tag; the last scope that applies decides', () => {
  const low = { kinds: ['server'], severities: { 'test/lengths': 'low' } } as const;
  const critical = { tags: ['old'], severities: { 'test/lengths': 'critical' } } as const;
  expect(found({ scopes: [low, critical] }).findings).toEqual(['critical inside/one', 'low inside/two', 'low three']);
  expect(found({ scopes: [critical, low] }).findings).toEqual(['low inside/one', 'low inside/two', 'low three']);
});

test('a rule that is off may be asked in a scope only', () => {
  const scopes = [{ tags: ['old'], severities: { 'test/lengths': 'low' } }] as const;
  expect(found({ ...off, scopes })).toMatchObject({ findings: ['low inside/one'] });
  const { outcomes } = audit(build(site())[0]!, { today, rules: [lengths], settings: { ...off, scopes } });
  expect(outcomes).toMatchObject([{ severity: 'high', findings: 1 }]);
});

test('options of a scope are for its elements, and those of all for the others', () => {
  const scopes = [{ paths: ['inside/**'], options: { 'test/lengths': { least: 4 } } }];
  expect(found({ scopes })).toEqual({
    findings: ['high three'],
    switchedOff: [0],
    missing: ['inside/one', 'inside/two'],
  });
  const everywhere = { 'test/lengths': { least: 4 } };
  const loose = [{ paths: ['inside/**'], options: { 'test/lengths': { least: 3 } } }];
  expect(found({ options: everywhere, scopes: loose }).findings).toEqual([
    'high inside/one',
    'high inside/two',
    'high three',
  ]);
});

test('what passes and what nobody knows is counted once, under the options that are meant', () => {
  const passes = defineRule({
    ...{ id: 'test/passes', severity: 'high', summary: 's', impact: 'i', remedy: 'r', references: [] },
    options: { least: 3 },
    messages: {},
    check({ model, options, pass, unknown }) {
      for (const server of model.byKind.server)
        (server.name.length >= options.least ? pass : unknown)(server, 'software');
    },
  });
  const counted = (settings: Settings) => {
    const [outcome] = audit(build(site())[0]!, { today, rules: [passes], settings }).outcomes;
    return [outcome?.passes, outcome?.unknown];
  };
  const options = { 'test/passes': { least: 4 } };
  expect(counted({})).toEqual([3, 0]);
  expect(counted({ scopes: [{ paths: ['inside/**'], options }] })).toEqual([1, 2]);
  expect(counted({ scopes: [{ paths: ['inside/**'], severities: { 'test/passes': 'off' } }] })).toEqual([1, 0]);
  expect(counted({ options, scopes: [{ tags: ['old'], severities: { 'test/passes': 'off' } }] })).toEqual([1, 1]);
  expect(
    counted({
      scopes: [
        { paths: ['inside/**'], severities: { 'test/passes': 'low' } },
        { tags: ['old'], options },
      ],
    }),
  ).toEqual([2, 1]);
});

test('a rule that is off everywhere is not asked, however many scopes speak of others', () => {
  const scopes = [{ severities: { 'test/together': 'low' } }, { severities: { 'test/lengths': 'off' } }] as const;
  const { outcomes } = audit(build(site())[0]!, { today, rules: [lengths, together], settings: { ...off, scopes } });
  expect(outcomes.map(({ rule }) => rule)).toEqual(['test/together']);
});

test('a rule that breaks in a scope is named', () => {
  const scopes = [{ tags: ['old'], severities: { 'test/breaks': 'critical' } }] as const;
  const run = () => audit(build(site())[0]!, { today, rules: [breaks], settings: { scopes } });
  expect(run).toThrow(/The rule test\/breaks broke/);
});

test('what is about elements within and without stays, and what is about the whole', () => {
  const severities = { 'test/together': 'off' } as const;
  expect(found({ scopes: [{ paths: ['inside/**'], severities }] }, [together])).toMatchObject({
    findings: ['medium', 'medium inside/one inside/two three'],
    switchedOff: [0],
  });
  expect(found({ scopes: [{ kinds: ['server'], severities }] }, [together]).findings).toEqual(['medium']);
  expect(found({ scopes: [{ environments: ['staging'], severities }] }, [together])).toMatchObject({
    findings: [],
    switchedOff: [2],
  });
});

/** Speaks of all servers together, from as many as the option says. */
const many = defineRule({
  id: 'test/many',
  severity: 'medium',
  summary: 'It counts.',
  impact: 'i',
  remedy: 'r',
  references: [],
  options: { least: 4 },
  messages: { all: '{{servers}}.' },
  check({ model, options, report }) {
    const servers = model.byKind.server;
    const severity = options.least > 2 ? 'medium' : 'high';
    if (servers.length >= options.least) report({ at: servers, message: 'all', data: { servers }, severity });
  },
});

const all = 'inside/one inside/two three';

test('a finding about several is as bad as for the worst of them, and off only where it is for all', () => {
  const old = (severity: 'critical' | 'low' | 'off') => ({ tags: ['old'], severities: { 'test/together': severity } });
  const [off, low] = [{ 'test/together': 'off' }, { 'test/together': 'low' }] as const;
  const about = (settings: Settings) => found(settings, [together]).findings.filter((text) => text.endsWith(all));
  expect(about({ scopes: [old('critical')] })).toEqual([`critical ${all}`]);
  expect(about({ scopes: [old('low')] })).toEqual([`medium ${all}`]);
  expect(about({ severities: low, scopes: [old('off')] })).toEqual([`low ${all}`]);
  expect(about({ severities: off, scopes: [old('critical')] })).toEqual([`critical ${all}`]);
  expect(about({ severities: off, scopes: [old('off')] })).toEqual([]);
});

test('stricter options of a scope reach a finding that names others besides, once', () => {
  const scope = (least: number) => ({ tags: ['old'], options: { 'test/many': { least } } });
  const everywhere = (least: number) => ({ 'test/many': { least } });
  expect(found({}, [many]).findings).toEqual([]);
  expect(found({ scopes: [scope(3)] }, [many]).findings).toEqual([`medium ${all}`]);
  expect(found({ options: everywhere(3), scopes: [scope(2)] }, [many]).findings).toEqual([`high ${all}`]);
  expect(found({ options: everywhere(2), scopes: [scope(3)] }, [many]).findings).toEqual([`high ${all}`]);
  expect(found({ options: everywhere(3), scopes: [scope(4)] }, [many]).findings).toEqual([`medium ${all}`]);
});

test('accounts that are rotated alike are found by what holds for one of them', () => {
  const whole = architecture('Shop');
  const [app, orders] = [whole.appServer('app'), whole.database('orders')];
  const strict = whole.account('a', { tags: ['strict'], rotatedEvery: '200 days' });
  for (const as of [strict, whole.account('b', { rotatedEvery: '200 days' })])
    app.reads(orders, { as, authenticatedBy: 'password' });
  const about = (settings: Settings) => found(settings, [rotation], whole).findings;
  const options = { 'access/secret-no-rotation': { days: 90 } };
  const severities = { 'access/secret-no-rotation': 'high' } as const;
  expect(about({ scopes: [{ tags: ['other'], options }] })).toEqual([]);
  expect(about({ scopes: [{ tags: ['strict'], options }] })).toEqual([expect.stringContaining('account/a')]);
  const off = { 'access/secret-no-rotation': 'off' } as const;
  expect(about({ severities: off, scopes: [{ tags: ['strict'], severities, options }] })).toEqual([
    expect.stringMatching(/^high account\/a/),
  ]);
});

test('a waiver of what a scope switches off is not to blame', () => {
  const accepted = site((whole) => {
    whole.server('four').accepts({ rule: 'hygiene/orphan-node', because: 'It is new.' });
  });
  const orphan: Rule = { ...lengths, id: 'hygiene/orphan-node' };
  const scopes = [{ kinds: ['server'], severities: { 'hygiene/orphan-node': 'off' } }] as const;
  expect(found({ scopes }, [orphan, waiverRule], accepted).findings).toEqual([]);
});

test('names that do not exist are refused in scopes too', () => {
  expect(() => found({ scopes: [{ severities: { 'test/lenghts': 'low' } }] })).toThrow(/test\/lengths/);
  expect(() => found({ scopes: [{ options: { 'test/lengths': { lest: 3 } } }] })).toThrow(/least/);
});
