import { architecture, each, type Site } from 'stanchion';
import { collect } from '../../src/vocabulary/collect.js';
import { messagesOf, unchecked } from '../support/problems-of.js';

describe('hostile values', () => {
  const angry = (): never => {
    throw new Error('a trap');
  };

  test.each<[string, (site: Site) => unknown, string]>([
    [
      'a getter that throws',
      (site) =>
        site.server('s', {
          get owner(): string {
            return angry();
          },
        }),
      "What is said of 's' cannot be read: a trap",
    ],
    [
      'a proxy that throws',
      (site) => site.server('s', new Proxy({}, { ownKeys: angry })),
      "What is said of 's' cannot be read: a trap",
    ],
    [
      'a proxy inside',
      (site) => site.server('s', { tags: new Proxy([], { get: angry }) }),
      "An array of 's' cannot be read: a trap",
    ],
    [
      'listeners that throw',
      (site) =>
        site.webServer('w', {
          listens: {
            get plain(): never {
              return angry();
            },
          },
        }),
      "What is said of the listeners of 'w' cannot be read: a trap",
    ],
    [
      'an array that throws',
      (site) => site.webServer('w').forwards(new Proxy([], { get: angry })),
      "An array of 'w' forwards cannot be read: a trap",
    ],
    [
      'an error that is none',
      (site) =>
        site.server('s', {
          get owner(): string {
            throw unchecked<Error>({
              get message() {
                return angry();
              },
            });
          },
        }),
      "What is said of 's' cannot be read: no message",
    ],
    ['each of a trap', () => each(new Proxy([], { get: angry })), 'An array of each(…) cannot be read: a trap'],
    [
      'options of a rule',
      (site) => site.firewall('f').allows('::/0', site.server('s'), new Proxy({}, { ownKeys: angry })),
      "What is said of 'f' allows cannot be read: a trap",
    ],
  ])('%s', (_, write, message) => {
    expect(messagesOf(write)).toContain(message);
  });

  test('an own __proto__ is a fact like any other', () => {
    const site = architecture('shop');
    site.server('s', unchecked(JSON.parse('{"__proto__": {"polluted": "yes"}, "owner": "me"}')));
    const facts = collect(site).documents[0]?.elements[0]?.facts;
    expect(facts).toHaveProperty('owner', 'me');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('a polluted prototype says nothing of elements', () => {
    Object.defineProperty(Object.prototype, 'owner', { value: 'nobody', configurable: true });
    try {
      const site = architecture('shop');
      site.server('s');
      expect(Object.keys(collect(site).documents[0]?.elements[0]?.facts ?? {})).toEqual([]);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'owner');
    }
  });

  test('handles do not change', () => {
    const site = architecture('shop');
    const web = site.webServer('web');
    expect(() => Object.assign(web, { name: 'other' })).toThrow(TypeError);
    expect(() => Object.assign(Object.getPrototypeOf(web), { forwards: 1 })).toThrow(TypeError);
  });

  test('a method without its element says how to call it', () => {
    const { server } = architecture('shop');
    expect(() => server('s')).toThrow('Call it on its element');
  });

  test('what an author throws is thrown on', () => {
    const site = architecture('shop');
    expect(() => site.servers(1, 'server', angry)).toThrow('a trap');
  });
});
