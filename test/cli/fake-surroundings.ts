import type { Surroundings } from '../../src/cli/surroundings.js';

export interface FakeSurroundings extends Surroundings {
  readonly printed: { stdout: string; stderr: string };
}

/** A process that is none: what it prints is kept. The clock stands at noon of 2026-01-31 (UTC). */
export function fakeSurroundings(
  changes: Partial<Surroundings> & { readonly terminal?: boolean } = {},
): FakeSurroundings {
  const printed = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof printed) => ({
    isTerminal: changes.terminal ?? false,
    columns: changes.terminal ? 80 : undefined,
    write: (text: string) => {
      printed[name] += text;
    },
  });
  return {
    cwd: process.cwd(),
    environment: {},
    platform: 'linux',
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    now: () => Date.UTC(2026, 0, 31, 12),
    ...changes,
    printed,
  };
}
