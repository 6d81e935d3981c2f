import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/lb-no-health-check.js';
import { testRule } from '../../../src/testing.js';

function balanced(healthCheck: string | boolean | undefined, servers = 2) {
  const site = architecture('shop');
  const webs = site.servers(servers, 'server', (server) => server.webServer('web'));
  site.loadBalancer('balancer').balances(webs, healthCheck === undefined ? {} : { healthCheck });
  return site;
}

function pairOfBalancers() {
  const site = architecture('shop');
  const webs = site.servers(2, 'server', (server) => server.webServer('web'));
  const pair = site.servers(2, 'edge', (server) => server.loadBalancer('balancer'));
  site.cluster('entrance', pair).balances(webs, { healthCheck: false });
  return site;
}

function instances(count: number | { min: number; max: number }) {
  const site = architecture('shop');
  site.loadBalancer('balancer').balances(site.webServer('web', { instances: count }), { healthCheck: false });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a path that is asked', model: balanced('/health') },
    { name: 'some check', model: balanced(true) },
    { name: 'one server only: there is no other to turn to', model: balanced(false, 1) },
    { name: 'one instance only', model: instances(1) },
  ],
  invalid: [
    {
      name: 'nobody asks',
      model: balanced(false),
      findings: [
        {
          at: 'balancer',
          severity: 'high',
          message: 'balancer does not check whether web on server-1 and server-2 still answer.',
          evidence: ['balancer balances server-1/web', 'balancer balances server-2/web'],
          fix: ['server-1/web', 'server-2/web'].map((web) => ({
            on: { flow: `balancer balances ${web}` },
            set: { healthCheck: true },
          })),
        },
      ],
    },
    {
      name: 'a pair behind one address is one finding',
      model: pairOfBalancers(),
      findings: [{ at: 'cluster/entrance' }],
    },
    { name: 'several instances', model: instances({ min: 1, max: 4 }), findings: [{ at: 'balancer' }] },
  ],
  cannotTell: [{ name: 'nothing is said', model: balanced(undefined), missing: ['healthCheck'] }],
});
