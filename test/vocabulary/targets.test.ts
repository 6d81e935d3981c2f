import { type AppServer, architecture, each, http, pool, type Site } from 'stanchion';
import { collect } from '../../src/vocabulary/collect.js';
import { messagesOf, problemsOf, unchecked } from '../support/problems-of.js';

describe('targets', () => {
  test.each<[string, (site: Site) => unknown, string]>([
    [
      'nothing',
      (site) => site.webServer('web').forwards(unchecked(undefined)),
      "'web' forwards undefined, which is no element.",
    ],
    [
      'a text',
      (site) => site.webServer('web').forwards(unchecked('app')),
      "'web' forwards 'app', which is no element.",
    ],
    [
      'the site',
      (site) => site.webServer('web').forwards(unchecked(site)),
      "'web' forwards the architecture itself, which is no element.",
    ],
    [
      'itself',
      (site) => {
        const app = site.appServer('app');
        app.calls(app);
      },
      "'app' calls itself.",
    ],
    [
      'an empty array',
      (site) => site.webServer('web').forwards([]),
      "'web' forwards an empty array: it names nothing.",
    ],
    [
      'mixed kinds',
      (site) => site.webServer('web').forwards([site.appServer('app'), site.function('resize')]),
      "'web' forwards an array of mixed kinds: appServer, function.",
    ],
    [
      'a kind it does not take',
      (site) => site.webServer('web').forwards(unchecked(site.database('db'))),
      "'web' forwards 'db', which is a database: that is not possible.",
    ],
    [
      'a replica of another kind',
      (site) => site.database('db').replicates(unchecked(site.cache('cache'))),
      "'db' replicates 'cache', which is a cache: that is not possible.",
    ],
    [
      'several writers',
      (site) => site.appServer('app').writes(unchecked([site.database('a'), site.database('b')])),
      "'app' writes several at once.",
    ],
    [
      'one twice in a pool',
      (site) => {
        const app = site.appServer('app');
        site.webServer('web').forwards([app, app]);
      },
      "'web' forwards 'app' twice in one pool.",
    ],
    [
      'another architecture',
      (site) => site.webServer('web').forwards(architecture('other').appServer('app')),
      "'web' forwards 'app', which belongs to another architecture: 'other'.",
    ],
    [
      'several listeners',
      (site) =>
        site
          .loadBalancer('lb')
          .balances(unchecked(site.webServer('web', { listens: { plain: http(), other: http() } }))),
      "'lb' balances 'web', which has several listeners: name one, as in web.at.plain (or other).",
    ],
  ])('%s', (_, write, message) => {
    expect(messagesOf(write)).toEqual([message]);
  });

  test('an unknown listener', () => {
    const problems = problemsOf((site) => {
      const web = site.webServer('web', { listens: { plain: http(), secure: http({ port: 443 }) } });
      site.loadBalancer('lb').balances(unchecked<{ at: { secur: typeof web.at.secure } }>(web).at.secur);
    });
    expect(problems).toMatchObject([
      { message: "'web' has no listener 'secur': it has 'plain', 'secure'.", hint: "Did you mean 'secure'?" },
    ]);
  });

  test.each([
    [{ need: 3 }, 'A pool of 2 cannot need 3.'],
    [{ need: 0 }, "'need' of a pool must be a whole number, 1 or more, or a share between 0 and 1, not 0."],
    [{ weights: [1] }, 'The weights of a pool of 2 must be 2 numbers above 0.'],
    [{ weights: [1, -1] }, 'The weights of a pool of 2 must be 2 numbers above 0.'],
    [{ weights: unchecked<number[]>(1) }, 'The weights of a pool of 2 must be 2 numbers above 0.'],
  ])('a pool with %j', (options, message) => {
    const messages = messagesOf((site) => {
      const apps = [site.appServer('a'), site.appServer('b')];
      site.webServer('web').forwards(pool(apps, options));
    });
    expect(messages).toEqual([message]);
    const ofRecord = messagesOf((site) => {
      site.dns('example').record('A', 'www', pool([site.webServer('a'), site.webServer('b')], options));
    });
    expect(ofRecord).toEqual([message]);
  });

  test('a name hands requests out by the weights of its pool', () => {
    const site = architecture('Site');
    const targets = [site.webServer('a'), site.webServer('b')];
    site.dns('example').record('A', 'www', pool(targets, { need: 2, weights: [9, 1] }));
    expect(collect(site).documents[0]?.pools).toMatchObject([{ verb: 'resolvesTo', need: 2, weights: [9, 1] }]);
  });
});

describe('each', () => {
  test('of nothing is one mistake for each call', () => {
    const messages = messagesOf((site) => {
      const stack: { app: AppServer }[] = [];
      each(stack).app.writes(site.database('db'));
      site.webServer('web').forwards(each(stack).app);
    });
    expect(messages).toEqual([
      'each([]) says nothing: the array is empty.',
      'each([]) says nothing: the array is empty.',
    ]);
  });

  test('of mixed kinds', () => {
    expect(messagesOf((site) => each([site.agent('a'), site.worker('b')]).reports(site.logCollector('logs')))).toEqual([
      'each(…) takes elements of one kind, not agent, worker.',
    ]);
  });

  test('of what is no array', () => {
    expect(messagesOf(() => each(unchecked('abc')))).toEqual(["each(…) takes an array of elements, not 'abc'."]);
  });

  test('of what only some members have', () => {
    const messages = messagesOf((site) => {
      const list = [{ app: site.appServer('a') }, unchecked<{ app: AppServer }>({})];
      each(list).app.writes(site.database('db'));
    });
    expect(messages).toEqual(['each(…) asks for what not all of its members have.']);
  });
});
