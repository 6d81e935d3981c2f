import type { SourcePosition } from '../../graph/architecture.js';
import type { Problem } from '../../graph/problem.js';
import type { Draft } from './draft.js';

/** Mistakes made where no architecture is known yet, as in `each([])`; handed over with the next collection. */
const stray: Problem[] = [];

export function complain(
  draft: Draft | undefined,
  at: SourcePosition | undefined,
  message: string,
  hint?: string,
): void {
  (draft?.problems ?? stray).push({ ...at, message, ...(hint === undefined ? {} : { hint }) });
}

export function takeStrayProblems(): Problem[] {
  return stray.splice(0);
}

/** A value as a message quotes it: one line, not longer than a line. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `'${shortened(value.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD'))}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What a thing that was thrown says of itself; a hostile one may refuse. */
export function thrownMessage(thrown: unknown): string {
  try {
    const message = thrown instanceof Error ? thrown.message : thrown;
    return typeof message === 'string' ? shortened(message) : 'no message';
  } catch {
    return 'no message';
  }
}
