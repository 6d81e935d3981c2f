import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { Span } from '../../../src/analyses/transport/result.js';
import type { Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

const plain: Listener = { name: '', protocol: 'http', tls: false };
const mysql: Listener = { name: '', protocol: 'mysql', tls: false };
const passed: Listener = { name: '', protocol: 'tls', tls: { passthrough: true } };
const shown = (certificate: string): Listener => ({
  name: '',
  protocol: 'https',
  tls: { certificate, minimumVersion: '1.2' },
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const told = (spans: readonly Span[]) =>
  spans.map(({ encryption, from, to, length }) => `${encryption}: ${ids(from).join()} → ${ids(to).join()}, ${length}`);
const spansOf = (d: Drafting) => analyseTransport(d.graph()).spans;

describe('a listener that says tls and no more', () => {
  const bare: Listener = { name: '', protocol: 'tls' };

  test('ends TLS on an application server and a database: two spans', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('appServer', 'app', { listeners: [bare] });
    d.element('database', 'db', { listeners: [bare] });
    d.flow('u', 'visits', 'app');
    d.flow('app', 'reads', 'db');
    const spans = spansOf(d);
    expect(told(spans)).toEqual(['tls: u → app, 1', 'tls: app → db, 1']);
    expect(spans.map(({ terminatedBy }) => ids(terminatedBy))).toEqual([['app'], ['db']]);
    expect(spans.map(({ version }) => version)).toEqual([undefined, undefined]);
  });

  test('is passed through by a balancer, as where that is told', () => {
    const balanced = draft();
    balanced.element('user', 'u');
    balanced.element('certificate', 'inside');
    balanced.element('loadBalancer', 'lb', { listeners: [bare] });
    balanced.element('objectStore', 'files', { listeners: [shown('inside')] });
    balanced.flow('u', 'visits', 'lb');
    balanced.flow('lb', 'balances', 'files');
    const spans = spansOf(balanced);
    expect(told(spans)).toEqual(['tls: u → files, 2']);
    expect(spans[0]).toMatchObject({ version: '1.2' });
    expect(ids(spans[0]!.terminatedBy)).toEqual(['files']);
    const d = draft();
    d.element('user', 'u');
    d.element('appServer', 'app', { listeners: [passed] });
    d.element('database', 'db', { listeners: [bare] });
    d.flow('u', 'visits', 'app');
    d.flow('app', 'reads', 'db');
    expect(told(spansOf(d))).toEqual(['tls: u → db, 2']);
  });
});

describe('a redirect', () => {
  const redirecting: Listener = { ...plain, name: 'plain', redirects: true };
  const secure: Listener = { ...shown('edge'), name: 'secure' };

  test.each([
    ['of the first member of a cluster only', [[redirecting, secure], [{ ...plain, name: 'plain' }]], 'unknown'],
    ['of the second member of a cluster only', [[{ ...plain, name: 'plain' }], [redirecting, secure]], 'unknown'],
    [
      'of both members',
      [
        [redirecting, secure],
        [redirecting, secure],
      ],
      'tls',
    ],
    ['of a member that has nothing encrypted', [[redirecting, secure], [redirecting]], 'unknown'],
    ['to any of two encrypted listeners', [[redirecting, secure, { ...shown('inside'), name: 'second' }]], 'tls'],
  ] as const)('%s', (_, members, encryption) => {
    const d = draft();
    for (const id of ['edge', 'inside']) d.element('certificate', id);
    d.element('user', 'user');
    const webs = members.map((listeners, index) => d.element('webServer', `w${index}`, { listeners }));
    d.cluster('wc', 'webServer', webs);
    d.element('database', 'db', { listeners: [mysql] });
    d.flow('user', 'visits', webs.length === 1 ? webs[0]! : 'wc', {}, 'plain');
    for (const web of webs) d.flow(web, 'reads', 'db');
    expect(spansOf(d)[0]!.encryption).toBe(encryption);
  });
});
