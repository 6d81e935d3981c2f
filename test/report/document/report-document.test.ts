import oneCertificate from '../../../models/one-certificate-everywhere.js';
import threeZones from '../../../models/three-zone-shop.js';
import type { ReportNode } from '../../../src/report/document/tree.js';
import { escapeMarkdown } from '../../../src/report/markdown/escape-markdown.js';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import { kindNames } from '../../../src/vocabulary/kinds.js';
import { whyOfKind } from '../../../src/vocabulary/why.js';
import { auditOf, documentOf } from '../support.js';

function headings(nodes: readonly ReportNode[]): string[] {
  return nodes.flatMap((node) => (node.type === 'heading' && node.level < 3 ? [node.text] : []));
}

describe('reportDocument', () => {
  const audited = auditOf(oneCertificate);
  const picture = { view: 'overview', file: 'overview.svg', alt: 'the whole' };
  const nodes = documentOf(audited, [picture]);
  const markdown = toMarkdown(nodes);

  test('has its sections in order', () => {
    expect(headings(nodes)).toEqual([
      'One certificate everywhere',
      'Overview',
      'Findings',
      'What a single failure breaks',
      'The way of a request',
      'What is there, and why',
      'What the model does not say',
      'Assumptions',
    ]);
  });

  test('says the verdict before anything else', () => {
    expect(markdown.split('\n\n')[2]).toMatch(/^\*\*The audit found \d+ faults: \d+ high/);
  });

  test('tells every finding, every missing fact and every element', () => {
    const { model, findings, missing } = audited;
    for (const { rule, handle } of findings) {
      expect(markdown).toContain(`\`${rule}\``);
      expect(markdown).toContain(`\`${handle}\``);
    }
    for (const { fact } of missing) expect(markdown).toContain(`\`${fact}\``);
    for (const { name } of model.elements) expect(markdown).toContain(escapeMarkdown(name));
  });

  test('puts like elements of a tier into one row', () => {
    expect(markdown).toContain('monitoring client (server-1, server-2 and server-3)');
    expect(markdown).toContain('agent, 3 of them');
  });

  test('follows the request to the database and says where TLS ends', () => {
    expect(markdown).toContain('### From visitor to mysql');
    expect(markdown).toContain('| visits | load balancer, found as www\\.foobar.com | HTTPS | encrypted | here');
  });

  test('leaves out what there is nothing to say of', () => {
    const good = auditOf(threeZones);
    const told = headings(documentOf({ ...good, findings: [], missing: [] }));
    expect(told).not.toContain('Findings');
    expect(told).not.toContain('What the model does not say');
    expect(told).not.toContain('Accepted risks');
  });

  test('knows why every kind is there', () => {
    for (const kind of kindNames) expect(whyOfKind[kind].length).toBeGreaterThan(20);
  });
});
