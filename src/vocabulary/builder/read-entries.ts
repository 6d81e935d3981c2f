import { insideOf } from './draft.js';
import { complain, quoted, type Spot, thrownMessage } from './problems.js';

/** Where something is read: whose it is, for the messages. */
export interface Reading extends Spot {
  /** As in `'web'`. */
  readonly of: string;
}

/**
 * The names and values of an object that an author wrote, read once and in one place: what a getter or a proxy throws
 * becomes a problem.
 */
export function readEntries(given: unknown, reading: Reading): [name: string, value: unknown][] {
  if (given === undefined) return [];
  try {
    if (isPlain(given)) return Object.entries(given).filter(([, value]) => value !== undefined);
    complain(reading, `What is said of ${reading.of} must be written as { name: value }, not as ${quoted(given)}.`);
  } catch (thrown) {
    complain(reading, `What is said of ${reading.of} cannot be read: ${thrownMessage(thrown)}`);
  }
  return [];
}

/** The members of an array that an author wrote; undefined for anything else. */
export function readMembers(given: unknown, reading: Reading): unknown[] | undefined {
  try {
    return Array.isArray(given) ? [...given] : undefined;
  } catch (thrown) {
    complain(reading, `An array of ${reading.of} cannot be read: ${thrownMessage(thrown)}`);
    return [];
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !insideOf(value);
}
