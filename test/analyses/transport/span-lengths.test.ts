import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { Span } from '../../../src/analyses/transport/result.js';
import type { Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

const plain: Listener = { name: '', protocol: 'http', tls: false };
const mysql: Listener = { name: '', protocol: 'mysql', tls: false };
const shown = (certificate: string): Listener => ({
  name: '',
  protocol: 'https',
  tls: { certificate, minimumVersion: '1.2' },
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const told = (spans: readonly Span[]) =>
  spans.map(({ encryption, from, to, length }) => `${encryption}: ${ids(from).join()} → ${ids(to).join()}, ${length}`);
const spansOf = (d: Drafting) => analyseTransport(d.graph()).spans;

describe('the length of a span', () => {
  test('is what one request takes, however many ways lie side by side', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('loadBalancer', 'lb', { listeners: [plain] });
    for (const name of ['www', 'shop', 'api']) {
      d.element('record', name, { in: 'dns' });
      d.flow('user', 'visits', name);
      d.flow(name, 'resolvesTo', 'lb');
    }
    for (const store of ['a', 'b']) d.flow('lb', 'balances', d.element('objectStore', store, { listeners: [plain] }));
    expect(told(spansOf(d))).toEqual(['plaintext: user → a,b, 2']);
  });

  test('is not made longer by circles, and is told of the user who is farthest away', () => {
    const d = draft();
    for (const user of ['near', 'far']) d.element('user', user);
    for (const app of ['front', 'back', 'side']) d.element('appServer', app, { listeners: [plain] });
    d.element('database', 'db', { listeners: [mysql] });
    d.flow('far', 'visits', 'front');
    d.flow('near', 'visits', 'back');
    for (const [from, to] of [
      ['front', 'back'],
      ['back', 'side'],
      ['side', 'front'],
    ] as const)
      d.flow(from, 'calls', to);
    d.flow('back', 'reads', 'db');
    expect(told(spansOf(d))).toEqual(['plaintext: near,far → db, 3']);
  });

  test('of hops from alike to alike is one', () => {
    const d = draft();
    d.element('user', 'user');
    const nodes = ['d1', 'd2'].map((id) => d.element('objectStore', id, { listeners: [plain] }));
    d.element('appServer', 'app', { listeners: [shown('edge')] });
    d.cluster('nodes', 'objectStore', nodes);
    d.flow('user', 'visits', 'app');
    d.flow('app', 'reads', 'd1');
    d.flow('d1', 'calls', 'd2');
    expect(told(spansOf(d))).toEqual(['tls: user → app, 1', 'plaintext: app → d1,d2, 1']);
  });
});

test('what a cluster holds, travels to and between its members', () => {
  const d = draft();
  d.element('appServer', 'app', { listeners: [plain] });
  for (const id of ['d1', 'd2']) d.element('database', id, { listeners: [mysql] });
  d.element('backupStore', 'backup');
  d.cluster('db', 'database', ['d1', 'd2'], { holds: ['credentials'] });
  d.flow('app', 'writes', 'd1');
  d.flow('d1', 'replicates', 'd2');
  d.flow('d2', 'backsUp', 'backup');
  const { hops } = analyseTransport(d.graph());
  expect(hops.map(({ carries }) => carries)).toEqual([['credentials'], ['credentials'], ['credentials']]);
});
