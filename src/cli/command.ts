import type { Surroundings } from './surroundings.js';

/** One flag of a command. */
export interface Flag {
  readonly help: string;
  /** What stands for the value in help, such as `FOLDER`; left out: the flag takes none. */
  readonly value?: string;
  /** May be given several times. */
  readonly repeatable?: true;
  /** The closed list of values; help names them and a wrong one is answered with the nearest. */
  readonly words?: readonly string[];
  /** Several may be given at once, with commas between them. */
  readonly commas?: true;
  /** Words that may be followed by `=FILE`. */
  readonly toFile?: true;
}

export type Flags = Readonly<Record<string, Flag>>;

export interface Example {
  readonly line: string;
  readonly does: string;
}

/** What a command was asked. */
export interface Request {
  readonly files: readonly string[];
  /** The last of the files: those that stand behind `--`. */
  readonly behindDashes: readonly string[];
  /** Every value of a flag, in order; empty where it was not given. */
  values(flag: string): readonly string[];
  /** The last value of a flag. */
  value(flag: string): string | undefined;
  has(flag: string): boolean;
  readonly surroundings: Surroundings;
}

/** 0 clean, 1 findings, 2 misuse, bad input or a crash. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** After the command's name, such as `[FILES] [options]`. */
  readonly usage: string;
  /** A few lines of help under the summary. */
  readonly about: string;
  readonly flags: Flags;
  readonly examples: readonly Example[];
  /** Whether it takes FILES. */
  readonly takesFiles: boolean;
  run(request: Request): Promise<ExitCode>;
}
