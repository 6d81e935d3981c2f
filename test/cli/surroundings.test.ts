import { printMisuse } from '../../src/cli/print-problem.js';
import { startProgress } from '../../src/cli/progress.js';
import { wantsColour, wantsProgress } from '../../src/cli/surroundings.js';
import { visible } from '../../src/report/terminal/visible.js';
import { fakeSurroundings } from './fake-surroundings.js';

describe('colour', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('terminal %s, %j: %s', (terminal, environment, expected) => {
    expect(wantsColour(fakeSurroundings({ terminal }).stdout, environment)).toBe(expected);
  });
});

describe('progress', () => {
  test.each([
    [true, {}, true],
    [true, { CI: 'true' }, false],
    [true, { CI: 'false' }, true],
    [true, { CI: '0' }, true],
    [true, { CI: '' }, true],
    [false, {}, false],
  ])('terminal %s, %j: %s', (terminal, environment, expected) => {
    expect(wantsProgress(fakeSurroundings({ terminal, environment }))).toBe(expected);
  });

  test('says nothing for work of less than a second, then one line that it wipes', () => {
    let now = 0;
    const surroundings = fakeSurroundings({ terminal: true, now: () => now });
    const progress = startProgress(surroundings);
    progress.step('reading shop');
    expect(surroundings.printed.stderr).toBe('');
    now = 1500;
    progress.step('auditing shop');
    expect(surroundings.printed.stderr).toContain('auditing shop …');
    progress.wipe();
    expect(surroundings.printed.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect(surroundings.printed.stdout).toBe('');
  });

  test('says nothing where nobody watches', () => {
    let now = 0;
    const surroundings = fakeSurroundings({ now: () => now });
    const progress = startProgress(surroundings);
    now = 5000;
    progress.step('auditing');
    progress.wipe();
    expect(surroundings.printed.stderr).toBe('');
  });
});

describe('misuse', () => {
  test('stand on standard error with their hint', () => {
    const surroundings = fakeSurroundings();
    printMisuse("no 'x'", "Did you mean 'y'?", surroundings);
    expect(surroundings.printed).toEqual({ stdout: '', stderr: "error: no 'x'\n  Did you mean 'y'?\n" });
  });

  test('cannot move the cursor of a terminal', () => {
    const surroundings = fakeSurroundings({ terminal: true });
    printMisuse('\u001b[31mred\u202e\r', undefined, surroundings);
    expect(surroundings.printed.stderr).toBe('\u001b[31merror:\u001b[39m \\u001b[31mred\\u202e\\u000d\n');
  });

  test('letters of every script stay', () => {
    expect(visible('Сайт 店舗 🦩 naïve\nline')).toBe('Сайт 店舗 🦩 naïve\nline');
  });
});
