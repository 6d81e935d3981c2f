import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/dns-ns-redundancy.js';
import { testRule } from '../../../src/testing.js';

function behindName(nameServers?: readonly string[], environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const web = site.servers(2, 'server', (server) => server.webServer('web'));
  const zone = site.dns('example.org', nameServers ? { nameServers } : {});
  site.user('visitor').visits(zone.record('A', 'www', web));
  return site;
}

function unused() {
  const site = architecture('shop');
  site.dns('example.org').record('A', 'www', site.webServer('web'));
  return site;
}

/** The name server is an element of the model, and everybody needs it. */
function ownNameServer(isVisited: boolean) {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.component('bind', { role: 'name server' });
  const zone = site.dns('example.org', { nameServers: ['bind'] });
  const record = zone.record('A', 'www', app);
  if (isVisited) site.user('visitor').visits(record);
  app.reads(site.objectStore('pictures'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'two with different names', model: behindName(['ns1.example.net', 'ns2.example.com']) },
    {
      name: 'two of one provider, which may stand anywhere',
      model: behindName(['ns1.example.net', 'ns2.example.net']),
    },
    { name: 'two in two networks', model: behindName(['192.0.2.1', '198.51.100.1']) },
    { name: 'an address, and a name of which no address is told', model: behindName(['192.0.2.1', 'ns2.example.net']) },
    { name: 'not in production', model: behindName(['ns1.example.net'], 'staging') },
    { name: 'nobody goes by the name', model: unused() },
    { name: 'an own name server that is a single point itself', model: ownNameServer(true) },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'one name server',
      model: behindName(['ns1.example.net']),
      findings: [
        { at: 'dns/example.org', severity: 'high', message: 'example.org is answered by ns1.example.net alone.' },
      ],
    },
    {
      name: 'the same one twice',
      model: behindName(['ns1.example.net', 'NS1.example.net.']),
      findings: [{ severity: 'high' }],
    },
    {
      name: 'two in one network',
      model: behindName(['192.0.2.1', '192.0.2.250']),
      findings: [
        {
          at: 'dns/example.org',
          severity: 'medium',
          message: '192.0.2.1 and 192.0.2.250, which answer for example.org, are in one network.',
        },
      ],
    },
    { name: 'an own name server', model: ownNameServer(false), findings: [{ evidence: ['bind'] }] },
  ],
  cannotTell: [
    { name: 'name servers untold', model: behindName(), missing: ['nameServers'] },
    { name: 'an empty list', model: behindName([]), missing: ['nameServers'] },
  ],
});
