import type { SourcePosition } from '../../graph/architecture.js';
import type { Problem } from '../../graph/problem.js';
import { nearestName } from '../nearest-name.js';
import type { Draft } from './draft.js';

/** Where a mistake belongs: the architecture it was made in, where one is known, and the author's line. */
export interface Spot {
  readonly draft?: Draft;
  readonly at: SourcePosition | undefined;
}

/** Mistakes made where no architecture is known yet, as in `each([])`; handed over with the next collection. */
const stray: Problem[] = [];

export function complain({ draft, at }: Spot, message: string, hint?: string): void {
  (draft?.problems ?? stray).push({ ...at, message, ...(hint === undefined ? {} : { hint }) });
}

export function takeStrayProblems(): Problem[] {
  return stray.splice(0);
}

export function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  const found = nearestName(name.slice(0, 60), candidates);
  return found === undefined ? undefined : `Did you mean '${found}'?`;
}

/** A value as a message quotes it: one line, not longer than a line. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `'${shortened(value.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD'))}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
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
