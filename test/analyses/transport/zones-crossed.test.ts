import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import { type Drafting, draft } from '../support/document.js';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** `far` holds `deep` holds `deepest`; `beside` stands apart; `free` stands in the site, in no zone. */
function places(): Drafting {
  const d = draft();
  d.element('appServer', 'first');
  d.element('zone', 'far');
  d.element('zone', 'deep', { in: 'far' });
  d.element('zone', 'deepest', { in: 'deep' });
  d.element('zone', 'beside');
  const kinds: readonly (readonly [Kind, string, string?])[] = [
    ['user', 'user'],
    ['appServer', 'free'],
    ['appServer', 'in-far', 'far'],
    ['appServer', 'in-deep', 'deep'],
    ['appServer', 'in-deepest', 'deepest'],
    ['appServer', 'in-beside', 'beside'],
    ['externalService', 'bank'],
    ['vpnGateway', 'vpn', 'beside'],
  ];
  for (const [kind, id, place] of kinds) d.element(kind, id, place === undefined ? {} : { in: place });
  for (const [id, members] of [
    ['apart', ['in-far', 'in-beside']],
    ['split', ['in-far', 'in-beside']],
    ['together', ['in-far', 'in-far']],
    ['nobody', []],
  ] as const)
    d.cluster(id, 'appServer', members);
  return d;
}

describe('a hop enters or leaves', () => {
  test.each<[string, string, readonly string[]]>([
    ['free', 'free', []],
    ['in-far', 'in-far', []],
    ['free', 'in-far', ['far']],
    ['in-far', 'free', ['far']],
    ['in-far', 'in-deep', ['deep']],
    ['in-deepest', 'in-far', ['deep', 'deepest']],
    ['in-deepest', 'in-beside', ['far', 'deep', 'deepest', 'beside']],
    ['user', 'in-deepest', ['far', 'deep', 'deepest']],
    ['in-beside', 'bank', ['beside']],
    ['user', 'free', []],
    ['user', 'bank', []],
    ['free', 'apart', ['far', 'beside']],
    ['in-far', 'apart', ['far', 'beside']],
    ['apart', 'in-deep', ['far', 'deep', 'beside']],
    ['apart', 'split', ['far', 'beside']],
    ['first', 'in-far', ['far']],
    ['in-far', 'first', ['far']],
    ['in-far', 'together', []],
    ['in-deep', 'together', ['deep']],
    ['in-far', 'nobody', []],
    ['in-far', 'gone', []],
    ['gone', 'in-far', []],
  ])('from %s to %s: %j', (from, to, crossed) => {
    const d = places();
    const flow = d.flow(from, 'calls', to);
    expect(ids(analyseTransport(d.graph()).zonesCrossedBy(flow))).toStrictEqual(crossed);
  });

  test('what the legs of a flow through a gateway do', () => {
    const d = places();
    const flow = d.flow('in-far', 'calls', 'free', { through: ['vpn'] });
    expect(ids(analyseTransport(d.graph()).zonesCrossedBy(flow))).toStrictEqual(['far', 'beside']);
  });
});

describe('a span', () => {
  test.each<[string, string | undefined, readonly string[]]>([
    ['in a zone', 'far', ['far']],
    ['in no zone', undefined, []],
  ])('from a user to a store %s joins inside and outside', (_, place, crosses) => {
    const d = places();
    d.element('database', 'store', place === undefined ? {} : { in: place });
    d.flow('user', 'writes', 'store');
    const [span] = analyseTransport(d.graph()).spans;
    expect([span?.crossesSite, ids(span?.crosses ?? [])]).toStrictEqual([true, crosses]);
  });

  test('behind the edge joins what is inside only', () => {
    const d = places();
    d.element('webServer', 'edge', {
      in: 'far',
      listeners: [{ name: '', protocol: 'https', tls: {} }],
    });
    d.element('database', 'store', { in: 'beside', listeners: [{ name: '', protocol: 'tcp', tls: false }] });
    d.flow('user', 'visits', 'edge');
    d.flow('edge', 'calls', 'store');
    const spans = analyseTransport(d.graph()).spans.map((span) => [span.crossesSite, ids(span.crosses)]);
    expect(spans).toStrictEqual([
      [true, ['far']],
      [false, ['far', 'beside']],
    ]);
  });
});
