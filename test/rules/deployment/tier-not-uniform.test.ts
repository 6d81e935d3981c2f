import { architecture, each, pool } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/tier-not-uniform.js';
import { testRule } from '../../../src/testing.js';

type Site = ReturnType<typeof architecture>;
type ServerFacts = NonNullable<Parameters<Site['server']>[1]>;
type Software = readonly (string | undefined)[];

function webs(software: Software, environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  site.servers(software.length, 'server', (server, index) => {
    const told = software[index];
    server.webServer('web', told === undefined ? {} : { software: told });
  });
  return site;
}

/** Databases in one cluster, each on a server of its own that was made apart. */
function databases(facts: readonly ServerFacts[]) {
  const site = architecture('shop');
  const members = facts.map((fact, index) => site.server(`db-${index}`, fact).database('orders'));
  site.cluster('orders', members);
  return site;
}

function tier(environment?: 'test') {
  const site = architecture('shop');
  const zones = [site.zone('a', environment ? { environment } : {}), site.zone('b')];
  site.servers(zones, 'server', (server, index) => server.webServer('web', { software: `nginx 1.2${index}` }));
  return site;
}

function weighted(isWeighted: boolean) {
  const site = architecture('shop');
  const apps = [8, 2].map((cpus) => site.server(`app-${cpus}`, { cpus }).appServer('app', { cpus }));
  site.cluster('apps', apps);
  const balancer = site.loadBalancer('balancer');
  if (isWeighted) balancer.balances(pool(apps, { weights: [4, 1] }));
  else balancer.balances(each(apps));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing is told', model: webs([undefined, undefined]) },
    { name: 'no version is told', model: webs(['nginx', 'nginx']) },
    { name: 'one version', model: webs(['nginx 1.28', 'nginx 1.28']) },
    { name: 'diverse on purpose', model: webs(['nginx 1.28', 'Caddy 2.10']) },
    { name: 'other software, whose version is not told', model: webs(['nginx 1.28', 'Caddy']) },
    { name: 'one server', model: webs(['nginx 1.28']) },
    { name: 'not in production', model: webs(['nginx 1.28', 'nginx 1.26'], 'test') },
    { name: 'sizes that their shares are told to fit', model: weighted(true) },
    { name: 'servers of a cluster that are alike', model: databases([{ os: 'Debian 13' }, { os: 'Debian 13' }]) },
  ],
  invalid: [
    {
      name: 'versions in a tier',
      model: webs(['nginx 1.28', 'nginx 1.26', 'nginx 1.28']),
      findings: [
        {
          at: ['server-1/web', 'server-2/web', 'server-3/web'],
          severity: 'low',
          message: 'web on server-1, server-2 and server-3 differ in their software (nginx 1.28, 1.26).',
        },
      ],
    },
    {
      name: 'one of them in production',
      model: tier('test'),
      findings: [{ message: /\(nginx 1.20, 1.21\)/ }],
    },
    {
      name: 'versions among diverse ones',
      model: webs(['nginx 1.28', 'Caddy 2.10', 'Caddy 2.11']),
      findings: [{ message: /differ in their software \(Caddy 2.10, 2.11\)\.$/ }],
    },
    {
      name: 'a difference is told though one member tells nothing',
      model: webs(['nginx 1.28', undefined, 'nginx 1.26']),
      findings: [{ message: /nginx 1.28, 1.26/ }],
    },
    {
      name: 'the servers of a cluster',
      model: databases([
        { os: 'Debian 12', cpus: 8, memory: '16 GiB' },
        { os: 'Debian 13', cpus: 4, memory: '8 GiB' },
      ]),
      findings: [
        {
          at: ['db-0', 'db-1'],
          message:
            'db-0 and db-1 differ in their operating system (Debian 12, 13), processors (8, 4) and memory (16 GiB, 8 GiB).',
        },
      ],
    },
    {
      name: 'sizes under equal shares',
      model: weighted(false),
      findings: [{ at: ['app-8', 'app-2'] }, { message: /^app on app-8 and app-2 differ in their processors/ }],
    },
  ],
  cannotTell: [
    { name: 'one member tells nothing', model: webs(['nginx 1.28', undefined]), missing: ['software'] },
    { name: 'one member tells no version', model: webs(['nginx 1.28', 'nginx']), missing: ['software'] },
    {
      name: 'a server tells nothing',
      model: databases([{ os: 'Debian 13', cpus: 8, memory: '16 GiB' }, {}]),
      missing: ['os', 'cpus', 'memory'],
    },
  ],
});
