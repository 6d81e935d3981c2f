import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/capacity/retry-storm.js';
import { testRule } from '../../../src/testing.js';

function chain(retries: readonly (number | undefined)[], environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  const apps = [...retries, 0].map((_, index) => site.appServer(`app ${index + 1}`));
  retries.forEach((told, index) => {
    apps[index]!.calls(apps[index + 1]!, told === undefined ? {} : { retries: told });
  });
  return site;
}

/** A gateway that tries a service again, which tries three others again. */
function fan() {
  const site = architecture('shop');
  const service = site.appServer('service');
  site.apiGateway('gateway').forwards(service, { retries: 11 });
  service.calls(site.appServer('prices'), { retries: 1 });
  service.calls(site.appServer('stock'), { retries: 2 });
  service.calls(site.appServer('reviews'), { retries: 2 });
  return site;
}

/** Too much only with the last call, which goes to many. */
function pools(alike: boolean) {
  const site = architecture('shop');
  const service = site.appServer('service');
  site.apiGateway('gateway').forwards(service, { retries: 5 });
  const stores = alike
    ? site.servers(2, 'machine', (server) => server.cache('pages'))
    : [site.cache('pages'), site.cache('prices')];
  if (alike) for (const store of stores) service.reads(store, { retries: 1 });
  else each([service]).reads(stores, { retries: 1 });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'one place tries again', model: chain([3, 0]) },
    { name: 'as many as may be', model: chain([4, 1]) },
    { name: 'what is not told is none', model: chain([4, undefined]) },
    { name: 'not in production', model: chain([4, 4], 'test') },
    { name: 'more is allowed', model: chain([3, 3]), options: { most: 16 } },
  ],
  invalid: [
    {
      name: 'one more than may be',
      model: chain([10]),
      findings: [{ at: 'app 2', message: 'One request of app 1 may become 11 to app 2 by the retries of app 1.' }],
    },
    {
      name: 'they multiply',
      model: chain([3, 0, 3]),
      findings: [
        {
          at: 'app 4',
          severity: 'medium',
          message: 'One request of app 1 may become 16 to app 4 by the retries of app 1 and app 3.',
          evidence: ['app 1 calls app 2', 'app 2 calls app 3', 'app 3 calls app 4'],
        },
      ],
    },
    { name: 'fewer are allowed', model: chain([2]), options: { most: 2 }, findings: [{ at: 'app 2' }] },
    {
      name: 'what fans out behind is one, the first of the worst',
      model: fan(),
      findings: [{ at: 'stock', message: /^One request of gateway may become 36 to stock by/ }],
    },
    { name: 'the targets of one call are one', model: pools(false), findings: [{ at: 'pages' }] },
    { name: 'ones alike are one', model: pools(true), findings: [{ at: 'machine-1/pages' }] },
  ],
});
