import { makeFinding } from '../../src/audit/make-finding.js';
import type { Messages, Report } from '../../src/audit/rule.js';
import { namer, speaker } from '../../src/audit/say.js';
import { defineRule } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { smallShop } from './sites.js';

const model = build(smallShop().site)[0]!;
const [lb, orders, app] = [model.byKind.loadBalancer[0]!, model.byKind.database[0]!, model.byKind.appServer[0]!];
const balances = model.flows.filter(({ verb }) => verb === 'balances');
const writes = model.flows.find(({ verb }) => verb === 'writes')!;
const rule = defineRule({
  id: 'test/made',
  severity: 'medium',
  summary: 's',
  impact: 'i',
  remedy: 'r',
  references: [],
  messages: { here: 'Here.' },
  check() {},
});
const make = (given: Partial<Report<Messages>> = {}) =>
  makeFinding(model, speaker(model), rule, undefined, { message: 'here', ...given } as Report<Messages>);

test('about the model as a whole: no subject, nothing to show, where the model begins', () => {
  const { fingerprint, ...finding } = make();
  expect(finding).toStrictEqual({
    ...{ rule: 'test/made', severity: 'medium', message: 'Here.', impact: 'i', remedy: 'r', references: [] },
    evidence: { elements: [], flows: [] },
    identity: { ids: [] },
    handle: fingerprint,
    at: model.at,
  });
});

test('about a flow: its source, and both ends are shown', () => {
  expect(make({ at: writes })).toMatchObject({
    flow: 'app writes orders',
    subjects: ['app'],
    evidence: { elements: ['app', 'orders'], flows: ['app writes orders'] },
    at: writes.at,
  });
  expect(make({ at: balances })).toMatchObject({ subjects: ['balancer'], flow: 'balancer balances server-1/web' });
});

test('evidence: elements, flows with their ends, or hops in the order of the way; each once', () => {
  const evidence = (given: Report<Messages>['evidence']) => make({ at: orders, evidence: given }).evidence;
  expect(evidence({ elements: [app, orders] })).toEqual({ elements: ['orders', 'app'], flows: [] });
  expect(evidence({ flows: [writes, writes] })).toEqual({ elements: ['orders', 'app'], flows: ['app writes orders'] });
  const hop = { from: app, to: orders, flow: writes } as never;
  expect(evidence([hop])).toEqual({ elements: ['orders', 'app'], flows: ['app writes orders'] });
  // A hop may end elsewhere than its flow, as where a name stands for what is behind it.
  const way = { from: lb, to: app, flow: balances[0] } as never;
  expect(evidence([way])).toEqual({
    elements: ['orders', 'balancer', 'app', 'server-1/web'],
    flows: ['balancer balances server-1/web'],
  });
});

test('edits are carried where there are some', () => {
  expect(make({ fix: [] })).not.toHaveProperty('fix');
  expect(make({ fix: [{ on: 'model', set: { owner: 'x' } }] }).fix).toEqual([
    { on: { model: true }, set: { owner: 'x' } },
  ]);
});

test('the severity that is forced decides, then the one of the case, then the rule’s', () => {
  expect(make({ severity: 'low' }).severity).toBe('low');
  const forced = makeFinding(model, speaker(model), rule, 'critical', { message: 'here', severity: 'low' });
  expect(forced.severity).toBe('critical');
});

test('a name in a text that a rule puts together', () => {
  const name = namer(model);
  expect(name(orders)).toBe('orders');
  expect(name(model.byKind.webServer[1]!)).toBe('web on server-2');
});
