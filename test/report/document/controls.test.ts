import { frameworkView } from '../../../src/audit/frameworks/framework-view.js';
import { namesIn } from '../../../src/report/document/names.js';
import { controls } from '../../../src/report/document/sections/controls.js';
import type { Telling } from '../../../src/report/document/telling.js';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import { rules } from '../../../src/rules/index.js';
import webShop from '../cases/web-shop.js';
import { auditOf, documentOf } from '../support.js';

const audited = auditOf(webShop);

function section(framework?: Telling['framework']): string {
  const telling = { audit: audited, names: namesIn(audited.model), ...(framework && { framework }) } as Telling;
  return toMarkdown([...documentOf(audited).filter(({ type }) => type === 'heading'), ...controls(telling)]);
}

describe('the controls in the report', () => {
  const text = section(frameworkView(audited, rules, 'nist-800-53'));

  test('are a table in which findings lead to where they are told', () => {
    expect(text).toContain('## Controls of NIST SP 800-53 r5');
    expect(text).toMatch(/\| \*\*SC-8\\?\(1\\?\)\*\* \| Transmission .* \| found something \| \[\w\d+\]\(#/);
    expect(text).toMatch(/\| \*\*[A-Z]{2}-\d+\*\* \|[^|]*\| passed \|/);
  });

  test('say that a pass is no proof, and which rules belong to none', () => {
    expect(text).toContain('no proof that it is met');
    expect(text).toContain('Rules that belong to none of them: ');
  });

  test('are left out where no framework is asked for', () => {
    expect(section()).not.toContain('Controls of');
  });
});
