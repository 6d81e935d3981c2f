import { architecture, each } from '../../src/index.js';
import { collect } from '../../src/vocabulary/collect.js';

function shop() {
  const site = architecture('Shop');
  const inside = site.zone('inside');
  const app = inside.appServer('app', { tags: ['checkout'] });
  const db = inside.database('db');
  app.writes(db);
  return { site, inside, app, db };
}

function viewsOf(site: unknown) {
  const { documents, problems } = collect(site);
  expect(problems).toEqual([]);
  return documents[0]!.views;
}

test('a view is kept with what it names, as plain data', () => {
  const { site, inside, app, db } = shop();
  site.view('checkout', {
    like: 'overview',
    summary: 'From basket to order.',
    include: [inside, app],
    tags: ['checkout'],
    exclude: db,
    neighbours: true,
  });
  expect(viewsOf(site)).toEqual([
    {
      name: 'checkout',
      like: 'overview',
      summary: 'From basket to order.',
      include: ['inside', 'inside/app'],
      tags: ['checkout'],
      exclude: ['inside/db'],
      neighbours: true,
      at: expect.objectContaining({ line: expect.any(Number) }),
    },
  ]);
});

test('a view of which nothing is said is like the deployment, and a model without views says nothing of them', () => {
  const { site } = shop();
  expect(viewsOf(site)).toBeUndefined();
  site.view('all of it');
  expect(viewsOf(site)).toMatchObject([{ name: 'all of it', like: 'deployment' }]);
  expect(viewsOf(site)![0]).not.toHaveProperty('include');
});

test('each(…) names members one by one', () => {
  const { site, app, db } = shop();
  site.view('both', { include: each([app, app]) as never, exclude: [db] });
  expect(viewsOf(site)![0]!.include).toEqual(['inside/app', 'inside/app']);
});

test.each([
  ['', {}, 'The name of a view must not be empty.'],
  ['nothing', { include: [] }, "The view 'nothing' includes an empty array: it names nothing."],
  ['no element', { include: 'app' }, "The view 'no element' includes 'app', which is no element."],
  ['itself', { exclude: 'site' }, "The view 'itself' excludes 'site', which is no element."],
  ['no object', 'all', "What is said of The view 'no object' must be written as { name: value }, not as 'all'."],
])('%j, %j', (name, facts, message) => {
  const { site } = shop();
  site.view(name, facts as never);
  expect(collect(site).problems.map((problem) => problem.message)).toEqual([message]);
});

test('an element of another architecture is refused', () => {
  const { site } = shop();
  const { app } = shop();
  site.view('mixed', { include: app });
  expect(collect(site).problems[0]?.message).toBe(
    "The view 'mixed' includes 'app', which belongs to another architecture: 'Shop'.",
  );
});
