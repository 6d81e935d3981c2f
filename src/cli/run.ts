import { isAlreadyTold } from './already-told.js';
import type { ExitCode } from './command.js';
import { commands } from './commands/index.js';
import { isMisuse, Misuse } from './misuse.js';
import { hintFor, parseRequest } from './parse-request.js';
import { printCrash } from './print-crash.js';
import { printMisuse } from './print-problem.js';
import { refuseWrittenThrough } from './refuse-written-through.js';
import type { Surroundings } from './surroundings.js';
import { version } from './version.js';

/** Runs one command line (without `node` and the script) and says how it ended. Never throws. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  try {
    return await runCommand(args, surroundings);
  } catch (error) {
    if (isAlreadyTold(error)) return 2;
    if (isMisuse(error)) printMisuse(error.message, error.hint, surroundings);
    else printCrash(error, surroundings);
    return 2;
  }
}

async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) throw new Misuse('No command is named.', await overview());
  if (name === '--version') return tell(version, surroundings);
  if (name === '--help' || name === '-h') return tell(await overview(), surroundings);
  if (name === 'help') return runCommand(rest.length > 0 ? [...rest, '--help'] : ['--help'], surroundings);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw unknown(name);
  const request = parseRequest(name, command, rest, surroundings);
  if (!request.has('help')) {
    await refuseWrittenThrough(request);
    return command.run(request);
  }
  const { commandHelp } = await import('./help.js');
  return tell(commandHelp(name, command), surroundings);
}

function unknown(name: string): Misuse {
  if (name.startsWith('-')) {
    return new Misuse(
      `'stanchion' has no flag '${name}'.`,
      hintFor(name, ['--help', '--version'], 'A command comes first. See: stanchion --help'),
    );
  }
  return new Misuse(`'${name}' is no command.`, hintFor(name, Object.keys(commands), 'See: stanchion --help'));
}

async function overview(): Promise<string> {
  const { globalHelp } = await import('./help.js');
  return globalHelp(version, commands);
}

function tell(text: string, { stdout }: Surroundings): ExitCode {
  stdout.write(`${text}\n`);
  return 0;
}
