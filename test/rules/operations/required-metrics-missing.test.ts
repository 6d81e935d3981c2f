import { architecture, type Telemetry } from '../../../src/index.js';
import rule from '../../../src/rules/operations/required-metrics-missing.js';
import { testRule } from '../../../src/testing.js';

function shop(sends: readonly Telemetry[] | undefined, monitored = true) {
  const site = architecture('shop');
  const monitoring = site.externalService('monitoring', { role: 'monitoring' });
  site.servers(2, 'server', (server) => {
    server.webServer('web');
    server.database('orders');
    if (monitored) server.agent('collector').reports(monitoring, sends ? { sends } : {});
  });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'requests per second', model: shop(['cpu', 'requests per second']) },
    { name: 'all metrics', model: shop(['metrics', 'logs']) },
    { name: 'nobody watches at all: another rule’s', model: shop(undefined, false) },
  ],
  invalid: [
    {
      name: 'the processor only: servers alike are one finding',
      model: shop(['cpu', 'memory']),
      findings: [
        {
          at: ['server-1/web', 'server-2/web'],
          severity: 'medium',
          message: 'Nobody measures the requests per second of web on server-1 and server-2.',
          evidence: ['server-1/collector reports externalService/monitoring'],
          fix: ['server-1', 'server-2'].map((server) => ({
            on: { flow: `${server}/collector reports externalService/monitoring` },
            set: { sends: ['cpu', 'memory', 'requests per second'] },
          })),
        },
      ],
    },
    {
      name: 'what the options ask of other kinds',
      model: shop(['requests per second']),
      options: { required: { database: ['queries per second'] } },
      findings: [{ at: ['server-1/orders', 'server-2/orders'], message: /^Nobody measures the queries per second/ }],
    },
  ],
  cannotTell: [{ name: 'what is sent is untold', model: shop(undefined), missing: ['sends'] }],
});
