import { architecture, http, mysql } from '../../../src/index.js';
import rule from '../../../src/rules/hygiene/protocol-unknown.js';
import { testRule } from '../../../src/testing.js';

function shop(told: boolean, servers = 1) {
  const site = architecture('shop');
  const webs = site.servers(servers, 'server', (server) => server.webServer('web', told ? { listens: http() } : {}));
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', webs));
  site.monitoringService('watcher').watches(webs[0]!);
  return site;
}

function stored(told: boolean) {
  const site = architecture('shop');
  const db = site.database('orders', { engine: 'mysql', ...(told && { listens: mysql() }) });
  site.appServer('app').writes(db);
  site.database('copy', { engine: 'mysql' }).replicates(db);
  return site;
}

function oneServer() {
  const site = architecture('shop');
  const server = site.server('box');
  server.webServer('web').forwards(server.appServer('app'));
  return site;
}

function paying() {
  const site = architecture('shop');
  site.appServer('app').calls(site.externalService('bank'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'told; figures and names are not asked', model: shop(true) },
    { name: 'told of a store', model: stored(true) },
    { name: 'on one server', model: oneServer() },
  ],
  invalid: [
    {
      name: 'one connection',
      model: shop(false),
      findings: [
        {
          at: null,
          severity: 'low',
          message: 'The protocol of one connection is not told: visitor visits www.example.org.',
          evidence: ['user/visitor visits dns/example.org/A www'],
        },
      ],
    },
    {
      name: 'several',
      model: stored(false),
      findings: [
        {
          at: null,
          message: 'The protocols of 2 connections are not told: app writes to orders and copy replicates orders.',
        },
      ],
    },
    { name: 'out of the house', model: paying(), findings: [{ message: /app calls bank/ }] },
  ],
});
