import { architecture, type Server } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/colocated-roles.js';
import { testRule } from '../../../src/testing.js';

function on(
  servers: number,
  fill: (server: Server, index: number) => unknown,
  environment: 'production' | 'test' = 'production',
) {
  const site = architecture('shop', { environment });
  site.servers(servers, 'server', fill);
  return site;
}

const stack = (server: Server) => [server.webServer('web'), server.appServer('app'), server.database('orders')];

function oneRole(server: Server, index: number) {
  if (index === 0) return server.webServer('web');
  return index === 1 ? server.appServer('app') : server.database('orders');
}

testRule(rule, {
  valid: [
    { name: 'a server for each role', model: on(3, oneRole) },
    {
      name: 'a web server and its application',
      model: on(2, (server) => [server.webServer('web'), server.appServer('app')]),
    },
    {
      name: 'a collector is no role',
      model: on(1, (server) => [server.database('orders'), server.agent('collector')]),
    },
    { name: 'not in production', model: on(1, stack, 'test') },
    { name: 'pairs that one allows', model: on(1, stack), options: { pairs: [] } },
  ],
  invalid: [
    {
      name: 'the whole stack on each of three: one finding',
      model: on(3, stack),
      findings: [
        {
          at: ['server-1', 'server-2', 'server-3'],
          severity: 'high',
          message: 'On server-1, server-2 and server-3, web server, application server and database run together.',
          impact: /compete for processor.*None can be scaled without/,
          evidence: ['server-1/web', 'server-1/app', 'server-3/orders'],
        },
      ],
    },
    {
      name: 'one of two has the database too',
      model: on(2, (server, index) => (index === 0 ? stack(server) : server.webServer('web'))),
      findings: [{ at: 'server-1' }],
    },
    {
      name: 'monitoring beside what it watches',
      model: on(1, (server) => [server.monitoringService('watcher'), server.database('orders')]),
      findings: [{ message: 'On server-1, database and monitoring service run together.' }],
    },
  ],
});
