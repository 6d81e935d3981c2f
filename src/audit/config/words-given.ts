import { isSeverity, type Severity, severities } from '../finding.js';
import { unknownName } from '../settings.js';
import type { Tell } from './given.js';

/** Settings that do not exist, each with the nearest that does. */
export function tellUnknown(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  what: string,
  tell: Tell,
): void {
  for (const name of Object.keys(given))
    if (!known.includes(name)) tell({ ...unknownName(what, name, known), at: [name], isName: true });
}

export function wordGiven(value: unknown, name: string, known: readonly string[], tell: Tell): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && known.includes(value)) return value;
  tell({ hint: `One of these: ${known.join(', ')}.`, ...unknownName(name, String(value), known), at: [name] });
  return undefined;
}

/** From which severity on something fails. */
export function failOnGiven(value: unknown, name: string, tell: Tell): Severity | 'never' | undefined {
  const word = wordGiven(value, name, [...severities, 'never'], tell);
  return word === 'never' || isSeverity(word) ? word : undefined;
}
