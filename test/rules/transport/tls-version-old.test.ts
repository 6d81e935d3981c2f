import { architecture, https, type TlsVersion, tlsPassthrough } from '../../../src/index.js';
import rule from '../../../src/rules/transport/tls-version-old.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

function accepts(minimumVersion: TlsVersion | undefined, servers = 1) {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const options = minimumVersion === undefined ? {} : { minimumVersion };
  const webs = site.servers(servers, 'server', (server) =>
    server.webServer('web', { listens: https(certificate, options) }),
  );
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', webs));
  return site;
}

function passed() {
  const site = architecture('shop');
  site.loadBalancer('balancer', { listens: tlsPassthrough() });
  return site;
}

function several() {
  const site = architecture('shop');
  const certificate = site.certificate('shop');
  const listens = {
    visitors: https(certificate, { port: 443, minimumVersion: '1.2' }),
    partners: https(certificate, { port: 8443, minimumVersion: '1.1' }),
    terminals: https(certificate, { port: 9443, minimumVersion: '1.0' }),
    others: https(certificate, { port: 10443 }),
    passed: tlsPassthrough({ port: 11443 }),
  };
  site.loadBalancer('balancer', { listens });
  return site;
}

const raised = (element: string, listener: string) => ({ on: { element }, listener, set: { minimumVersion: '1.2' } });

testRule(rule, {
  valid: [
    { name: '1.2', model: accepts('1.2') },
    { name: '1.3', model: accepts('1.3', 3) },
    { name: 'passed through: others decide', model: passed() },
  ],
  invalid: [
    {
      name: '1.0',
      model: accepts('1.0'),
      findings: [
        {
          at: 'server-1/web',
          severity: 'high',
          message: 'web still accepts TLS 1.0.',
          fix: [raised('server-1/web', '')],
        },
      ],
    },
    {
      name: '1.1 on servers alike is one finding',
      model: accepts('1.1', 2),
      findings: [
        {
          at: ['server-1/web', 'server-2/web'],
          message: 'web on server-1 and server-2 still accept TLS 1.1.',
          fix: [raised('server-1/web', ''), raised('server-2/web', '')],
        },
      ],
    },
    {
      name: 'of several listeners those that are old are raised',
      model: several(),
      findings: [{ fix: [raised('balancer', 'partners'), raised('balancer', 'terminals')] }],
    },
  ],
  cannotTell: [{ name: 'untold', model: accepts(undefined), missing: ['minimumVersion'] }],
});

test('passes what takes a new version only, and is not asked of what ends no TLS', () => {
  expect(passesOf(rule, accepts('1.2', 2))).toBe(2);
  expect(passesOf(rule, accepts('1.1'))).toBe(0);
  expect(passesOf(rule, accepts(undefined))).toBe(0);
  expect(passesOf(rule, passed())).toBe(0);
});
