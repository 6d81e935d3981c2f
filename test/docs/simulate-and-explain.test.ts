import { run } from '../../src/cli/run.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import { blocksOf, readPage } from './read-page.js';

/** A command of the page, and what is shown as printed by it: the blocks down to the next command. */
interface Shown {
  readonly command: string;
  readonly excerpts: readonly string[];
}

const page = readPage('docs/simulate-and-explain.md');
const shown = page.flatMap(({ blocks }): readonly Shown[] => {
  const found: { command: string; excerpts: string[] }[] = [];
  for (const { language, code } of blocks) {
    if (language === 'sh') found.push({ command: code.trim(), excerpts: [] });
    if (language === 'text') found.at(-1)?.excerpts.push(code.trimEnd());
  }
  return found;
});

/** Quoted as a shell would read it. */
function argumentsOf(command: string): readonly string[] {
  return (command.match(/'[^']*'|\S+/g) ?? []).slice(1).map((word) => word.replace(/^'(.*)'$/, '$1'));
}

/** What a command prints on the day of this repository. */
async function printed(command: string): Promise<string> {
  const epoch = String(Date.UTC(2026, 10, 21) / 1000);
  const surroundings = fakeSurroundings({ environment: { SOURCE_DATE_EPOCH: epoch } });
  const exitCode = await run(argumentsOf(command), surroundings);
  expect({ exitCode, stderr: surroundings.printed.stderr }).toEqual({ exitCode: 0, stderr: '' });
  return surroundings.printed.stdout;
}

/** The parts of an excerpt between `…` that were not printed so, line by line and one after the other. */
function notPrinted(excerpt: string, text: string): readonly string[] {
  let rest = text;
  return excerpt.split(/^…$/m).filter((part) => {
    const wanted = part.replace(/^\n+|\n+$/g, '');
    const at = rest.indexOf(wanted);
    if (at < 0) return true;
    rest = rest.slice(at + wanted.length);
    return false;
  });
}

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
