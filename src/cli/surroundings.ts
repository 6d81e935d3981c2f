/** What the process is told by whoever started it. Read once, so that commands depend on nothing else of the process. */
export interface Surroundings {
  /** Absolute. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Stream {
  readonly isTerminal: boolean;
  /** Characters in a line, where it is a terminal that knows. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** Characters in a line of what is printed; a pipe gets lines that a log shows well. */
export function lineWidth({ columns }: Stream): number {
  return columns ?? 100;
}

/** `FORCE_COLOR` wins over `NO_COLOR`, as in Node itself; else colour is for terminals. */
export function wantsColour(stream: Stream, environment: Surroundings['environment']): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = environment;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (refused) return false;
  return stream.isTerminal && terminal !== 'dumb';
}

/** Progress is for a person who waits: neither for a pipe nor for a CI log. */
export function wantsProgress(surroundings: Surroundings): boolean {
  const { stderr, environment } = surroundings;
  return stderr.isTerminal && environment.TERM !== 'dumb' && !isCi(surroundings);
}

/** Whether this runs for a change that nobody watches being built. */
export function isCi({ environment: { CI: ci } }: Surroundings): boolean {
  return ci !== undefined && ci !== '' && ci !== '0' && ci !== 'false';
}
