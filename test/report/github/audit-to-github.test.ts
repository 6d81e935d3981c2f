import type { Audit } from '../../../src/audit/finding.js';
import { auditToGithub } from '../../../src/report/github/audit-to-github.js';
import { escapeData, escapeProperty } from '../../../src/report/github/escape-command.js';
import webShop from '../cases/web-shop.js';
import { optionsWith } from '../formats/options.js';
import { readCommands } from '../formats/read-commands.js';
import { auditOf } from '../support.js';

const shop = auditOf(webShop);
const commandsOf = (audit: Audit, given = {}) => readCommands(auditToGithub([audit], optionsWith(given)));

describe('auditToGithub', () => {
  test('annotates the line of each finding, as loud as it is bad', () => {
    const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' };
    const commands = commandsOf(shop);
    for (const [index, finding] of shop.findings.entries()) {
      expect(commands[index]).toMatchObject({
        name: levels[finding.severity],
        properties: { file: finding.at?.file, line: `${finding.at?.line}`, col: `${finding.at?.column}` },
      });
      expect(commands[index]?.properties.title).toMatch(new RegExp(`^[CHML]${index + 1} ${finding.rule}$`));
    }
  });

  test('tells in one notice a model what it does not say, and nothing of what is accepted', () => {
    const notices = commandsOf(shop).slice(shop.findings.length);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.properties.title).toBe('Not told by Web shop (production)');
    expect(notices[0]?.message).toMatch(/^\d+ rules cannot tell, as the model does not say:\n- /);
    expect(commandsOf({ ...shop, findings: [], missing: [] })).toEqual([]);
  });

  test('tells first what was not audited', () => {
    const problem = { file: 'torn.ts', line: 3, column: 7, message: 'Nothing is called x.', hint: 'Did you mean y?' };
    expect(commandsOf(shop, { problems: [problem] })[0]).toEqual({
      name: 'error',
      properties: { file: 'torn.ts', line: '3', col: '7', title: 'Not audited' },
      message: 'Nothing is called x.\nDid you mean y?',
    });
  });
});

test('what ends a command or a property is written as its code', () => {
  expect(escapeData('50 % of\r\na:b,c')).toBe('50 %25 of%0D%0Aa:b,c');
  expect(escapeProperty('%0A::a,b')).toBe('%250A%3A%3Aa%2Cb');
});
