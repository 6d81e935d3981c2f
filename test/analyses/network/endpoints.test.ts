import { endpointsOf, legsOf, listenerAt, listenerBehind } from '../../../src/analyses/network/endpoints.js';
import type { Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const http: Listener = { name: '', protocol: 'http' };

function endpoints(d: Drafting, id: string): readonly string[] {
  const model = d.graph();
  return ids(endpointsOf(model, model.byId.get(id)!));
}

describe('what answers', () => {
  test('for an element is the element, whatever it resolves to', () => {
    const d = draft();
    d.element('dns', 'dns');
    d.element('webServer', 'web');
    d.flow('dns', 'resolvesTo', 'web');
    expect(endpoints(d, 'dns')).toEqual(['dns']);
    expect(endpoints(d, 'web')).toEqual(['web']);
  });

  test('behind a record is what it resolves to, through records and clusters, each once', () => {
    const d = draft();
    for (const id of ['name', 'alias', 'other']) d.element('record', id);
    for (const id of ['a', 'b', 'c', 'd']) d.element('webServer', id);
    d.cluster('cluster', 'webServer', ['b', 'c']);
    d.flow('name', 'resolvesTo', 'alias');
    d.flow('name', 'resolvesTo', 'a');
    d.flow('alias', 'resolvesTo', 'cluster');
    d.flow('alias', 'resolvesTo', 'b');
    // Round in a circle, and what a name is asked for otherwise is no answer.
    d.flow('alias', 'resolvesTo', 'name');
    d.flow('other', 'calls', 'd');
    expect([...endpoints(d, 'name')].sort()).toEqual(['a', 'b', 'c']);
    expect([...endpoints(d, 'cluster')].sort()).toEqual(['b', 'c']);
    expect(endpoints(d, 'other')).toEqual([]);
  });

  test('is nothing that the model does not know', () => {
    const d = draft();
    d.element('record', 'name');
    d.element('webServer', 'a');
    d.flow('name', 'resolvesTo', 'gone');
    d.cluster('cluster', 'webServer', ['a', 'lost']);
    expect(endpoints(d, 'name')).toEqual([]);
    expect(endpoints(d, 'cluster')).toEqual(['a']);
  });
});

describe('the listener that a flow ends at', () => {
  /** A user visits a record that resolves to two servers, by a listener of a name or of none. */
  function behind(
    listeners: readonly (readonly Listener[] | undefined)[],
    { names = [], asked, through = 'record' }: { names?: readonly string[]; asked?: string; through?: string } = {},
  ) {
    const d = draft();
    d.element('user', 'u');
    const members = listeners.map((own, index) => d.element('webServer', `w${index}`, own ? { listeners: own } : {}));
    if (through === 'record') d.element('record', 'target');
    else d.cluster('target', 'webServer', members);
    for (const [index, to] of members.entries())
      if (through === 'record') d.flow('target', 'resolvesTo', to, {}, names[index]);
    const flow = d.flow('u', 'visits', 'target', {}, asked);
    const model = d.graph();
    return {
      all: listenerBehind(model, flow),
      each: members.map((id) => listenerAt(model, flow, model.byId.get(id)!)),
    };
  }

  const secure = (tls: Listener['tls']): Listener => ({
    name: '',
    protocol: 'https',
    ...(tls !== undefined && { tls }),
  });

  test.each<[string, readonly Listener[], boolean]>([
    ['are the same', [http, { ...http }], true],
    ['are of another protocol', [http, { name: '', protocol: 'tcp' }], false],
    ['are at another port', [http, { ...http, port: 8_080 }], false],
    [
      'are at the same port that is told',
      [
        { ...http, port: 8_080 },
        { ...http, port: 8_080 },
      ],
      true,
    ],
    ['redirect, one of them', [http, { ...http, redirects: true }], false],
    ['redirect, the first of them', [{ ...http, redirects: true }, http], false],
    [
      'redirect, both',
      [
        { ...http, redirects: true },
        { ...http, redirects: true },
      ],
      true,
    ],
    ['say in other words that they do not redirect', [http, { ...http, redirects: false }], true],
    ['say first that they do not redirect', [{ ...http, redirects: false }, http], true],
    ['are secure in an unknown way, both', [secure(undefined), secure(undefined)], true],
    ['are plaintext, both', [secure(false), secure(false)], true],
    ['are plaintext or unknown', [secure(false), secure(undefined)], false],
    ['are secure or unknown', [secure({}), secure(undefined)], false],
    ['are unknown or secure', [secure(undefined), secure({})], false],
    ['have no certificate told', [secure({}), secure({})], true],
    ['have one certificate', [secure({ certificate: 'c' }), secure({ certificate: 'c' })], true],
    ['have two certificates', [secure({ certificate: 'c' }), secure({ certificate: 'd' })], false],
    [
      'pass through, one of them',
      [secure({ certificate: 'c' }), secure({ certificate: 'c', passthrough: true })],
      false,
    ],
    ['pass through, both', [secure({ passthrough: true }), secure({ passthrough: true })], true],
  ])('is known behind a name where those of the servers %s: %j → %s', (_, [one, other], isKnown) => {
    expect(behind([[one!], [other!]]).all).toEqual(isKnown ? one : undefined);
    expect(behind([[one!], [other!]], { through: 'cluster' }).all).toEqual(isKnown ? one : undefined);
  });

  test('is not known where one server has none, or there is none', () => {
    expect(behind([[http], undefined]).all).toBeUndefined();
    expect(behind([undefined, [http]]).all).toBeUndefined();
    expect(behind([]).all).toBeUndefined();
    expect(behind([[http], undefined]).each).toEqual([http, undefined]);
  });

  const two: readonly Listener[] = [
    { name: 'a', protocol: 'http' },
    { name: 'b', protocol: 'https' },
  ];
  test('is the one that the flow names, else that all flows of the name do', () => {
    expect(behind([two, two])).toEqual({ all: undefined, each: [undefined, undefined] });
    expect(behind([two, two], { asked: 'b' })).toEqual({ all: two[1], each: [two[1], two[1]] });
    expect(behind([two, two], { asked: 'c' })).toEqual({ all: undefined, each: [undefined, undefined] });
    expect(behind([two, two], { names: ['a', 'a'] })).toEqual({ all: two[0], each: [two[0], two[0]] });
    expect(behind([two, two], { names: ['a', 'b'] })).toEqual({ all: undefined, each: [undefined, undefined] });
    expect(behind([two, two], { names: ['a', 'a'], asked: 'b' }).all).toEqual(two[1]);
  });

  test('is its own where the target is no name', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('webServer', 'w', { listeners: two });
    d.element('webServer', 'v', { listeners: [http] });
    d.element('webServer', 'x', { listeners: [] });
    const flows = [
      d.flow('u', 'visits', 'w', {}, 'b'),
      d.flow('u', 'visits', 'v'),
      d.flow('u', 'visits', 'w'),
      d.flow('u', 'visits', 'x'),
      d.flow('u', 'visits', 'gone'),
    ];
    const model = d.graph();
    expect(flows.map((flow) => listenerBehind(model, flow))).toEqual([two[1], http, undefined, undefined, undefined]);
  });
});

describe('the legs of a flow', () => {
  function legs(through?: readonly string[], to = 'db', verb: 'administers' | 'resolvesTo' = 'administers') {
    const d = draft();
    d.element('user', 'u');
    d.element('bastion', 'bastion');
    d.element('zone', 'zone');
    d.element('failureDomain', 'uplink');
    d.element('externalService', 'vendor');
    d.element('database', 'db');
    d.cluster('pair', 'bastion', ['bastion']);
    const flow = d.flow('u', verb, to, { ...(through && { through }) });
    return legsOf(d.graph(), flow).map(({ from, to }) => `${from.id} → ${to.id}`);
  }

  test.each<[string, readonly string[] | undefined, readonly string[]]>([
    ['nothing', undefined, ['u → db']],
    ['an empty list', [], ['u → db']],
    ['a bastion', ['bastion'], ['u → bastion', 'bastion → db']],
    ['a group, and a service outside', ['pair', 'vendor'], ['u → pair', 'pair → vendor', 'vendor → db']],
    ['what has no address', ['uplink', 'zone'], ['u → db']],
    ['what is not known', ['gone', 'bastion'], ['u → bastion', 'bastion → db']],
  ])('that leads through %s', (_, through, expected) => {
    expect(legs(through)).toEqual(expected);
  });

  test('are none where its target is not known, or it only resolves a name', () => {
    expect(legs(undefined, 'gone')).toEqual([]);
    expect(legs(['bastion'], 'db', 'resolvesTo')).toEqual([]);
  });
});
