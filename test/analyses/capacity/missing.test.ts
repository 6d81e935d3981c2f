import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { FlowFacts } from '../../../src/graph/architecture.js';
import { architecture, http, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';
import { draft } from '../support/document.js';

/** What a model would have to say, with how many elements wait for it. */
function wanted(fill: (site: Site) => void): readonly (readonly [string, number])[] {
  const site = architecture('shop');
  fill(site);
  return analyseLoad(build(site)[0]!).missing.map(({ wanted, unlocks }) => [wanted, unlocks]);
}

const takes = { capacity: { requestsPerSecond: 1_000 } };

test('where users enter comes first, then what unlocks most, then the order of the model', () => {
  const found = wanted((site) => {
    const [small, large] = [site.scheduledJob('small', takes), site.scheduledJob('large', takes)];
    const [a, b, c] = [site.appServer('a', takes), site.appServer('b', takes), site.appServer('c', takes)];
    small.calls(a);
    large.calls(b);
    b.calls(c);
    site.user('visitor').visits(site.appServer('front', takes));
    site.user('known').visits(site.appServer('other', takes), { requestsPerSecond: 5 });
  });
  expect(found).toEqual([
    ["Say how many requests come where 'visitor' visits 'front': `requestsPerSecond`.", 1],
    ["Say how many requests come where 'large' calls 'b': `requestsPerSecond`.", 2],
    ["Say how many requests come where 'small' calls 'a': `requestsPerSecond`.", 1],
  ]);
});

test('what the elements of one tier leave open alike is asked for once', () => {
  const found = wanted((site) => {
    const jobs = site.servers(2, 'server', (server) => server.scheduledJob('job', takes));
    const [bank, post] = [site.externalService('bank', takes), site.externalService('post', takes)];
    for (const job of jobs) job.calls(bank);
    for (const job of jobs) job.reads(site.database(`db-${job.name}-${jobs.indexOf(job)}`, takes));
    site.user('visitor').visits(site.appServer('app', takes), { requestsPerSecond: 5 });
    site.scheduledJob('lonely', takes).calls(post);
  });
  expect(found.map(([, unlocks]) => unlocks)).toEqual([2, 1, 1]);
  expect(found[1]?.[0]).toMatch(/ calls 'bank': `requestsPerSecond`\.$/);
  expect(found[2]?.[0]).toBe("Say how many requests come where 'lonely' calls 'post': `requestsPerSecond`.");
});

test('capacity is asked of what runs and of services outside, once a tier, where requests lead', () => {
  const found = wanted((site) => {
    const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
    const lb = site.loadBalancer('lb', takes);
    site.user('visitor').visits(site.dns('example.org').record('A', 'www', lb), { requestsPerSecond: 5 });
    lb.balances(webs);
    const bank = site.externalService('bank');
    for (const web of webs) web.forwards(bank, { perRequest: 1 });
    site.appServer('idle');
  });
  expect(found).toEqual([
    [expect.stringMatching(/^Say what each of '.*' and '.*' takes: `capacity: \{ requestsPerSecond \}`\.$/), 2],
    ["Say what 'bank' takes: `capacity: { requestsPerSecond }`.", 1],
  ]);
});

describe('of a pool some flows tell a figure, and one does not', () => {
  const partly = (facts: readonly FlowFacts[], from: FlowFacts = { requestsPerSecond: 10 }) => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app', { facts: takes });
    for (const index of facts.keys()) d.element('database', `db-${index}`, { facts: takes });
    d.flow('user', 'visits', 'app', from);
    d.pool(
      'app',
      'reads',
      [...facts.keys()].map((index) => `db-${index}`),
    );
    d.flows.splice(1, facts.length, ...facts.map((own, index) => ({ ...d.flows[index + 1]!, facts: own })));
    return analyseLoad(d.graph()).missing;
  };
  const ids = ['db-0', 'db-1', 'db-2'];

  test('of requests per second', () => {
    const [first, ...more] = partly([{ requestsPerSecond: 3 }, { requestsPerSecond: 4 }, {}]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      fact: 'requestsPerSecond',
      elements: [],
      wanted: "Say how many requests come where 'app' reads from 'db-0', 'db-1' and 'db-2': `requestsPerSecond`.",
      unlocks: 3,
    });
    expect(first?.flows.map(({ to }) => to)).toEqual(ids);
  });

  test('of requests for each that arrives', () => {
    const [first, ...more] = partly([{ perRequest: 3 }, { perRequest: 4 }, {}]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ fact: 'perRequest', unlocks: 3 });
    expect(first?.wanted).toBe(
      "Say how many of the requests go where 'app' reads from 'db-0', 'db-1' and 'db-2': `perRequest`.",
    );
  });

  test('nothing, where all of them tell', () => {
    expect(partly([{ perRequest: 3 }, { perRequest: 4 }])).toEqual([]);
  });
});

test('what is behind a figure that is told does not wait for those before it', () => {
  const found = wanted((site) => {
    const [a, b, c] = [site.appServer('a', takes), site.appServer('b', takes), site.appServer('c', takes)];
    site.user('visitor').visits(a);
    a.calls(b, { requestsPerSecond: 7 });
    b.calls(c);
  });
  expect(found).toEqual([["Say how many requests come where 'visitor' visits 'a': `requestsPerSecond`.", 1]]);
});
