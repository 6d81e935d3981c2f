import { architecture, http, https } from '../../../src/index.js';
import rule from '../../../src/rules/transport/cert-name-mismatch.js';
import { testRule } from '../../../src/testing.js';

function named(host: string, names?: readonly string[], zone = 'example.org') {
  const site = architecture('shop');
  const certificate = site.certificate('shop', names ? { names } : {});
  site.dns(zone).record('A', host, site.loadBalancer('balancer', { listens: https(certificate) }));
  return site;
}

function severalListeners() {
  const site = architecture('shop');
  const shop = site.certificate('shop', { names: ['www.example.org'] });
  const admin = site.certificate('admin', { names: ['admin.example.org'] });
  const lb = site.loadBalancer('balancer', {
    listens: { plain: http(), shop: https(shop), admin: https(admin, { port: 8443 }) },
  });
  site.dns('example.org').record('A', 'www', lb.at.shop);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'the very name', model: named('www', ['WWW.example.org']) },
    { name: 'a wildcard', model: named('www', ['example.org', '*.example.org']) },
    {
      name: 'the very name, written in another way',
      model: named('www', ['www.bücher.example'], 'xn--bcher-kva.example'),
    },
    { name: 'the zone itself', model: named('@', ['example.org']) },
    { name: 'the listener that is meant', model: severalListeners() },
    { name: 'a zone that is no host name', model: named('www', ['example.org'], 'our names') },
  ],
  invalid: [
    {
      name: 'another name',
      model: named('shop', ['www.example.org']),
      findings: [
        {
          at: 'dns/example.org/A shop',
          severity: 'high',
          message: 'shop.example.org leads to balancer, whose certificate shop is not for that name.',
          evidence: ['balancer', 'certificate/shop'],
        },
      ],
    },
    { name: 'a wildcard stands for one label', model: named('a.b', ['*.example.org']), findings: [{}] },
    { name: 'a wildcard does not stand for the zone itself', model: named('@', ['*.example.org']), findings: [{}] },
  ],
  cannotTell: [{ name: 'names untold', model: named('www'), missing: ['names'] }],
});
