import { audit } from '../../../src/audit/audit.js';
import {
  architecture,
  each,
  http,
  https,
  type Listens,
  type LoadBalancerFacts,
  tlsPassthrough,
} from '../../../src/index.js';
import rule from '../../../src/rules/transport/tls-ends-at-load-balancer.js';
import { testRule } from '../../../src/testing.js';
import type { DataClass } from '../../../src/vocabulary/words.js';
import { build } from '../../support/build.js';
import { passesOf } from '../../support/passes-of.js';

type Behind = 'plain' | 'encrypted' | 'untold' | 'passed through';

function shop(behind: Behind, facts: Omit<LoadBalancerFacts<Listens>, 'listens'> = {}, clientCertificate = false) {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const front = https(certificate, clientCertificate ? { clientCertificate: 'required' } : {});
  const lb = site.loadBalancer('balancer', {
    ...facts,
    listens: behind === 'passed through' ? tlsPassthrough() : front,
  });
  const back = {
    plain: http(),
    encrypted: https(certificate),
    'passed through': https(certificate),
    untold: undefined,
  }[behind];
  const webs = site.servers(2, 'server', (server) => server.webServer('web', back ? { listens: back } : {}));
  site.user('visitor').visits(lb);
  lb.balances(webs);
  const db = site.database('orders', { holds: ['personal', 'payment'] });
  const apps = site.servers(2, 'logic', (server) => server.appServer('app'));
  each(webs).forwards(apps);
  each(apps).reads(db);
  return site;
}

function oneServer() {
  const site = architecture('shop');
  const server = site.server('box');
  const lb = server.loadBalancer('balancer', { listens: https(site.certificate('shop')) });
  site.user('visitor').visits(lb);
  lb.balances(server.webServer('web', { listens: http() }));
  return site;
}

function cdn(encrypted: boolean) {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const edge = site.cdn('edge', { listens: https(certificate) });
  site.user('visitor').visits(edge);
  edge.forwards(site.webServer('web', { listens: encrypted ? https(certificate) : http() }));
  return site;
}

/** A name that does not say which listener it is for: who asks by it does. */
function named(behind: 'plain' | 'encrypted' | 'untold') {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const lb = site.loadBalancer('balancer', {
    listens: { plain: http({ redirects: true }), secure: https(certificate) },
  });
  const www = site.dns('shop.example').record('A', 'www', lb);
  site.user('visitor').visits(www.at.secure);
  const back = { plain: http(), encrypted: https(certificate), untold: undefined }[behind];
  lb.balances(site.webServer('web', back ? { listens: back } : {}));
  return site;
}

function pair() {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const members = site.servers(2, 'edge', (server) => server.loadBalancer('balancer', { listens: https(certificate) }));
  const entrance = site.cluster('entrance', members);
  site.user('visitor').visits(entrance);
  entrance.balances(site.webServer('web', { listens: http() }));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'encrypted again', model: shop('encrypted') },
    { name: 'passed through', model: shop('passed through') },
    { name: 'plaintext that stays on one server', model: oneServer() },
    { name: 'a CDN that encrypts again', model: cdn(true) },
    { name: 'encrypted again behind a name', model: named('encrypted') },
  ],
  invalid: [
    {
      name: 'plaintext behind the balancer',
      model: shop('plain'),
      findings: [
        {
          at: 'balancer',
          severity: 'high',
          message: 'balancer decrypts HTTPS and sends it on to web on server-1 and server-2 in plaintext.',
          impact: /personal and payment data included\. A client's certificate ends there too/,
          remedy: /Encrypt the hop/,
          evidence: [
            'user/visitor visits balancer',
            'balancer balances server-1/web',
            'balancer balances server-2/web',
          ],
        },
      ],
    },
    {
      name: 'a client certificate that the servers never see',
      model: shop('plain', { forwardsClientCertificate: false }, true),
      findings: [{ impact: /is not handed on: the servers behind cannot check who calls/ }],
    },
    {
      name: 'a client certificate that is handed on',
      model: shop('plain', { forwardsClientCertificate: true }, true),
      findings: [{ impact: /^(?!.*certificate).*$/ }],
    },
    { name: 'a CDN', model: cdn(false), findings: [{ at: 'edge' }] },
    { name: 'a pair behind one address is one finding', model: pair(), findings: [{ at: 'cluster/entrance' }] },
    {
      name: 'plaintext behind a name',
      model: named('plain'),
      findings: [
        { at: 'balancer', evidence: ['user/visitor visits dns/shop.example/A www@secure', 'balancer balances web'] },
      ],
    },
    {
      name: 'plaintext on one server, where that counts too',
      model: oneServer(),
      options: { ignoreSameHost: false },
      findings: [{ at: 'box/balancer' }],
    },
  ],
  cannotTell: [
    { name: 'servers that do not say what they listen to', model: shop('untold'), missing: ['listens'] },
    { name: 'nor one behind a name', model: named('untold'), missing: ['listens'] },
  ],
});

test('passes a load balancer that ends TLS and begins it anew', () => {
  expect(passesOf(rule, shop('encrypted'))).toBe(1);
  expect(passesOf(rule, cdn(true))).toBe(1);
  for (const behind of ['plain', 'untold', 'passed through'] as const) expect(passesOf(rule, shop(behind))).toBe(0);
});

test('data that may be read are not told of, passwords and sessions are', () => {
  const impactWith = (holds: readonly DataClass[]) => {
    const site = architecture('shop');
    const lb = site.loadBalancer('balancer', { listens: https(site.certificate('shop')) });
    const app = site.appServer('app', { listens: http() });
    lb.balances(app);
    app.reads(site.database('catalogue', { holds }));
    site.user('visitor').visits(lb);
    const { findings } = audit(build(site)[0]!, { today: '2026-01-01', rules: [rule], settings: {} });
    return findings[0]?.impact;
  };
  expect(impactWith(['public', 'internal'])).toContain('every request, passwords and sessions included');
  expect(impactWith(['public', 'payment'])).toContain('every request, payment data included');
});
