import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import { architecture, http, pool, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

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
