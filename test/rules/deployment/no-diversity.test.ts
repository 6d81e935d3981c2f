import { architecture, type Server } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/no-diversity.js';
import { testRule } from '../../../src/testing.js';

function on(servers: number, fill: (server: Server, index: number) => unknown) {
  const site = architecture('shop', { environment: 'production' });
  site.servers(servers, 'server', fill);
  return site;
}

const stack = (server: Server) => [server.webServer('web'), server.database('orders', { engine: 'mysql' })];

testRule(rule, {
  valid: [
    {
      name: 'other software on each',
      model: on(2, (server, index) => [
        server.webServer('web', { software: ['nginx', 'Caddy'][index]! }),
        server.appServer('app', { software: ['Node.js', 'Deno'][index]! }),
      ]),
    },
    { name: 'one role a server', model: on(3, (server) => server.webServer('web', { software: 'nginx' })) },
    { name: 'one server', model: on(1, stack) },
  ],
  invalid: [
    {
      name: 'made alike, and nothing says that they differ',
      model: on(3, stack),
      findings: [
        {
          at: ['server-1', 'server-2', 'server-3'],
          severity: 'low',
          message: 'server-1, server-2 and server-3 all run the same web server and mysql.',
          impact: /one vulnerability/,
          evidence: ['server-2/web'],
        },
      ],
    },
    {
      name: 'one layer differs, two are the same',
      model: on(2, (server, index) => [
        server.webServer('web', { software: 'nginx 1.28' }),
        server.appServer('app', { software: 'Node.js 24' }),
        server.cache('cache', { software: ['Valkey', 'Redis'][index]! }),
      ]),
      findings: [{ message: 'server-1 and server-2 all run the same nginx 1.28 and Node.js 24.' }],
    },
    {
      name: 'one role a server, where that counts too',
      model: on(2, (server) => server.webServer('web', { software: 'nginx' })),
      options: { fewestRoles: 1 },
      findings: [{ at: ['server-1', 'server-2'] }],
    },
  ],
  cannotTell: [
    {
      name: 'one says what runs there, the other does not',
      model: on(2, (server, index) => [
        server.webServer('web', index === 0 ? { software: 'nginx 1.28' } : {}),
        server.appServer('app', { software: 'Node.js 24' }),
      ]),
      missing: ['software'],
    },
  ],
});
