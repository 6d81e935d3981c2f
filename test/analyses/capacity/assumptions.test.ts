import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import { architecture, http, pool, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';
import { draft } from '../support/document.js';

/** What the load of a model was worked out with where it does not say. */
function assumed(fill: (site: Site) => void): readonly string[] {
  const site = architecture('shop');
  fill(site);
  return analyseLoad(build(site)[0]!).assumptions;
}

const even = /requests are taken to spread over the targets evenly/;
const webs = (site: Site, count = 2) =>
  site.servers(count, 'server', (server) => server.webServer('web', { listens: http() }));

test.each<[string, Parameters<typeof balanced>[0], boolean]>([
  ['no algorithm is told', {}, true],
  ['taking turns', { algorithm: 'round robin' }, false],
  ['counting connections', { algorithm: 'least connections' }, true],
  ['taking turns over one target', { count: 1 }, false],
  ['weights that are told', { weights: [2, 1] }, false],
  ['weights, taking turns by them', { weights: [2, 1], algorithm: 'weighted round robin' }, false],
  ['weights, and turns that know of none', { weights: [2, 1], algorithm: 'round robin' }, true],
  ['taking turns, but who came once comes back', { algorithm: 'round robin', sticky: true }, true],
])('a balancer, %j', (_, facts, isAssumed) => {
  expect(balanced(facts).some((sentence) => even.test(sentence))).toBe(isAssumed);
});

function balanced(given: {
  readonly algorithm?: 'round robin' | 'least connections' | 'weighted round robin';
  readonly weights?: readonly number[];
  readonly sticky?: boolean;
  readonly count?: number;
}) {
  const { algorithm, weights, sticky, count } = given;
  return assumed((site) => {
    const lb = site.loadBalancer('lb', algorithm ? { algorithm } : {});
    site.user('visitor').visits(lb, { requestsPerSecond: 100 });
    const made = webs(site, count);
    lb.balances(weights ? pool(made, { weights }) : made, sticky ? { sticky } : {});
  });
}

test('answers of a name are taken to be used alike, where there are several', () => {
  const named = (count: number) =>
    assumed((site) => {
      const made = webs(site, count);
      const record = site.dns('example.org').record('A', 'www', made);
      site.user('visitor').visits(record, { requestsPerSecond: 100 });
    }).filter((sentence) => sentence.endsWith('each answer of the name is taken to be used alike.'));
  expect(named(2)).toEqual([expect.stringContaining('www')]);
  expect(named(1)).toEqual([]);
});

test('members of a group are taken to share requests, where nothing tells who answers and somebody asks', () => {
  const grouped = (facts: { readonly mode?: 'active-active'; readonly failover?: 'none' }, count = 2, isAsked = true) =>
    assumed((site) => {
      const group = site.cluster('webs', webs(site, count), facts);
      const app = site.appServer('app');
      site.user('visitor').visits(app, { requestsPerSecond: 100 });
      if (isAsked) app.calls(group, { perRequest: 1 });
    });
  const shared = [
    "'webs': the members are taken to share the requests evenly, as neither a mode nor a writer is told.",
  ];
  expect(grouped({})).toEqual(shared);
  expect(grouped({ mode: 'active-active' })).toEqual([]);
  expect(grouped({}, 1)).toEqual([]);
  expect(grouped({}, 2, false)).toEqual([]);
});

test('calls and messages of which no number is told', () => {
  const sentences = assumed((site) => {
    const [app, queue] = [site.appServer('app'), site.queue('jobs')];
    site.user('visitor').visits(app, { requestsPerSecond: 100 });
    app.calls(site.externalService('bank'));
    app.publishes(queue, { perRequest: 1 });
    site.worker('worker').consumes(queue);
  });
  expect(sentences).toEqual([
    "'app' calls 'bank': one call for each request is taken, as no number is told (perRequest).",
    "'jobs': what is published is taken to be shared evenly by those that consume it, each message once.",
  ]);
});

test('a balancer that keeps who came once on one of its targets only is assumed to spread', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb', { facts: { algorithm: 'round robin' } });
  for (const id of ['a', 'b']) d.element('webServer', id);
  d.flow('user', 'visits', 'lb', { requestsPerSecond: 10 });
  d.pool('lb', 'balances', ['a', 'b']);
  d.flows.splice(1, 1, { ...d.flows[1]!, facts: { sticky: true } });
  expect(analyseLoad(d.graph()).assumptions).toEqual([expect.stringMatching(even)]);
});

test('answers of a name with weights are not taken to be used alike', () => {
  const about = (pools: readonly (readonly number[] | undefined)[]) => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns' });
    d.flow('user', 'visits', 'www', { requestsPerSecond: 10 });
    for (const [index, weights] of pools.entries()) {
      const ids = [0, 1].map((number) => d.element('webServer', `web-${index}-${number}`));
      if (weights) d.pool('www', 'resolvesTo', ids, { weights });
      else for (const id of ids) d.flow('www', 'resolvesTo', id);
    }
    return analyseLoad(d.graph()).assumptions;
  };
  const alike = ["'www': each answer of the name is taken to be used alike."];
  expect(about([undefined])).toEqual(alike);
  expect(about([[2, 1]])).toEqual([]);
  expect(about([undefined, [2, 1]])).toEqual([]);
});

test('a writer, and what takes over, tell who answers in a group', () => {
  const about = (facts: object) => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    for (const id of ['db-1', 'db-2']) d.element('database', id);
    d.cluster('dbs', 'database', ['db-1', 'db-2'], facts);
    d.flow('user', 'visits', 'app', { requestsPerSecond: 10 });
    d.flow('app', 'writes', 'dbs', { perRequest: 1 });
    return analyseLoad(d.graph()).assumptions.length;
  };
  expect([{}, { writer: 'db-1' }, { failover: { by: 'itself' } }, { mode: 'active-passive' }].map(about)).toEqual([
    1, 0, 0, 0,
  ]);
});

test('nothing is said of what no known demand goes through, and of what tells its own demand', () => {
  const sentences = assumed((site) => {
    const [app, idle] = [site.appServer('app'), site.appServer('idle')];
    site.user('visitor').visits(app, { requestsPerSecond: 100 });
    site.user('other').visits(idle);
    idle.calls(site.externalService('bank'));
    app.calls(site.externalService('post'), { requestsPerSecond: 3 });
  });
  expect(sentences).toEqual([]);
});

test('a statement without any demand before it is worth a word where it tells its own', () => {
  const sentences = assumed((site) => {
    const lb = site.loadBalancer('lb');
    lb.balances(webs(site), { requestsPerSecond: 10 });
  });
  expect(sentences).toEqual([expect.stringMatching(even)]);
});
