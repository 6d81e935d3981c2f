import { architecture, https } from '../../../src/index.js';
import rule from '../../../src/rules/transport/cert-key-shared.js';
import { testRule } from '../../../src/testing.js';

function everywhere(servers: number) {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const lb = site.loadBalancer('balancer', { listens: https(certificate) });
  lb.balances(site.servers(servers, 'server', (server) => server.webServer('web', { listens: https(certificate) })));
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', lb));
  return site;
}

function pair() {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const members = site.servers(2, 'edge', (server) => server.loadBalancer('balancer', { listens: https(certificate) }));
  site.cluster('entrance', members);
  return site;
}

function oneServer() {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const server = site.server('box');
  server.webServer('shop', { listens: https(certificate) });
  server.webServer('admin', { listens: https(certificate, { port: 8443 }) });
  return site;
}

function heldBy() {
  const site = architecture('shop');
  site.certificate('shop', { keyHeldBy: [site.server('old box'), site.server('new box')] });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a pair behind one address', model: pair() },
    { name: 'two listeners on one server', model: oneServer() },
    { name: 'as many as are allowed', model: everywhere(2), options: { hosts: 3 } },
    {
      name: 'a certificate that nobody serves',
      model: (() => {
        const site = architecture('shop');
        site.certificate('spare');
        return site;
      })(),
    },
  ],
  invalid: [
    {
      name: 'the balancer and every server',
      model: everywhere(2),
      findings: [
        {
          at: 'certificate/shop',
          severity: 'medium',
          message: 'The private key of the certificate shop lies on balancer, server-1 and server-2.',
          evidence: ['balancer', 'server-1/web', 'server-2/web'],
        },
      ],
    },
    { name: 'a key that was copied', model: heldBy(), findings: [{ message: /old box and new box/ }] },
  ],
});
