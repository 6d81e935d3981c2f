import { audit } from '../../src/audit/audit.js';
import type { Finding } from '../../src/audit/finding.js';
import { rules } from '../../src/rules/index.js';
import { build } from '../support/build.js';
import { layeredFirewalls, oneServer, threeServers } from './documents.js';

const today = '2026-11-21';

function findingsOf(site: object): readonly Finding[] {
  return audit(build(site)[0]!, { today, rules }).findings;
}

/** Rule and element of what is high or worse, and of what is looked for besides. */
function named(findings: readonly Finding[], besides: readonly string[] = []): readonly string[] {
  return findings
    .filter(({ severity, rule }) => severity === 'critical' || severity === 'high' || besides.includes(rule))
    .map(({ rule, subjects = [] }) => `${rule} @ ${subjects.join(', ')}`);
}

const servers = 'server-1, server-2, server-3';
const balancer = 'availability/spof-load-balancer @ edge-1/load balancer';
const writer = 'data/db-single-writer @ server-1/mysql';
const plaintext = 'transport/tls-ends-at-load-balancer @ edge-1/load balancer';
const together = `deployment/colocated-roles @ ${servers}`;

describe('what the documents name is reported, on the right elements', () => {
  test('000: TLS ends at the balancer; balancer and database are single', () => {
    expect(named(findingsOf(layeredFirewalls()))).toEqual([
      'availability/spof-load-balancer @ edge/load balancer',
      'data/db-single-writer @ inside/database',
      'transport/tls-ends-at-load-balancer @ edge/load balancer',
    ]);
  });

  test('001: plaintext, one writer, no diversity, one key everywhere', () => {
    const findings = findingsOf(threeServers({ keyEverywhere: true }));
    expect(named(findings, ['deployment/no-diversity', 'transport/cert-key-shared'])).toEqual([
      balancer,
      writer,
      plaintext,
      together,
      'transport/cert-key-shared @ certificate/front',
      `deployment/no-diversity @ ${servers}`,
    ]);
  });

  test('002: each issue with both of its consequences', () => {
    const findings = findingsOf(threeServers({ clientCertificates: true }));
    const impactOf = (rule: string) => findings.find((finding) => finding.rule === rule)?.impact;
    expect(impactOf('transport/tls-ends-at-load-balancer')).toMatch(/reads and alters.*client.s certificate/);
    expect(impactOf('data/db-single-writer')).toMatch(/writing stops.*may be lost.*Writes cannot be spread/);
    expect(impactOf('deployment/no-diversity')).toMatch(/one vulnerability/);
    expect(impactOf('deployment/colocated-roles')).toMatch(/None can be scaled without the others/);
  });

  test('003: plaintext, outage and data loss, contention', () => {
    const findings = findingsOf(threeServers());
    expect(named(findings)).toEqual([balancer, writer, plaintext, together]);
    expect(findings.find(({ rule }) => rule === 'data/db-single-writer')?.impact).toMatch(/may be lost/);
    expect(findings.find(({ rule }) => rule === 'deployment/colocated-roles')?.impact).toMatch(
      /processor, memory and disk/,
    );
  });

  test('004: the same, and nobody is alerted; with the remedies that it asks for', () => {
    const findings = findingsOf(threeServers({ complete: ['alerts'] }));
    expect(named(findings, ['operations/alert-unrouted'])).toEqual([
      balancer,
      writer,
      plaintext,
      together,
      'operations/alert-unrouted @ externalService/Sumo Logic',
    ]);
    const remedies = findings.map(({ remedy }) => remedy).join('\n');
    for (const words of [/Encrypt the hop/, /something promote a copy/, /servers of its own/, /alert somebody/])
      expect(remedies).toMatch(words);
  });

  test('one server: every role is single', () => {
    expect(named(findingsOf(oneServer()))).toEqual([
      'transport/plaintext-external @ server/web',
      'network/internet-unguarded @ server',
      'availability/spof-node @ server/web',
      'availability/spof-node @ server/app',
      'data/db-single-writer @ server/mysql',
      'deployment/colocated-roles @ server',
    ]);
  });
});

describe('each repair removes its finding, and no other', () => {
  const all = [balancer, writer, plaintext, together];

  test('encrypt the hop again: no finding about TLS', () => {
    expect(named(findingsOf(threeServers({ encrypted: true })))).toEqual(all.filter((one) => one !== plaintext));
  });

  test('an orchestrator promotes: no single writer', () => {
    expect(named(findingsOf(threeServers({ failover: 'automatic' })))).toEqual(all.filter((one) => one !== writer));
  });

  test('a second balancer with a moving address: no single balancer', () => {
    const found = named(findingsOf(threeServers({ balancers: 2 })));
    expect(found).toEqual([writer, 'transport/tls-ends-at-load-balancer @ cluster/entrance', together]);
  });

  test('servers for each role: nothing shares a server', () => {
    const found = named(findingsOf(threeServers({ separateRoles: true })), ['deployment/no-diversity']);
    expect(found).toEqual([balancer, 'data/db-single-writer @ data-1/mysql', plaintext]);
  });

  test('all of them: nothing above medium', () => {
    const repaired = threeServers({ encrypted: true, failover: 'automatic', balancers: 2, separateRoles: true });
    expect(named(findingsOf(repaired))).toEqual([]);
  });

  test('firewalls and monitoring count where the model tells them all', () => {
    const told = named(findingsOf(threeServers({ complete: ['firewalls'], firewalls: false })));
    expect(told).toEqual([`network/internet-unguarded @ edge-1, ${servers}`, balancer, writer, plaintext, together]);
    expect(named(findingsOf(threeServers({ firewalls: false })))).toEqual(all);
  });
});

test('a fault is found once: no element has two findings of one kind', () => {
  for (const site of [
    layeredFirewalls(),
    oneServer(),
    threeServers({ complete: ['firewalls', 'alerts', 'backups'], firewalls: false }),
  ]) {
    const findings = findingsOf(site);
    const keys = findings.flatMap(({ rule, subjects = [] }) => subjects.map((subject) => `${rule} ${subject}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  }
});
