import competingRoles from '../../models/competing-roles.js';
import distributed from '../../models/distributed-web-infrastructure.js';
import layeredFirewalls from '../../models/layered-firewalls.js';
import lostClientCertificate from '../../models/lost-client-certificate.js';
import oneCertificateEverywhere from '../../models/one-certificate-everywhere.js';
import scaledUp from '../../models/scaled-up.js';
import securedAndMonitored from '../../models/secured-and-monitored.js';
import sharedServers from '../../models/shared-servers-round-robin.js';
import simpleWebStack from '../../models/simple-web-stack.js';
import threeZoneShop from '../../models/three-zone-shop.js';
import { audit } from '../../src/audit/audit.js';
import { type Audit, severities } from '../../src/audit/finding.js';
import { presetSettings } from '../../src/audit/presets.js';
import { rules } from '../../src/rules/index.js';
import { build } from '../support/build.js';

function auditOf(site: unknown): Audit {
  const [model] = build(site);
  if (model === undefined) throw new Error('no model was built');
  return audit(model, { today: '2026-11-21', rules, settings: presetSettings('recommended', rules, [], []) });
}

/** `rule @ element`, in the audit's order. */
function found(site: unknown): string[] {
  return auditOf(site).findings.map(({ rule, element = 'the whole' }) => `${rule} @ ${element}`);
}

const threeStacks = [
  'availability/spof-load-balancer @ load balancer',
  'data/db-single-writer @ server-1/mysql',
  'transport/tls-ends-at-load-balancer @ load balancer',
  'deployment/colocated-roles @ server-1',
];

describe('what each document says is wrong, the audit of its model finds, on that element', () => {
  test.each([
    [
      '000',
      layeredFirewalls,
      [
        'transport/tls-ends-at-load-balancer @ edge/load balancer',
        'availability/spof-load-balancer @ edge/load balancer',
        'data/db-single-writer @ data/database',
      ],
    ],
    [
      '001',
      oneCertificateEverywhere,
      [...threeStacks, 'deployment/no-diversity @ server-1', 'transport/cert-key-shared @ certificate/www.foobar.com'],
    ],
    ['002', lostClientCertificate, [...threeStacks, 'deployment/no-diversity @ server-1']],
    ['003', competingRoles, threeStacks],
    [
      '004',
      sharedServers,
      [
        'transport/tls-ends-at-load-balancer @ load balancer',
        'data/db-single-writer @ server-1/primary',
        'deployment/colocated-roles @ server-1',
        'operations/alert-unrouted @ externalService/Sumo Logic',
      ],
    ],
  ])('document %s', (_number, site, expected) => {
    expect(found(site)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['001', oneCertificateEverywhere, 'data/db-single-writer', /writing stops.*cannot be spread over more servers/s],
    [
      '002',
      lostClientCertificate,
      'transport/tls-ends-at-load-balancer',
      /reads and alters.*certificate.*not handed on/s,
    ],
    ['002', lostClientCertificate, 'data/db-single-writer', /writing stops.*cannot be spread over more servers/s],
    ['002', lostClientCertificate, 'deployment/no-diversity', /one vulnerability/],
    ['002', lostClientCertificate, 'deployment/colocated-roles', /None can be scaled without the others/],
    ['003', competingRoles, 'data/db-single-writer', /writing stops.*may be lost/s],
    ['003', competingRoles, 'deployment/colocated-roles', /compete for processor, memory and disk/],
  ])('document %s names this consequence', (_number, site, rule, consequence) => {
    expect(auditOf(site).findings.find((finding) => finding.rule === rule)?.impact).toMatch(consequence);
  });

  test.each([
    [
      '001',
      oneCertificateEverywhere,
      'transport/tls-ends-at-load-balancer',
      /Encrypt the hop behind it too.*pass TLS through/s,
    ],
    ['004', sharedServers, 'data/db-single-writer', /promote a copy/],
    ['004', sharedServers, 'deployment/colocated-roles', /servers of its own/],
  ])('document %s is told this remedy', (_number, site, rule, remedy) => {
    expect(auditOf(site).findings.find((finding) => finding.rule === rule)?.remedy).toMatch(remedy);
  });

  test.each([layeredFirewalls, oneCertificateEverywhere, lostClientCertificate, competingRoles, sharedServers])(
    'at most 25 findings, the most important first',
    (site) => {
      const { findings } = auditOf(site);
      const ranks = findings.map(({ severity }) => severities.indexOf(severity));
      expect(findings.length).toBeLessThanOrEqual(25);
      expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    },
  );
});

describe('the four stages of the course', () => {
  test('one server: every role is single', () => {
    expect(found(simpleWebStack)).toEqual(
      expect.arrayContaining([
        'availability/spof-node @ server/nginx',
        'availability/spof-node @ server/application',
        'data/db-single-writer @ server/mysql',
      ]),
    );
  });

  test('distributed: the load balancer and the writer are single, and nothing is filtered, encrypted or watched', () => {
    const rulesFound = new Set(found(distributed).map((text) => text.split(' @ ')[0]));
    expect(found(distributed)).toEqual(
      expect.arrayContaining([
        'availability/spof-load-balancer @ front/haproxy',
        'data/db-single-writer @ server-1/mysql',
        'transport/plaintext-external @ front/haproxy',
      ]),
    );
    expect(rulesFound).toContain('network/internet-unguarded');
    expect(rulesFound).toContain('operations/monitoring-uncovered');
    expect(rulesFound).not.toContain('availability/spof-node');
  });

  test('secured: what was missing vanishes, and TLS that ends at the load balancer comes in', () => {
    const before = new Set(auditOf(distributed).findings.map(({ rule }) => rule));
    const after = new Set(auditOf(securedAndMonitored).findings.map(({ rule }) => rule));
    expect([...before].filter((rule) => !after.has(rule)).sort()).toEqual([
      'network/internet-unguarded',
      'operations/monitoring-uncovered',
      'transport/plaintext-external',
    ]);
    expect([...after].filter((rule) => !before.has(rule))).toEqual(['transport/tls-ends-at-load-balancer']);
  });

  test('scaled up: co-location and the load balancer vanish, and nothing comes in', () => {
    const before = new Set(auditOf(securedAndMonitored).findings.map(({ rule }) => rule));
    const after = new Set(auditOf(scaledUp).findings.map(({ rule }) => rule));
    expect([...before].filter((rule) => !after.has(rule)).sort()).toEqual([
      'availability/spof-load-balancer',
      'deployment/colocated-roles',
      'deployment/no-diversity',
    ]);
    expect([...after].filter((rule) => !before.has(rule))).toEqual([]);
  });
});

test('on the good architecture the audit finds nothing above low', () => {
  const { findings } = auditOf(threeZoneShop);
  expect(findings.filter(({ severity }) => severity !== 'low')).toEqual([]);
});
