import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/operations/alert-unrouted.js';
import { testRule } from '../../../src/testing.js';

function shop(complete: boolean, alerted: boolean, kind: 'service' | 'external' = 'service') {
  const site = architecture('shop', complete ? { complete: ['alerts'] } : {});
  const service =
    kind === 'service' ? site.monitoringService('watcher') : site.externalService('watcher', { role: 'monitoring' });
  site.servers(2, 'server', (server) => {
    server.webServer('web');
    server.agent('collector').reports(service, { sends: ['metrics'] });
  });
  if (alerted) service.alerts(site.alertChannel('pager'));
  return site;
}

function watchesFromOutside() {
  const site = architecture('shop', { complete: ['alerts'] });
  site.monitoringService('watcher').watches(site.server('box').webServer('web'));
  return site;
}

function withChannels(which: 'pager' | 'both', kind: 'service' | 'external' = 'service') {
  const site = shop(true, false, kind);
  site.alertChannel('pager');
  if (which === 'both') site.alertChannel('chat');
  return site;
}

function collected() {
  const site = architecture('shop', { complete: ['alerts'] });
  site
    .server('box')
    .webServer('web')
    .reports(site.logCollector('logs'), { sends: ['errors'] });
  site.alertChannel('pager');
  return site;
}

testRule(rule, {
  valid: [
    { name: 'somebody is told', model: shop(true, true) },
    { name: 'an external service tells somebody', model: shop(true, true, 'external') },
    { name: 'no monitoring is another rule’s', model: architecture('shop', { complete: ['alerts'] }) },
  ],
  invalid: [
    {
      name: 'nobody is told',
      model: shop(true, false),
      findings: [
        {
          at: 'watcher',
          severity: 'medium',
          message: 'watcher watches server-1 and server-2 and alerts nobody.',
          evidence: ['server-1/collector reports watcher'],
          fix: [],
        },
      ],
    },
    {
      name: 'there is a channel that nobody uses',
      model: withChannels('pager'),
      findings: [{ fix: [{ on: { element: 'watcher' }, call: 'alerts', args: [{ $element: 'pager' }] }] }],
    },
    {
      name: 'from outside too',
      model: withChannels('pager', 'external'),
      findings: [
        { fix: [{ on: { element: 'externalService/watcher' }, call: 'alerts', args: [{ $element: 'pager' }] }] },
      ],
    },
    { name: 'there are two of them', model: withChannels('both'), findings: [{ fix: [] }] },
    { name: 'a collector cannot alert', model: collected(), findings: [{ at: 'logs', fix: [] }] },
    {
      name: 'an external service',
      model: shop(true, false, 'external'),
      findings: [{ at: 'externalService/watcher' }],
    },
    {
      name: 'a service that asks by itself',
      model: watchesFromOutside(),
      findings: [{ at: 'watcher', message: /watches box and/ }],
    },
  ],
  cannotTell: [{ name: 'alerts are untold', model: shop(false, false), missing: ['complete: alerts'] }],
});
