import { visible } from '../report/terminal/visible.js';
import type { Surroundings } from './surroundings.js';
import { version } from './version.js';

/** A defect of ours: what happened, and what to send us. */
export function printCrash(error: unknown, { stderr }: Surroundings): void {
  stderr.write(
    `stanchion ${version} crashed. That is a defect of stanchion, not of your model.\n` +
      'Please report it with the command, the model (or a part of it that still does it) and these lines:\n\n' +
      `${visible(traceOf(error))}\n`,
  );
}

/** Its stack, and that of what caused it. */
function traceOf(error: unknown): string {
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause === undefined ? stackOf(error) : `${stackOf(error)}\nCaused by: ${stackOf(cause)}`;
}

/** Whatever was thrown may be no error at all. */
function stackOf(error: unknown): string {
  const { stack } = (error ?? {}) as { readonly stack?: unknown };
  return typeof stack === 'string' ? stack : String(error);
}
