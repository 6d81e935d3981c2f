import { architecture, http, https } from 'stanchion';
import lostCertificate from '../../../models/lost-client-certificate.js';
import oneCertificate from '../../../models/one-certificate-everywhere.js';
import type { Audit } from '../../../src/audit/finding.js';
import type { ReportNode } from '../../../src/report/document/tree.js';
import { textOf } from '../../../src/report/markdown/slugs.js';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import { kindNames } from '../../../src/vocabulary/kinds.js';
import { whyOfAlgorithm, whyOfKind, whyOfMode, whyOfReplication } from '../../../src/vocabulary/why.js';
import { algorithms, clusterModes, replications } from '../../../src/vocabulary/words.js';
import { testRules } from '../cases/rules.js';
import webShop from '../cases/web-shop.js';
import { auditOf, documentOf } from '../support.js';

function headings(nodes: readonly ReportNode[], level = 2): string[] {
  return nodes.flatMap((node) => (node.type === 'heading' && node.level === level ? [textOf(node.content)] : []));
}

function told(audited: Audit): string {
  return toMarkdown(documentOf(audited));
}

/** The part of a document below a heading, up to the next of its level. */
function section(markdown: string, title: string): string {
  return (markdown.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '').slice(title.length).trim();
}

describe('reportDocument', () => {
  const audited = auditOf(webShop, testRules);
  const nodes = documentOf(audited, [{ name: 'overview', file: 'overview.svg', alt: 'the whole' }]);
  const markdown = toMarkdown(nodes);

  test('has its sections in order, the verdict first', () => {
    expect(headings(nodes, 1)).toEqual(['Web shop']);
    expect(headings(nodes)).toEqual([
      'Verdict',
      'Pictures',
      'Findings',
      'Single points of failure',
      'Availability',
      'The way of a request',
      'What is exposed',
      'What is there, and why',
      'What the model does not say',
      'Accepted risks',
      'Assumptions',
    ]);
  });

  test('counts by severity, accepted and not told', () => {
    const [row] = section(markdown, 'Verdict').match(/^\| 1 .*$/m) ?? [];
    expect(row).toBe('| 1 | 1 | 1 | 0 | 1 | 2 | 60 % |');
  });

  test('tells every finding with its rule, handle, place, impact and remedy', () => {
    const findings = section(markdown, 'Findings');
    expect(audited.findings.length).toBe(3);
    for (const { rule, handle, impact, at } of audited.findings) {
      for (const part of [`\`${rule}\``, `\`${handle}\``, impact, `\`${at?.file}:${at?.line}:${at?.column}\``]) {
        expect(findings).toContain(part);
      }
    }
  });

  test('shows evidence as a path from the user on, with how it is encrypted', () => {
    expect(section(markdown, 'Findings')).toContain(
      'visitor → www\\.shop.example → haproxy (HTTPS, encrypted) → nginx on server-1 and server-2 (HTTP, plaintext)',
    );
  });

  test('numbers accepted findings behind the others', () => {
    expect(section(markdown, 'Accepted risks')).toContain(
      '| **M4** | haproxy stands alone. | A second one is ordered. | 2027-01-31 | Ada | `availability/spof-load-balancer` |',
    );
  });

  test('puts elements of which the same is told into one row', () => {
    const elements = section(markdown, 'What is there, and why');
    expect(elements).toContain('| **collector on server-1 and server-2** | reports to log service |');
    expect(elements).toContain('| **mysql on server-1** | primary ·');
    expect(elements).toContain('| **mysql on server-2** | replica ·');
  });

  test('explains the words that occur, and no others', () => {
    const elements = section(markdown, 'What is there, and why');
    expect(elements).toContain(`**Round robin**: ${whyOfAlgorithm['round robin']}`);
    expect(elements).toContain(`**Asynchronous replication**: ${whyOfReplication.asynchronous}`);
    expect(elements).not.toContain('Least connections');
  });

  test('names every element, however many are alike', () => {
    const site = architecture('many');
    const servers = site.servers(20, 'server', (server) => server.webServer('web'));
    expect(servers).toHaveLength(20);
    const elements = section(told(auditOf(site)), 'What is there, and why');
    for (let number = 1; number <= 20; number += 1) expect(elements).toContain(`server-${number}`);
  });

  test('says what the author gives as the reason', () => {
    expect(section(markdown, 'What is there, and why')).toContain('Spreads requests, so that one server can be away.');
  });

  test('lists what most rules wait for first', () => {
    const facts = ['one', 'three', 'two'].map((fact, index) => ({
      fact,
      wanted: `Say \`${fact}\`.`,
      rules: ['a', 'b', 'c'].slice(0, [1, 3, 2][index]),
      elements: [],
      flows: [],
    }));
    const rows = section(told({ ...audited, missing: facts }), 'What the model does not say')
      .split('\n')
      .slice(-3);
    expect(rows).toEqual([
      '| `three` | Say `three`. | the model as a whole | `a`, `b`, `c` |',
      '| `two` | Say `two`. | the model as a whole | `a`, `b` |',
      '| `one` | Say `one`. | the model as a whole | `a` |',
    ]);
  });

  test('leaves out what there is nothing to say of', () => {
    const quiet = { ...audited, findings: [], accepted: [], missing: [] };
    const titles = headings(documentOf(quiet));
    expect(titles).not.toContain('Pictures');
    expect(titles).not.toContain('What the model does not say');
    expect(titles).not.toContain('Accepted risks');
    expect(section(told(quiet), 'Findings')).toBe('None.');
  });

  test('takes an empty model', () => {
    const empty = told(auditOf(architecture('Nothing yet'), []));
    expect(section(empty, 'Verdict')).toContain('There is nothing here that a rule could judge.');
    expect(section(empty, 'Findings')).toBe('None.');
  });

  test('says where a guard blocks the way, and that the journey is broken as modelled', () => {
    const site = architecture('shop', { complete: ['firewalls'] });
    const inside = site.zone('inside');
    inside.firewall('guard', { incoming: 'deny' });
    const app = inside.appServer('app', { listens: http() });
    app.writes(inside.database('db'));
    site.user('visitor').visits(app);
    const blocked = told(auditOf(site, []));
    expect(section(blocked, 'The way of a request')).toContain('guard: **blocked**');
    expect(section(blocked, 'Single points of failure')).toContain('**Broken as modelled.**');
  });

  test('says in words where protection changes on the way, and what each stretch carries', () => {
    const ways = section(markdown, 'The way of a request');
    expect(ways).toContain('- TLS 1.2 or newer from visitor to haproxy, 1 hop, carries personal, over the border of');
    expect(ways).toContain('- Plaintext from haproxy to nginx on server-1 and server-2, 1 hop, carries personal');
    const lost = section(toMarkdown(documentOf(auditOf(lostCertificate))), 'The way of a request');
    expect(lost).toContain(
      "- Plaintext from load balancer to web server on server-1, server-2 and server-3, 1 hop, the user's certificate is lost.",
    );
  });

  test('lists certificates: whether they are valid on the day, where the key lies, and for which names', () => {
    const site = architecture('shop');
    const old = site.certificate('old', { names: ['*.shop.example'], expires: '2026-11-20', selfSigned: true });
    const next = site.certificate('next', { issued: '2026-12-01', expires: '2027-02-01' });
    const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: https(old) }));
    const zone = site.dns('shop.example');
    zone.record('A', 'www', webs);
    zone.record('A', 'a.b', webs);
    site.loadBalancer('lb', { listens: https(next) });
    const ways = section(told(auditOf(site, [])), 'The way of a request');
    expect(ways).toContain('The model shows no way from a user to a store.');
    expect(ways).toContain(
      '| old | \\*.shop.example | ran out on 2026-11-20, self-signed | one key on 2 hosts: server-1 and server-2 | ' +
        'web on server-1 and server-2 | www\\.shop.example; not for a.b.shop.example |',
    );
    expect(ways).toContain('| next |  | from 2026-12-01 on only | lb | lb |  |');
  });

  test('says who ends TLS, with which certificate, and what goes on in plaintext', () => {
    const ways = section(toMarkdown(documentOf(auditOf(oneCertificate))), 'The way of a request');
    expect(ways).toContain('load balancer, by the name www\\.foobar.com | HTTPS | encrypted | here | www\\.foobar.com');
    expect(ways).toContain('Encrypted to load balancer; from there in plaintext to web server on server-1');
  });

  test('tells a thousand findings, each under a heading of its own', () => {
    const [finding] = audited.findings;
    if (finding === undefined) throw new Error('nothing was found');
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...finding, handle: `h${index}` }));
    const text = told({ ...audited, findings: many });
    expect(text.match(/^### \*\*C\d+\*\* /gm)).toHaveLength(1000);
    expect(text).toContain('### **C1000** ');
  });

  test('names no day but that of the audit', () => {
    const days = new Set(markdown.match(/\d{4}-\d{2}-\d{2}/g));
    expect([...days].sort()).toEqual(['2026-11-21', '2026-12-01', '2027-01-31']);
  });

  test('leads two elements of one name apart and certificates with keys of their own to one row each', () => {
    const site = architecture('two', {});
    const [a, b] = ['a', 'b'].map((name) => site.certificate(name, { names: [`${name}.example`] })) as [never, never];
    site.loadBalancer('left', { listens: https(a) });
    site.loadBalancer('right', { listens: https(b) });
    const elements = section(told(auditOf(site, [])), 'What is there, and why');
    expect(elements).toContain('| **a** | for a.example |');
    expect(elements).toContain('| **b** | for b.example |');
  });
});

describe('the vocabulary', () => {
  const sentences = (text: string) => text.split(/(?<=[.!?]) /).length;

  test.each(kindNames)('says why %s is there, in two sentences to five', (kind) => {
    expect(sentences(whyOfKind[kind])).toBeGreaterThanOrEqual(2);
    expect(sentences(whyOfKind[kind])).toBeLessThanOrEqual(5);
  });

  test('explains every algorithm, mode and replication', () => {
    const texts = [
      ...algorithms.map((word) => whyOfAlgorithm[word]),
      ...clusterModes.map((word) => whyOfMode[word]),
      ...replications.map((word) => whyOfReplication[word]),
    ];
    for (const text of texts) expect(text).toMatch(/^[A-Z].{40,}\.$/);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

test('the verdict says how many findings the baseline hides', () => {
  const audited = auditOf(webShop, testRules);
  const [first, ...others] = audited.findings;
  const one = section(told({ ...audited, findings: others, baselined: [first!] }), 'Verdict');
  expect(one).toMatch(/1 further finding\S* is in the baseline, and not counted above\./);
  const all = section(told({ ...audited, findings: [], baselined: audited.findings }), 'Verdict');
  expect(all).toContain('Nothing was found that is not in the baseline.');
  expect(all).toMatch(/3 further findings\S* are in the baseline, and not counted above\./);
  expect(section(told(audited), 'Verdict')).not.toContain('baseline');
});
