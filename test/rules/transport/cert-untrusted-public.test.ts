import { architecture, type CertificateFacts, http, https, tlsPassthrough } from '../../../src/index.js';
import rule from '../../../src/rules/transport/cert-untrusted-public.js';
import { testRule } from '../../../src/testing.js';

type Comes = 'visits' | 'calls' | 'probes' | 'calls inside' | 'uses http';

function shop(facts: CertificateFacts, comes: Comes = 'visits', servers = 1) {
  const site = architecture('shop');
  const webs = site.servers(servers, 'server', (server) =>
    server.appServer('web', {
      listens: { plain: http(), secure: https(site.certificate(`of ${server.name}`, facts)) },
    }),
  );
  const secure = webs.map(({ at }) => at.secure);
  if (comes === 'visits') site.user('visitor').visits(site.dns('example.org').record('A', 'www', secure));
  if (comes === 'calls') site.externalService('partner').calls(secure);
  if (comes === 'probes') site.externalService('prober').probes(secure);
  if (comes === 'calls inside') site.worker('worker').calls(secure);
  if (comes === 'uses http') site.user('visitor').visits(webs.map(({ at }) => at.plain));
  return site;
}

function passedThrough() {
  const site = architecture('shop');
  const web = site.webServer('web', { listens: https(site.certificate('own', { selfSigned: true })) });
  const balancer = site.loadBalancer('balancer', { listens: tlsPassthrough() });
  balancer.balances(web);
  site.user('visitor').visits(balancer);
  return site;
}

function endedBefore() {
  const site = architecture('shop');
  const web = site.webServer('web', { listens: https(site.certificate('own', { selfSigned: true })) });
  const balancer = site.loadBalancer('balancer', {
    listens: https(site.certificate('bought', { issuer: 'public authority' })),
  });
  balancer.balances(web);
  site.user('visitor').visits(balancer);
  return site;
}

function visitsOthers() {
  const site = architecture('shop');
  const others = site.externalService('others', {
    listens: https(site.certificate('theirs', { selfSigned: true })),
  });
  site.user('visitor').visits(others);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'issued by somebody', model: shop({ issuer: 'public authority' }) },
    { name: 'said not to sign itself', model: shop({ selfSigned: false }) },
    { name: 'shown inside only', model: shop({ selfSigned: true }, 'calls inside') },
    { name: 'another listener is visited', model: shop({ selfSigned: true }, 'uses http') },
    { name: 'TLS ends before it', model: endedBefore() },
    { name: 'what others run is theirs', model: visitsOthers() },
  ],
  invalid: [
    {
      name: 'shown to users',
      model: shop({ selfSigned: true, issuer: 'itself' }),
      findings: [
        {
          at: 'certificate/of server-1',
          severity: 'high',
          message: 'Whoever comes to web from outside is shown of server-1, signed by nobody else.',
          evidence: ['server-1/web', 'user/visitor visits dns/example.org/A www'],
        },
      ],
    },
    {
      name: 'shown to an external service',
      model: shop({ selfSigned: true }, 'calls'),
      findings: [{ at: 'certificate/of server-1' }],
    },
    {
      name: 'shown to a probe',
      model: shop({ selfSigned: true }, 'probes'),
      findings: [{ at: 'certificate/of server-1' }],
    },
    {
      name: 'handed on unopened',
      model: passedThrough(),
      findings: [{ at: 'certificate/own', message: /^Whoever comes to balancer from outside/ }],
    },
    {
      name: 'servers alike, each with its own, are one finding',
      model: shop({ selfSigned: true }, 'visits', 2),
      findings: [{ at: ['certificate/of server-1', 'certificate/of server-2'] }],
    },
  ],
  cannotTell: [{ name: 'who signed it is untold', model: shop({}), missing: ['issuer'] }],
});
