import { architecture, http } from '../../../src/index.js';
import { auditToTerminal } from '../../../src/report/terminal/audit-to-terminal.js';
import { problemsToTerminal } from '../../../src/report/terminal/problems-to-terminal.js';
import { visible } from '../../../src/report/terminal/visible.js';
import { audited } from '../../diff/audited.js';

test.each([
  ['plain text, 10::1, ::/0 and Shop::Cart', 'plain text, 10::1, ::/0 and Shop::Cart'],
  ['two\nlines', 'two\nlines'],
  ['\u001b[31mred\u202e', '\\u001b[31mred\\u202e'],
  ['::error::Nothing', '\\u003a:error::Nothing'],
  ['::Stop-Commands::word', '\\u003a:Stop-Commands::word'],
  ['see\n  ::set-output name=a::b', 'see\n  \\u003a:set-output name=a::b'],
  [':::warning file=a::b', ':\\u003a:warning file=a::b'],
  ['Shop::errors and Shop::error-prone', 'Shop::errors and Shop::error-prone'],
  ['a ##[add-mask]b', 'a \\u0023#[add-mask]b'],
  [
    '##vso[task.setvariable variable=a]b ##teamcity[x]',
    '\\u0023#vso[task.setvariable variable=a]b \\u0023#teamcity[x]',
  ],
  ['## 2 [a]', '## 2 [a]'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

describe.each([40, 80, 110])('in %i columns', (width) => {
  const options = { colour: false, width, sourceLines: () => ['::error::source', '##[error]source'] };
  /** Wherever a line is broken. */
  const obeyed = (text: string) => text.split('\n').filter((line) => /^\s*::\w|##\w*\[/.test(line));
  const text = '::error title=a::b ##[error]c ';

  test('no name or text of a model is a command to a log of CI', async () => {
    for (let offset = 0; offset < 12; offset += 1) {
      const site = architecture('Shop', { description: `${'x'.repeat(offset)} ${text.repeat(4)}` });
      const name = `${'x'.repeat(offset)}::error::${'y'.repeat(30)}`;
      site.user('visitor').visits(site.server('server').webServer(name, { listens: http(), description: text }));
      expect(obeyed(await auditToTerminal([audited(site)], options))).toEqual([]);
    }
  });

  test('nor is a problem, or the line of source that it shows', async () => {
    const problem = { file: '::error::a.ts', line: 2, column: 1, message: text, hint: text };
    expect(obeyed(await problemsToTerminal([problem], options))).toEqual([]);
  });
});
