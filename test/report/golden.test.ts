import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { architecture } from 'stanchion';
import type { Audit } from '../../src/audit/finding.js';
import { toHtml } from '../../src/report/html/to-html.js';
import { auditToJson } from '../../src/report/json/audit-to-json.js';
import { toMarkdown } from '../../src/report/markdown/to-markdown.js';
import { auditToTerminal } from '../../src/report/terminal/audit-to-terminal.js';
import { testRules } from './cases/rules.js';
import webShop from './cases/web-shop.js';
import { auditOf, documentOf } from './support.js';

const cases: readonly (readonly [string, Audit])[] = [
  ['web-shop', auditOf(webShop, testRules)],
  ['empty-model', auditOf(architecture('Nothing yet'), testRules)],
];

const outputs: Readonly<Record<string, (audited: Audit) => string | Promise<string>>> = {
  'report.md': (audited) => toMarkdown(documentOf(audited, picturesOf(audited))),
  'report.html': (audited) => toHtml(documentOf(audited, picturesOf(audited)), { title: audited.model.name }),
  'audit.txt': (audited) => auditToTerminal([audited], { colour: false, width: 100, sourceLines }),
  'audit.json': (audited) => auditToJson([audited]),
};

function picturesOf({ model }: Audit) {
  return ['overview', 'deployment'].map((view) => ({ name: view, file: `${view}.svg`, alt: `${model.name}: ${view}` }));
}

function sourceLines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n');
}

// UPDATE_GOLDEN=1 writes them anew.
describe.each(cases)('%s', (name, audited) => {
  test.each(Object.keys(outputs))('%s', async (file) => {
    const folder = join('test/golden', name);
    const text = await outputs[file]?.(audited);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), text ?? '');
    }
    expect(text).toBe(readFileSync(join(folder, file), 'utf8'));
  });
});
