import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { architecture } from 'stanchion';
import type { Audit } from '../../src/audit/finding.js';
import { auditToComment } from '../../src/report/comment/audit-to-comment.js';
import { auditToGithub } from '../../src/report/github/audit-to-github.js';
import { auditToGitlab } from '../../src/report/gitlab/audit-to-gitlab.js';
import { toHtml } from '../../src/report/html/to-html.js';
import { auditToJson } from '../../src/report/json/audit-to-json.js';
import { auditToJunit } from '../../src/report/junit/audit-to-junit.js';
import { toMarkdown } from '../../src/report/markdown/to-markdown.js';
import { auditToSarif } from '../../src/report/sarif/audit-to-sarif.js';
import { auditToTerminal } from '../../src/report/terminal/audit-to-terminal.js';
import { testRules } from './cases/rules.js';
import webShop from './cases/web-shop.js';
import { optionsWith } from './formats/options.js';
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
  'audit.sarif': (audited) => auditToSarif([audited], options),
  'audit.junit.xml': (audited) => auditToJunit([audited], options),
  'audit.github.txt': (audited) => auditToGithub([audited], options),
  'audit.gitlab.json': (audited) => auditToGitlab([audited], options),
  'audit.comment.md': (audited) => auditToComment([audited], options),
};

const options = optionsWith({}, testRules);

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
