import fc from 'fast-check';
import type { Audit } from '../../../src/audit/finding.js';
import { auditToComment } from '../../../src/report/comment/audit-to-comment.js';
import { auditToGithub } from '../../../src/report/github/audit-to-github.js';
import { auditToGitlab } from '../../../src/report/gitlab/audit-to-gitlab.js';
import { auditToJunit } from '../../../src/report/junit/audit-to-junit.js';
import { plainLine } from '../../../src/report/markdown/escape-markdown.js';
import { auditToSarif } from '../../../src/report/sarif/audit-to-sarif.js';
import { testRules } from '../cases/rules.js';
import webShop from '../cases/web-shop.js';
import { auditOf } from '../support.js';
import { audited, hostile, optionsWith, type Texts } from './options.js';
import { readCommands } from './read-commands.js';
import { readComment } from './read-comment.js';
import { readXml } from './read-xml.js';

const shop = auditOf(webShop, testRules);
const options = optionsWith({ failOn: 'high' }, testRules);
const shown = (text: string) => plainLine(text).trim();
const isShown = (text: string) => shown(text) !== '';
const unspaced = (text: string) => text.replace(/\s/g, '');
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

const formats: Readonly<Record<string, (audit: Audit, texts: Texts) => void>> = {
  sarif(audit, { text, file }) {
    const { results } = JSON.parse(auditToSarif([audit], options)).runs[0];
    expect(results).toHaveLength(audit.findings.length + audit.accepted.length);
    for (const { message, locations } of results) {
      expect(message.text).not.toMatch(/\]\(|\{\d+\}/);
      expect(unspaced(message.text)).toBe(unspaced(shown(text)));
      const { uri } = locations[0].physicalLocation.artifactLocation;
      expect(decodeURIComponent(uri.replace(/^file:\/\//, ''))).toBe(wellFormed(file));
    }
  },
  junit(audit, { text }) {
    const { elements } = readXml(auditToJunit([audit], options));
    const messages = elements.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes.message);
    expect(new Set(elements.map(({ name }) => name))).toEqual(
      new Set('testsuites testsuite properties property testcase failure skipped system-out system-err'.split(' ')),
    );
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect([shownIn(text), '2 findings']).toContain(message);
    const suite = elements.find(({ name }) => name === 'testsuite');
    expect(suite?.attributes.name).toBe(shownIn(`${text} (production)`));
  },
  github(audit, { text, file }) {
    const commands = readCommands(auditToGithub([audit], options));
    expect(commands).toHaveLength(audit.findings.length + 1);
    for (const { name, properties, message } of commands.slice(0, audit.findings.length)) {
      expect(['error', 'warning', 'notice']).toContain(name);
      expect(properties).toMatchObject({ line: '3', col: '4' });
      if (!/[\u0085\u2028\u2029\v\f]/.test(file)) expect(properties.file ?? '').toBe(wellFormed(file));
      expect(message.split('\n')).toEqual([
        shown(text),
        shown(`Impact: ${text}`),
        shown(`Remedy: ${text}`),
        expect.stringMatching(/^To know more: stanchion explain [0-9a-f]+$/),
      ]);
    }
  },
  gitlab(audit, { text, file }) {
    const issues = JSON.parse(auditToGitlab([audit], options));
    expect(issues).toHaveLength(audit.findings.length);
    for (const { description, location } of issues) {
      expect(description).toBe(shown(`${text} ${text}`));
      expect(location.path).toBe(JSON.parse(JSON.stringify(file.replace(/^(\.\/)+/, ''))));
    }
  },
  markdown(audit, { text }) {
    const comment = readComment(auditToComment([audit], options));
    expect(comment.links.filter((link) => !link.startsWith('https://example.org/docs/rules/'))).toEqual([]);
    expect(comment.images).toEqual([]);
    expect(new Set(comment.markup)).toEqual(new Set(['<details>', '<summary>', '</summary>', '</details>']));
    const [findings] = comment.tables;
    expect(findings?.map((cells) => cells[2])).toEqual(audit.findings.map(() => squeezed(shown(text))));
  },
};

function shownIn(text: string): string {
  return shown(text)
    .replace(/\p{Noncharacter_Code_Point}/gu, '')
    .trim();
}

/** Readers of Markdown make one space of several. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe.each(Object.entries(formats))('%s', (_, check) => {
  test.each(hostile)('tells %j as nothing but a text', (text) => {
    check(audited(shop, { text, file: 'models/shop.ts' }), { text, file: 'models/shop.ts' });
  });

  test.each(hostile.filter(isShown))('takes a file called %j', (file) => {
    check(audited(shop, { text: 'plain', file }), { text: 'plain', file });
  });

  test('reads back, whatever the texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'`|\\[](){}@#!:;%,*_~$ \n\r\tab01-/'.split('')), maxLength: 40 }),
      fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, text.filter(isShown), (words, file) => {
        check(audited(shop, { text: words, file }), { text: words, file });
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });
});
