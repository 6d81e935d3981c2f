import { blocksOf, readPage } from './read-page.js';
import { notPrinted, printed, shownCommands } from './shown-commands.js';

const page = readPage('docs/simulate-and-explain.md');
const shown = shownCommands(page, ['text']);

test('the page shows commands with what they print', () => {
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter(({ excerpts }) => excerpts.length === 0)).toEqual([]);
  const all = blocksOf(page, 'text').length;
  expect(shown.reduce((sum, { excerpts }) => sum + excerpts.length, 0)).toBe(all);
});

test.each(shown)('what is shown as printed is printed: $command', async ({ command, excerpts }) => {
  const text = await printed(command);
  expect(excerpts.flatMap((excerpt) => notPrinted(excerpt, text))).toEqual([]);
});

test('what is not printed would be noticed', () => {
  expect(notPrinted('one\n…\ntwo', 'one\nand\ntwo\n')).toEqual([]);
  expect(notPrinted('two\n…\none', 'one\nand\ntwo\n')).toHaveLength(1);
});
