import { architecture } from 'stanchion';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import balanced from '../cases/balanced.js';
import { auditOf, documentOf } from '../support.js';

function section(site: unknown): string {
  const markdown = toMarkdown(documentOf(auditOf(site, [])));
  return markdown.split(/^## /m).find((part) => part.startsWith('Load\n')) ?? '';
}

describe('the load in the report', () => {
  const text = section(balanced({ requestsPerSecond: 600 }));

  test('has a row for elements alike, the most used first', () => {
    const [first] = text.split('\n').filter((line) => line.startsWith('| **'));
    expect(first).toContain('| **nginx on server-1, server-2 and server-3** | 200 | 250 | 80 % |');
    expect(first).toContain('**OVERLOADED, 120 %: 300 of 250 without server-2 or server-1**');
  });

  test('says what is left of a pool without the largest', () => {
    expect(text).toContain('| nginx on server-1, server-2 and server-3, behind lb | 600 | 750 | 500, TOO LITTLE |');
  });

  test('says what more the model could tell', () => {
    expect(text).toContain("Say what 'lb' takes: `capacity: { requestsPerSecond }`.");
  });

  test('stands after what is exposed, and its assumptions among the others', () => {
    const whole = toMarkdown(documentOf(auditOf(balanced({ requestsPerSecond: 600 }), [])));
    const headings = [...whole.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(headings.indexOf('Load')).toBe(headings.indexOf('What is exposed') + 1);
    expect(whole.split('## Assumptions')[1]).toContain('one call for each request is taken');
  });

  test('is left out where no demand is told', () => {
    expect(section(balanced())).toBe('');
    expect(section(architecture('empty'))).toBe('');
  });
});
