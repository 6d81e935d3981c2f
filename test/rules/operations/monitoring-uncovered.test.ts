import { architecture, type Telemetry } from '../../../src/index.js';
import rule from '../../../src/rules/operations/monitoring-uncovered.js';
import { testRule } from '../../../src/testing.js';

interface Facts {
  readonly complete?: boolean;
  readonly environment?: 'production' | 'test';
  readonly sends?: readonly Telemetry[];
  readonly agents?: number;
}

/** Two servers, of which the first few have an agent. */
function shop({ complete = true, environment = 'production', sends, agents = 2 }: Facts) {
  const site = architecture('shop', { environment, ...(complete ? { complete: ['monitoring'] } : {}) });
  const monitoring = site.externalService('monitoring', { role: 'monitoring' });
  site.servers(2, 'server', (server, index) => {
    server.webServer('web');
    server.appServer('app');
    if (index < agents) server.agent('collector').reports(monitoring, sends ? { sends } : {});
  });
  return site;
}

function watched(what: 'server' | 'cluster' | 'one of two') {
  const site = architecture('shop', { complete: ['monitoring'] });
  const server = site.server('box');
  const web = server.webServer('web');
  const app = server.appServer('app');
  const service = site.monitoringService('monitoring');
  if (what === 'server') service.watches(server);
  if (what === 'one of two') service.watches(web);
  if (what === 'cluster') {
    service.watches(site.cluster('webs', [web]));
    app.reports(service);
  }
  return site;
}

/** Four that have nothing to do with one another, of which the first few are watched. */
function mixed(watchedOnes: number) {
  const site = architecture('shop', { complete: ['monitoring'] });
  const all = [site.loadBalancer('lb'), site.appServer('app'), site.database('db'), site.cache('cache')];
  const service = watchedOnes > 0 ? site.monitoringService('monitoring') : undefined;
  service?.watches(all.slice(0, watchedOnes) as never);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'an agent on every server', model: shop({}) },
    { name: 'an agent that sends figures', model: shop({ sends: ['cpu', 'logs'] }) },
    { name: 'the server is watched from outside', model: watched('server') },
    { name: 'the group is watched, the rest reports', model: watched('cluster') },
    { name: 'not in production', model: shop({ agents: 0, environment: 'test' }) },
  ],
  invalid: [
    {
      name: 'nobody watches: servers alike are one finding',
      model: shop({ agents: 0 }),
      findings: [
        {
          at: ['server-1', 'server-2'],
          severity: 'medium',
          message: 'Nobody monitors server-1 and server-2.',
          fix: [],
        },
      ],
    },
    {
      name: 'nothing at all is watched: one finding',
      model: mixed(0),
      findings: [{ at: ['lb', 'app', 'db', 'cache'], message: 'Nobody monitors lb, app, db and cache.' }],
    },
    { name: 'some are watched: one for each other', model: mixed(2), findings: [{ at: 'db' }, { at: 'cache' }] },
    { name: 'one was forgotten', model: shop({ agents: 1 }), findings: [{ at: 'server-2' }] },
    { name: 'logs alone are no watch', model: shop({ sends: ['logs'] }), findings: [{ at: ['server-1', 'server-2'] }] },
    {
      name: 'one of two processes',
      model: watched('one of two'),
      findings: [
        {
          at: 'box/app',
          message: 'Nobody monitors app.',
          fix: [{ on: { element: 'monitoring' }, call: 'watches', args: [{ $element: 'box/app' }] }],
        },
      ],
    },
    {
      name: 'who of two services is to watch is not known',
      model: (() => {
        const site = watched('one of two');
        site.monitoringService('another');
        return site;
      })(),
      findings: [{ fix: [] }],
    },
  ],
  cannotTell: [
    { name: 'monitoring is untold', model: shop({ complete: false, agents: 1 }), missing: ['complete: monitoring'] },
  ],
});
