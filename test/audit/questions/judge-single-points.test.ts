import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { judgeSinglePoints } from '../../../src/audit/questions/judge-single-points.js';
import type { Site } from '../../../src/index.js';
import { architecture, each } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** What is said of the elements of some names. */
function judged(fill: (site: Site) => void, ...names: readonly string[]) {
  const site = architecture('shop');
  fill(site);
  const model = build(site)[0]!;
  const [passed, open]: [string[], string[]] = [[], []];
  const groups = judgeSinglePoints(
    {
      model,
      faults: analysesOf(model).faults,
      pass: (subject) => passed.push(subject === 'model' ? subject : subject.id),
      unknown: (subject, fact) => open.push(`${subject === 'model' ? subject : subject.id}: ${fact}`),
    },
    model.elements.filter(({ name }) => names.includes(name)),
  );
  return { found: groups.map(({ roots }) => roots.map(({ id }) => id)), passed, open };
}

/** A visitor reads pictures through what is given. */
function reading(site: Site, count = 2) {
  const apps = site.servers(count, 'server', (server) => server.appServer('app'));
  site.user('visitor').visits(apps);
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  each(apps).reads(stores);
  return { apps, stores };
}

test('one is found, of two none', () => {
  expect(judged((site) => reading(site, 1), 'app')).toEqual({ found: [['server-1/app']], passed: [], open: [] });
  expect(judged(reading, 'app')).toEqual({ found: [], passed: ['server-1/app', 'server-2/app'], open: [] });
});

test('made alike and missed by the same they are one group, by others they are two', () => {
  const twice = (same: boolean) => (site: Site) => {
    const apps = site.servers(2, 'server', (server) => server.appServer('app'));
    const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
    const visitor = site.user('visitor');
    const [one, two] = apps;
    // Each needs the other, or each has its own readers.
    visitor.visits(one!);
    if (same) one!.calls(two!);
    else site.user('reader').visits(two!);
    two!.reads(stores);
    if (!same) one!.reads(stores);
  };
  expect(judged(twice(true), 'app').found).toEqual([['server-1/app', 'server-2/app']]);
  expect(judged(twice(false), 'app').found).toEqual([['server-1/app'], ['server-2/app']]);
});

test('what nobody asks is not judged; a gateway that a flow leads through is', () => {
  const idle = (site: Site) => {
    reading(site);
    site.appServer('idle').calls(site.externalService('mail'));
    site.natGateway('nat');
  };
  expect(judged(idle, 'idle', 'nat')).toEqual({ found: [], passed: [], open: [] });
  const led = (site: Site) => {
    const { apps } = reading(site);
    each(apps).calls(site.externalService('mail'), {
      through: site.natGateway('nat', { instances: 2 }),
    });
  };
  expect(judged(led, 'nat')).toEqual({ found: [], passed: ['nat'], open: [] });
});

test('a member is asked where its group is', () => {
  const grouped = (isAsked: boolean) => (site: Site) => {
    reading(site);
    const group = site.cluster(
      'workers',
      site.servers(2, 'w', (server) => server.appServer('member')),
    );
    if (isAsked) site.user('operator').visits(group);
  };
  expect(judged(grouped(false), 'member').passed).toEqual([]);
  expect(judged(grouped(true), 'member').passed).toEqual(['w-1/member', 'w-2/member']);
});

test('a firewall is judged where it is a box', () => {
  const guarded = (appliance: boolean) => (site: Site) => {
    const { apps } = reading(site);
    apps[0]!.firewall('wall', { incoming: 'allow', ...(appliance && { appliance }) });
  };
  expect(judged(guarded(true), 'wall').passed).toEqual(['server-1/app/wall']);
  expect(judged(guarded(false), 'wall').passed).toEqual([]);
});

test('without a journey, or one that works, nobody can tell', () => {
  const asked = (site: Site) => site.worker('job').calls(site.appServer('app'));
  expect(judged(asked, 'app')).toEqual({ found: [], passed: [], open: ['app: journeys'] });
});

test('where something would take over, how has to be told', () => {
  const copied = (failover?: 'none') => (site: Site) => {
    const [db, copy] = [site.server('one').database('db'), site.server('two').database('copy')];
    copy.replicates(db, failover ? { failover } : {});
    const app = site.appServer('app', { instances: 2 });
    site.user('visitor').visits(app);
    app.writes(db);
  };
  expect(judged(copied(), 'db')).toEqual({
    found: [],
    passed: [],
    open: ['copy replicates one/db: failover'].map((text) => text.replace('copy', 'two/copy')),
  });
  expect(judged(copied('none'), 'db')).toEqual({ found: [['one/db']], passed: [], open: [] });
});
