import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import { draft } from '../support/document.js';

/** Where something grew with the square of the model these would take hours, and a stack as deep as the model would overflow. */
test('twenty thousand web servers behind one balancer, each asked for the plaintext behind it', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('certificate', 'certificate');
  d.element('loadBalancer', 'lb', {
    listeners: [{ name: '', protocol: 'https', tls: { certificate: 'certificate' } }],
  });
  d.element('appServer', 'app', { listeners: [{ name: '', protocol: 'http' }] });
  d.element('database', 'db', { listeners: [{ name: '', protocol: 'mysql', tls: false }] });
  d.flow('user', 'visits', 'lb');
  const webs = Array.from({ length: 20_000 }, (_, index) =>
    d.element('webServer', `web-${index}`, { listeners: [{ name: '', protocol: 'https' }] }),
  );
  d.pool('lb', 'balances', webs);
  for (const web of webs) d.flow(web, 'forwards', 'app');
  d.flow('app', 'writes', 'db');
  const model = d.graph();
  const transport = analyseTransport(model);
  expect(model.elements.filter((element) => transport.plaintextSpanFrom(element))).toHaveLength(20_000);
  expect(transport.plaintextSpanFrom(model.byId.get('web-7')!)!.hops).toHaveLength(2);
  expect(transport.spans.map(({ encryption, from, hops }) => [encryption, from.length, hops.length])).toEqual([
    ['tls', 1, 1],
    ['tls', 1, 20_000],
    ['plaintext', 20_000, 20_001],
  ]);
});

test('a chain of a hundred thousand services', () => {
  const d = draft();
  d.element('user', 'user');
  const chain = Array.from({ length: 100_000 }, (_, index) =>
    d.element('appServer', `app-${index}`, { listeners: [{ name: '', protocol: 'http' }] }),
  );
  d.element('database', 'db', { facts: { holds: ['health'] } });
  for (const [index, id] of chain.entries()) d.flow(index === 0 ? 'user' : chain[index - 1]!, 'calls', id);
  d.flow(chain.at(-1)!, 'reads', 'db');
  const { spans, ways } = analyseTransport(d.graph());
  expect(spans.map(({ encryption, length, carries }) => [encryption, length, carries])).toEqual([
    ['plaintext', 100_000, ['health']],
    ['unknown', 1, ['health']],
  ]);
  expect(ways.map(({ hops }) => hops.length)).toEqual([100_001]);
});

test('twenty thousand ways into one span, and as many out of it', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'hub', { listeners: [{ name: '', protocol: 'http' }] });
  for (let index = 0; index < 20_000; index += 1) {
    d.element('appServer', `app-${index}`, { listeners: [{ name: '', protocol: 'https' }] });
    d.element('database', `db-${index}`, { listeners: [{ name: '', protocol: 'mysql', tls: false }] });
    d.flow('user', 'visits', `app-${index}`);
    d.flow(`app-${index}`, 'calls', 'hub');
    d.flow('hub', 'reads', `db-${index}`);
  }
  const { spans } = analyseTransport(d.graph());
  expect(spans.map(({ from, to, length }) => [from.length, to.length, length])).toEqual([
    [1, 20_000, 1],
    [20_000, 20_000, 2],
  ]);
});
