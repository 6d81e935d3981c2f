import { parseArgs } from 'node:util';
import { nearestName } from '../vocabulary/nearest-name.js';
import type { Command, Flag, Flags, Request } from './command.js';
import { Misuse } from './misuse.js';
import type { Surroundings } from './surroundings.js';

/** Flags that every command has. */
export const commonFlags: Flags = { help: { help: 'Show this help.' } };

/**
 * Reads what stands after a command's name. Throws Misuse, naming the nearest flag or word, for whatever the command does not
 * know. A flag given twice counts as given last, so that a script's default can be overruled.
 */
export function parseRequest(
  name: string,
  command: Command,
  args: readonly string[],
  surroundings: Surroundings,
): Request {
  const flags: Flags = { ...command.flags, ...commonFlags };
  const { tokens } = parseArgs({
    args: [...args],
    options: typesOf(flags),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const files: string[] = [];
  const dashes = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? args.length;
  const behindDashes = args.slice(dashes + 1);
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!flag) throw unknownFlag(name, token.rawName, flags);
    given.set(token.name, [...(given.get(token.name) ?? []), ...checkedValues(token, flag)]);
  }
  if (!command.takesFiles && files.length > 0 && !given.has('help')) {
    throw new Misuse(`'stanchion ${name}' takes no file: '${files[0]}'.`, `See: stanchion ${name} --help`);
  }
  return {
    files,
    behindDashes,
    surroundings,
    values: (flag) => given.get(flag) ?? [],
    value: (flag) => given.get(flag)?.at(-1),
    has: (flag) => given.has(flag),
  };
}

function typesOf(flags: Flags) {
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      {
        type: flag.value === undefined ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  );
}

interface GivenFlag {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkedValues({ rawName, value, inlineValue }: GivenFlag, flag: Flag): readonly string[] {
  if (flag.value === undefined) {
    if (inlineValue) throw new Misuse(`'${rawName}' takes no value, but got '${value}'.`);
    return [''];
  }
  const isNextFlag = !inlineValue && value !== undefined && value.length > 1 && /^-\D/.test(value);
  if (value === undefined || value === '' || isNextFlag) {
    throw new Misuse(`'${rawName}' needs a value.`, `Write: ${rawName} ${exampleValue(flag)}`);
  }
  const values = flag.commas ? value.split(',') : [value];
  if (flag.words) for (const word of values) checkWord(rawName, word, flag);
  return values;
}

function checkWord(rawName: string, value: string, { words = [], toFile }: Flag): void {
  const word = toFile ? wordOf(value) : value;
  if (words.includes(word)) return;
  throw new Misuse(`'${word}' is no value of '${rawName}'.`, hintFor(word, words, `It takes ${listed(words)}.`));
}

/** `json` of `json=out/audit.json`. */
export function wordOf(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0 ? value : value.slice(0, equals);
}

function unknownFlag(command: string, rawName: string, flags: Flags): Misuse {
  const names = Object.keys(flags).map((name) => `--${name}`);
  return new Misuse(
    `'stanchion ${command}' has no flag '${rawName}'.`,
    hintFor(rawName, names, `See: stanchion ${command} --help`),
  );
}

function exampleValue(flag: Flag): string {
  return flag.words?.[0] ?? flag.value ?? '';
}

/** The nearest name, or else what to read. */
export function hintFor(typed: string, names: readonly string[], otherwise: string): string {
  const nearest = nearestName(typed, names);
  return nearest === undefined ? otherwise : `Did you mean '${nearest}'?`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
