import { run } from '../../src/cli/run.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import type { Section } from './read-page.js';

/** A command of a page, and what is shown as printed by it: the blocks down to the next command. */
export interface Shown {
  readonly command: string;
  readonly excerpts: readonly string[];
}

/** The commands of a page, with the blocks in languages that show what is printed. */
export function shownCommands(page: readonly Section[], languages: readonly string[]): readonly Shown[] {
  return page.flatMap(({ blocks }): readonly Shown[] => {
    const found: { command: string; excerpts: string[] }[] = [];
    for (const { language, code } of blocks) {
      if (language === 'sh') found.push({ command: code.trim(), excerpts: [] });
      if (languages.includes(language)) found.at(-1)?.excerpts.push(code.trimEnd());
    }
    return found;
  });
}

/** Quoted as a shell would read it; without the program itself. */
function argumentsOf(command: string): readonly string[] {
  const words = (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));
  return words.slice(words.indexOf('stanchion') + 1);
}

/** What a command prints on the day of this repository. */
export async function printed(command: string, exitCode = 0): Promise<string> {
  const epoch = String(Date.UTC(2026, 10, 21) / 1000);
  const surroundings = fakeSurroundings({ environment: { SOURCE_DATE_EPOCH: epoch } });
  const ended = await run(argumentsOf(command), surroundings);
  expect({ exitCode: ended, stderr: surroundings.printed.stderr }).toEqual({ exitCode, stderr: '' });
  return surroundings.printed.stdout;
}

/** The parts of an excerpt between `…` that were not printed so, line by line and one after the other. */
export function notPrinted(excerpt: string, text: string): readonly string[] {
  let rest = text;
  return excerpt.split(/^…$/m).filter((part) => {
    const wanted = part.replace(/^\n+|\n+$/g, '');
    const at = rest.indexOf(wanted);
    if (at < 0) return true;
    rest = rest.slice(at + wanted.length);
    return false;
  });
}
