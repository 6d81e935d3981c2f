import { architecture, mysql } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/host-blast-radius.js';
import { testRule } from '../../../src/testing.js';

type Site = ReturnType<typeof architecture>;
type ServerFacts = NonNullable<Parameters<Site['server']>[1]>;

/** Servers with so many workers each. */
function farm(loads: readonly number[], facts: ServerFacts = {}, fill: (site: Site) => void = () => undefined) {
  const site = architecture('shop');
  for (const [index, load] of loads.entries()) {
    const server = site.server(`server-${index}`, index === 0 ? facts : {});
    server.agent('collector');
    for (let number = 0; number < load; number += 1) server.worker(`worker ${number}`);
  }
  fill(site);
  return site;
}

function standingOnOne() {
  return farm([4, 1, 1, 1], {}, (site) => {
    const server = site.server('only');
    const app = server.appServer('app');
    for (let number = 0; number < 9; number += 1) server.worker(`worker ${number}`);
    site.user('visitor').visits(app);
    app.writes(server.database('orders', { listens: mysql() }));
  });
}

testRule(rule, {
  valid: [
    { name: 'three servers', model: farm([9, 1, 1]) },
    { name: 'two in five', model: farm([4, 2, 2, 2]) },
    { name: 'nothing runs', model: farm([0, 0, 0, 0]) },
    { name: 'not in production', model: farm([9, 1, 1, 1], { environment: 'test' }) },
    { name: 'one of two alike is lost', model: farm([6, 1, 1, 1], { instances: 2 }) },
    { name: 'what is a single point is told elsewhere', model: standingOnOne() },
    {
      name: 'what a provider runs elsewhere counts',
      model: farm([4, 2, 2, 1], {}, (site) => {
        site.queue('jobs', { provider: 'Cloud' });
      }),
    },
    {
      name: 'what stands in a rack of its own counts',
      model: farm([4, 2, 2, 1], {}, (site) => {
        site.queue('jobs', { standsIn: site.failureDomain('rack') });
      }),
    },
    {
      name: 'what stands nowhere told changes nothing below the share',
      model: farm([3, 2, 2, 2], {}, (site) => {
        site.queue('jobs');
      }),
    },
  ],
  invalid: [
    {
      name: 'more than its share',
      model: farm([4, 2, 2, 1]),
      findings: [
        {
          at: 'server-0',
          severity: 'medium',
          message: 'server-0 carries 4 of 9 services, on one of 4 servers.',
          evidence: ['server-0/worker 0', 'server-0/worker 3'],
        },
      ],
    },
    { name: 'more than an option says', model: farm([3, 2, 2, 2]), options: { share: 0.3 }, findings: [{}] },
    { name: 'of three servers, by option', model: farm([3, 1, 1]), options: { fewestServers: 3 }, findings: [{}] },
    {
      name: 'servers alike count each',
      model: farm([7, 1, 1], { instances: { min: 2, max: 9 } }),
      options: { share: 0.3 },
      findings: [{ message: 'server-0 carries 7 of 9 services, on one of 4 servers.' }],
    },
    {
      name: 'most even if all else were elsewhere',
      model: farm([5, 2, 2, 1], {}, (site) => {
        site.queue('jobs');
      }),
      findings: [{ message: /carries 5 of 11 services/ }],
    },
  ],
  cannotTell: [
    {
      name: 'something stands nowhere told',
      model: farm([4, 2, 2, 1], {}, (site) => {
        site.queue('jobs');
      }),
      missing: ['standsIn'],
    },
  ],
});
