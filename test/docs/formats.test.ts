import { severities } from '../../src/audit/finding.js';
import { reportFormats } from '../../src/report/reporters.js';
import { levels, securitySeverities } from '../../src/report/sarif/sarif-levels.js';
import { blocksOf, readPage } from './read-page.js';
import { notPrinted, printed, shownCommands } from './shown-commands.js';

const page = readPage('docs/formats.md');
const languages = ['json', 'xml', 'text', 'markdown'];
const shown = shownCommands(page, languages).filter(({ excerpts }) => excerpts.length > 0);

test('the page tells every format, and shows those that have no page of their own', () => {
  const told = page[0]?.rows.map(([name = '']) => name.replaceAll('`', '')) ?? [];
  expect(told).toEqual(expect.arrayContaining([...reportFormats]));
  const titles = page.map(({ title }) => title.replaceAll('`', ''));
  expect(titles.slice(1)).toEqual(reportFormats.filter((format) => format !== 'terminal' && format !== 'json'));
});

test.each(shown)('what is shown as printed is printed: $command', async ({ command, excerpts }) => {
  const text = await printed(command, 1);
  expect(excerpts.flatMap((excerpt) => notPrinted(excerpt, text))).toEqual([]);
});

test('nothing is shown without its command', () => {
  const all = languages.reduce((sum, language) => sum + blocksOf(page, language).length, 0);
  expect(shown.reduce((sum, { excerpts }) => sum + excerpts.length, 0)).toBe(all);
});

test('severities are those that the format has', () => {
  const rows = page.flatMap(({ rows }) => rows).filter(([name]) => (severities as readonly unknown[]).includes(name));
  expect(rows.map(([name, level, number]) => [name, level, number])).toEqual(
    severities.map((severity) => [severity, `\`${levels[severity]}\``, securitySeverities[severity]]),
  );
});
