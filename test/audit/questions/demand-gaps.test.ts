import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { demandGaps } from '../../../src/audit/questions/demand-gaps.js';
import { architecture, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** What would have to be told for the demand of an element, as `fact of subject`. */
function gapsOf(fill: (site: Site) => void, name: string): readonly string[] {
  const site = architecture('shop');
  fill(site);
  const model = build(site)[0]!;
  const { load } = analysesOf(model);
  const elements = model.elements.filter((one) => one.name === name);
  return demandGaps(model, load, elements).map(({ subject, fact }) => `${fact} of ${subject.id}`);
}

const shop = (told: 'nothing' | 'entry' | 'middle') => (site: Site) => {
  const [front, app, db] = [site.webServer('front'), site.appServer('app'), site.database('db')];
  site.user('visitor').visits(front, told === 'entry' ? { requestsPerSecond: 9 } : {});
  front.forwards(app, told === 'middle' ? { requestsPerSecond: 5 } : {});
  app.reads(db);
  // Elsewhere, which could not matter.
  site.user('reader').visits(site.webServer('other'));
};

test('figures on the ways that lead there, from the first on, and none elsewhere', () => {
  expect(gapsOf(shop('nothing'), 'db')).toContain('requestsPerSecond of user/visitor visits front');
  expect(gapsOf(shop('nothing'), 'db').join()).not.toMatch(/reader|other|capacity/);
  expect(gapsOf(shop('nothing'), 'other')).toEqual(['requestsPerSecond of user/reader visits other']);
});

test('what tells its own figure needs nothing of what lies before it', () => {
  expect(gapsOf(shop('middle'), 'db').join()).not.toMatch(/visitor/);
  expect(gapsOf(shop('middle'), 'front')).toEqual(['requestsPerSecond of user/visitor visits front']);
});

test('messages come to whoever takes them from who publishes them', () => {
  const queued = (site: Site) => {
    const [queue, worker] = [site.queue('queue'), site.worker('worker')];
    const app = site.appServer('app');
    site.user('visitor').visits(app);
    app.publishes(queue);
    worker.consumes(queue);
    worker.writes(site.database('db'));
  };
  expect(gapsOf(queued, 'worker')).toContain('requestsPerSecond of user/visitor visits app');
  expect(gapsOf(queued, 'db')).toContain('requestsPerSecond of user/visitor visits app');
  // What takes messages asks nothing of the queue.
  expect(gapsOf(queued, 'queue').join()).not.toMatch(/worker/);
});
