import type { Command, Example, Flag } from './command.js';
import { commonFlags } from './parse-request.js';

/** `stanchion --help`. */
export function globalHelp(version: string, commands: Readonly<Record<string, Command>>): string {
  return [
    `stanchion ${version}: architecture as code that is drawn and audited.`,
    '',
    'Usage: stanchion COMMAND [FILES] [flags]',
    '',
    'Commands',
    ...table(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    '',
    'Flags',
    ...table([
      ['--help, -h', 'Show this help; after a command, its own.'],
      ['--version', 'Show the version.'],
    ]),
    '',
    'FILES are TypeScript models, JSON graphs, folders or globs; none means the folder models.',
    'Exit codes: 0 clean, 1 findings, 2 misuse, bad input or a crash.',
    '',
    ...examples([
      { line: 'stanchion audit shop.arch.ts', does: 'what is wrong with one model' },
      { line: 'stanchion render models --out pictures', does: 'draw every model of a folder' },
      { line: 'stanchion report', does: 'write the whole document of each model in models' },
    ]),
  ].join('\n');
}

/** `stanchion audit --help`. */
export function commandHelp(name: string, command: Command): string {
  return [
    command.summary,
    '',
    `Usage: stanchion ${name} ${command.usage}`,
    ...(command.about === '' ? [] : ['', command.about]),
    '',
    'Flags',
    ...table(
      Object.entries({ ...command.flags, ...commonFlags }).map(([flag, facts]) => [spelled(flag, facts), told(facts)]),
    ),
    '',
    ...examples(command.examples),
  ].join('\n');
}

function spelled(name: string, { value, toFile }: Flag): string {
  const long = name === 'help' ? '--help, -h' : `--${name}`;
  return value === undefined ? long : `${long} ${value}${toFile ? '[=FILE]' : ''}`;
}

function told({ help, words, repeatable, commas }: Flag): string {
  const several = commas ? 'Several with commas between them.' : 'May be repeated.';
  return [help, words ? `One of ${words.join(', ')}.` : '', repeatable ? several : ''].filter(Boolean).join(' ');
}

function examples(list: readonly Example[]): string[] {
  return ['Examples', ...table(list.map(({ line, does }) => [line, does]))];
}

/** Two columns; where the left one is long, the right one stands below it and does not narrow that of the others. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length).filter((length) => length <= longestLeft));
  return rows.flatMap(([left, right]) => {
    const isLong = left.length > longestLeft;
    const indent = ' '.repeat(isLong ? 6 : width + 4);
    const [first = '', ...rest] = wrapped(right, mostLetters - indent.length);
    const head = isLong ? [`  ${left}`, `${indent}${first}`] : [`  ${left.padEnd(width)}  ${first}`];
    return [...head, ...rest.map((line) => `${indent}${line}`)];
  });
}

const longestLeft = 60;
const mostLetters = 120;

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines.splice(-1, 1, word);
    else if (line.length + 1 + word.length <= width) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  return lines;
}
