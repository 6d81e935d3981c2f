import { type Authentication, architecture, https } from '../../../src/index.js';
import rule from '../../../src/rules/transport/mtls-missing.js';
import { testRule } from '../../../src/testing.js';

const said = (authenticatedBy: Authentication | undefined) => (authenticatedBy ? { authenticatedBy } : {});

interface Given {
  readonly by?: Authentication | undefined;
  readonly target?: 'service' | 'store' | 'bank';
  readonly sameZone?: boolean;
  readonly environment?: 'production' | 'staging';
  readonly mutual?: boolean;
  readonly tunnel?: boolean;
}

function calls({ by, target = 'service', sameZone = false, environment = 'production', mutual, tunnel }: Given) {
  const site = architecture('shop', { environment });
  const here = site.zone('here');
  const there = sameZone ? here : site.zone('there');
  const gateway = tunnel ? { through: here.vpnGateway('gateway') } : {};
  const listens = https(site.certificate('stock'), mutual ? { clientCertificate: 'required' } : {});
  const services = there.servers(2, 'server', (server) => server.appServer('stock', { listens }));
  const facts = { ...said(by), ...gateway };
  const app = here.appServer('app');
  if (target === 'service') app.calls(services, facts);
  if (target === 'bank') app.calls(site.externalService('bank'), facts);
  if (target === 'store') app.writes(there.database('orders'), facts);
  return site;
}

function handedOn(authenticatedBy?: Authentication) {
  const site = architecture('shop');
  const balancer = site.zone('edge').loadBalancer('balancer');
  const app = site.zone('inside').appServer('app');
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', balancer));
  balancer.balances(app, said(authenticatedBy));
  return site;
}

function called() {
  const site = architecture('shop');
  site.externalService('partner').calls(site.appServer('app'), { authenticatedBy: 'none' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a certificate', model: calls({ by: 'client certificate' }) },
    { name: 'a token to another owner', model: calls({ by: 'token', target: 'bank' }) },
    { name: 'in one zone', model: calls({ by: 'network address', sameZone: true }) },
    { name: 'untold in one zone', model: calls({ sameZone: true }) },
    { name: 'outside of production', model: calls({ by: 'none', environment: 'staging' }) },
    { name: 'a client certificate is required', model: calls({ by: 'none', mutual: true }) },
    { name: 'both ends of a tunnel know each other', model: calls({ by: 'none', tunnel: true, target: 'bank' }) },
    { name: 'no proof at a store is another rule’s', model: calls({ by: 'none', target: 'store' }) },
    { name: 'a proxy that hands on, untold', model: handedOn() },
  ],
  invalid: [
    {
      name: 'only an address, into another zone',
      model: calls({ by: 'network address' }),
      findings: [
        {
          at: ['there/server-1/stock', 'there/server-2/stock'],
          severity: 'low',
          message: 'Between app and stock on server-1 and server-2, only the network address proves who calls.',
          evidence: ['here/app calls there/server-1/stock'],
        },
      ],
    },
    {
      name: 'only an address, at a store',
      model: calls({ by: 'network address', target: 'store' }),
      findings: [{ at: 'there/orders' }],
    },
    {
      name: 'nothing, to another owner',
      model: calls({ by: 'none', target: 'bank' }),
      findings: [{ at: 'externalService/bank', message: 'Between app and bank, nothing proves who calls.' }],
    },
    { name: 'nothing, from another owner', model: called(), findings: [{ at: 'app' }] },
    { name: 'a proxy', model: handedOn('network address'), findings: [{ at: 'inside/app' }] },
  ],
  cannotTell: [
    { name: 'untold, into another zone', model: calls({}), missing: ['authenticatedBy'] },
    { name: 'untold, to another owner', model: calls({ target: 'bank' }), missing: ['authenticatedBy'] },
  ],
});
