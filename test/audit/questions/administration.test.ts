import { administration } from '../../../src/audit/questions/administration.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

test('who administers what of production', () => {
  const site = architecture('shop');
  const web = site.webServer('web');
  const [one, two] = [site.user('one'), site.user('two')];
  one.administers(web);
  one.visits(web);
  two.administers([web, site.zone('trials', { environment: 'test' }), site.database('orders')]);
  const found = administration(build(site)[0]!);
  expect(found.map(({ user, flow, target }) => [user.id, flow.verb, target.id])).toEqual([
    ['user/one', 'administers', 'web'],
    ['user/two', 'administers', 'web'],
    ['user/two', 'administers', 'orders'],
  ]);
});
