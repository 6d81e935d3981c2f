import { architecture, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/privacy/data-unclassified.js';
import { testRule } from '../../../src/testing.js';

function site(fill: (site: Site) => void): Site {
  const shop = architecture('shop');
  fill(shop);
  return shop;
}

testRule(rule, {
  valid: [
    { name: 'it says so', model: site((shop) => shop.database('orders', { holds: ['personal'] })) },
    { name: 'it says that there is nothing', model: site((shop) => shop.cache('pages', { holds: [] })) },
    {
      name: 'its group says so',
      model: site((shop) => shop.cluster('orders', [shop.database('a'), shop.database('b')], { holds: ['payment'] })),
    },
    {
      name: 'a copy of it says so',
      model: site((shop) => {
        const primary = shop.database('primary', { engine: 'mysql', holds: ['personal'] });
        shop.database('replica', { engine: 'mysql' }).replicates(primary);
      }),
    },
    {
      name: 'who writes to it says so',
      model: site((shop) => shop.worker('job').publishes(shop.queue('orders'), { carries: ['internal'] })),
    },
    {
      name: 'backups are what they were made of',
      model: site((shop) => {
        shop.database('orders', { holds: ['personal'] }).backsUp(shop.backupStore('dumps'));
      }),
    },
    { name: 'no stores', model: site((shop) => shop.webServer('web')) },
  ],
  invalid: [
    {
      name: 'none says so',
      model: site((shop) => {
        shop.database('orders').backsUp(shop.backupStore('dumps'));
        shop.queue('jobs');
        shop.fileStore('files', { holds: ['public'] });
      }),
      findings: [
        {
          at: ['orders', 'jobs'],
          severity: 'low',
          message: 'Nothing says how sensitive the data in orders and jobs are.',
        },
      ],
    },
    {
      name: 'copies that say nothing',
      model: site((shop) => shop.database('replica').replicates(shop.database('primary'))),
      findings: [{ at: ['replica', 'primary'] }],
    },
  ],
});

test('only the strict presets ask it', () => {
  expect(rule.recommended).toBe(false);
});
