import { frameworkNames } from '../../../src/audit/frameworks/framework-names.js';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { frameworkToTerminal } from '../../../src/report/terminal/framework-to-terminal.js';
import { rules } from '../../../src/rules/index.js';
import webShop from '../cases/web-shop.js';
import { auditOf } from '../support.js';

const plain = { colour: false, width: 100, sourceLines: () => undefined };

describe('frameworkToTerminal', () => {
  const audited = auditOf(webShop);

  test('tells each control with its findings and what the other rules came to', async () => {
    const text = await frameworkToTerminal([audited], rules, 'nist-800-53', plain);
    expect(text).toMatch(/NIST SP 800-53 r5\s+\d+ controls: /);
    expect(text).toMatch(
      /✗ SC-8\(1\) Transmission Confidentiality and Integrity: Cryptographic Protection\n {4}\w\d+ {2}\S/,
    );
    expect(text).toMatch(/\n {2}(✓|\?|-) [A-Z]{2}-\d+/);
    expect(text).toMatch(/not applicable: \w+\/[\w-]+/);
    expect(text).toContain('NO CONTROL');
    expect(text).toMatch(/no proof that it is met\.\n$/);
  });

  test.each(frameworkNames)('%s keeps within the lines, and says everything without colour', async (name) => {
    const text = await frameworkToTerminal([audited], rules, name, { ...plain, width: 60 });
    expect(text.split('\n').filter((line) => cellsOf(line) > 60)).toEqual([]);
    const coloured = await frameworkToTerminal([audited], rules, name, { ...plain, width: 60, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are made of
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(text);
  });
});
