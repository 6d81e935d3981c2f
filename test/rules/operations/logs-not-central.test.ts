import { audit } from '../../../src/audit/audit.js';
import { architecture } from '../../../src/index.js';
import { rules } from '../../../src/rules/index.js';
import rule from '../../../src/rules/operations/logs-not-central.js';
import { testRule } from '../../../src/testing.js';
import type { Telemetry } from '../../../src/vocabulary/words.js';
import { build } from '../../support/build.js';

function shop(sends: readonly Telemetry[] | undefined, complete = true) {
  const site = architecture('shop', complete ? { complete: ['logs'] } : {});
  const monitoring = site.externalService('monitoring', { role: 'monitoring' });
  site.servers(2, 'server', (server) => {
    server.webServer('web');
    server.appServer('app');
    server.agent('collector').reports(monitoring, sends ? { sends } : {});
  });
  return site;
}

function collected(
  where: 'same server' | 'elsewhere' | 'logging service',
  sends?: readonly Telemetry[],
  complete = true,
) {
  const site = architecture('shop', complete ? { complete: ['logs'] } : {});
  const server = site.server('box');
  const web = server.webServer('web');
  const collector =
    where === 'logging service'
      ? site.externalService('logs', { role: 'logging' })
      : (where === 'elsewhere' ? site.server('other') : server).logCollector('logs');
  web.reports(collector, sends ? { sends } : {});
  return site;
}

function partly() {
  const site = architecture('shop', { complete: ['logs'] });
  const logs = site.logCollector('logs');
  const server = site.server('box');
  server.webServer('web').reports(logs, { sends: ['logs'] });
  server.appServer('app').reports(site.monitoringService('watcher'), { sends: ['metrics'] });
  server.coordinator('etcd');
  return site;
}

function watched(sends?: readonly Telemetry[]) {
  const site = architecture('shop', { complete: ['logs'] });
  site.monitoringService('watcher').watches(site.server('box').webServer('web'), sends ? { sends } : {});
  return site;
}

function inTest() {
  const site = architecture('shop', { complete: ['logs'], environment: 'test' });
  site.webServer('web');
  return site;
}

/** Three that have nothing to do with one another; the logs of one are collected, or of none. */
function mixed(isCollected: boolean) {
  const site = architecture('shop', { complete: ['logs'] });
  const app = site.appServer('app');
  if (isCollected) app.reports(site.logCollector('logs'));
  site.database('db');
  site.cache('cache');
  return site;
}

testRule(rule, {
  valid: [
    { name: 'the agents send them', model: shop(['metrics', 'logs']) },
    { name: 'not known to be complete, and sent all the same', model: shop(['logs'], false) },
    { name: 'a log collector takes logs without saying so', model: collected('elsewhere') },
    { name: 'so does a logging service', model: collected('logging service') },
    { name: 'what watches may fetch them', model: watched(['logs']) },
    { name: 'not in production', model: inTest() },
  ],
  invalid: [
    {
      name: 'alike servers are one finding',
      model: shop(['metrics']),
      findings: [
        {
          at: ['server-1', 'server-2'],
          severity: 'medium',
          message: 'Nobody collects the logs of server-1 and server-2.',
        },
      ],
    },
    { name: 'nobody collects any: one finding', model: mixed(false), findings: [{ at: ['app', 'db', 'cache'] }] },
    { name: 'some are collected: one for each other', model: mixed(true), findings: [{ at: 'db' }, { at: 'cache' }] },
    {
      name: 'a collector on the same server is lost with it',
      model: collected('same server'),
      findings: [{ at: 'box' }],
    },
    {
      name: 'a log collector that takes figures alone',
      model: collected('elsewhere', ['metrics']),
      findings: [{ at: 'box' }],
    },
    { name: 'one of two on a server; who coordinates is not asked', model: partly(), findings: [{ at: 'box/app' }] },
    { name: 'figures alone are fetched', model: watched(['metrics']), findings: [{ at: 'box' }] },
  ],
  cannotTell: [
    { name: 'what is sent is untold', model: shop(undefined), missing: ['sends'] },
    { name: 'what is fetched is untold', model: watched(), missing: ['sends'] },
    { name: 'the logs are not said to be complete', model: shop(['metrics'], false), missing: ['complete: logs'] },
    {
      name: 'kept on the same server, and perhaps copied',
      model: collected('same server', ['logs'], false),
      missing: ['complete: logs'],
    },
  ],
});

function fixOf(site: object) {
  const [model] = build(site);
  if (!model) throw new Error('no model');
  return audit(model, { today: '2026-01-01', rules: rules.filter(({ id }) => id === rule.id) }).findings[0]?.fix;
}

test('who reports figures elsewhere is made to send logs as well', () => {
  expect(fixOf(shop(['cpu', 'memory']))).toEqual([
    {
      on: { flow: 'server-1/collector reports externalService/monitoring' },
      set: { sends: ['cpu', 'memory', 'logs'] },
    },
    {
      on: { flow: 'server-2/collector reports externalService/monitoring' },
      set: { sends: ['cpu', 'memory', 'logs'] },
    },
  ]);
});

test('where nobody reports anything elsewhere no edit is proposed', () => {
  expect(fixOf(collected('same server'))).toBeUndefined();
  expect(fixOf(watched(['metrics']))).toBeUndefined();
});

/** A web server that is watched, or that reports to a collector beside it, elsewhere or both. */
function reporting(to: 'watcher' | 'elsewhere' | 'beside, then elsewhere' | 'first of two') {
  const site = architecture('shop', { complete: ['logs'] });
  const watcher = site.monitoringService('watcher');
  site.servers(to === 'first of two' ? 2 : 1, 'server', (server, index) => {
    server.webServer('web');
    const collector = server.agent('collector');
    if (to === 'watcher') watcher.watches(server, { sends: ['metrics'] });
    if (to === 'beside, then elsewhere') collector.reports(server.logCollector('logs'), { sends: ['metrics', 'logs'] });
    if (to !== 'watcher' && (to !== 'first of two' || index === 0)) collector.reports(watcher, { sends: ['metrics'] });
  });
  return site;
}

test('only what leaves the server is made to take logs, and only where it is for all', () => {
  const edit = {
    on: { flow: 'server-1/collector reports watcher' },
    set: { sends: ['metrics', 'logs'] },
  };
  expect(fixOf(reporting('elsewhere'))).toEqual([edit]);
  expect(fixOf(reporting('beside, then elsewhere'))).toEqual([edit]);
  expect(fixOf(reporting('watcher'))).toBeUndefined();
  expect(fixOf(reporting('first of two'))).toBeUndefined();
});
