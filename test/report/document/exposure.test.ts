import { architecture } from 'stanchion';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import guarded from '../cases/guarded.js';
import { auditOf, documentOf } from '../support.js';

function section(site: unknown): string {
  const markdown = toMarkdown(documentOf(auditOf(site, [])));
  return markdown.split(/^## /m).find((part) => part.startsWith('What is exposed\n')) ?? '';
}

describe('exposure in the report', () => {
  const text = section(guarded());

  test('has a row for what is reached, open first, and none for what is blocked', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| **'));
    expect(rows).toEqual([
      '| **lb** | secure, HTTPS | open |  |',
      '| **app** | HTTP 8080 | open, handed on by lb |  |',
      '| **lb** | admin, HTTP 8404 | only from 203.0.113.0/24 | outer keeps others out |',
    ]);
  });

  test('lists flows that are blocked and rules to mend', () => {
    expect(text).toContain('app reads from db (MySQL): vault, no rule lets it through');
    expect(text).toContain('never matches: earlier rule 1 takes all its packets');
  });

  test('is left out where there is no border and no way in', () => {
    const site = architecture('bare');
    site.webServer('web');
    expect(section(site)).toBe('');
    expect(section(architecture('empty'))).toBe('');
  });
});
