import { quoted } from './problems.js';

const longest = 200;

/** What is wrong with a name, as the end of a sentence; undefined where nothing is. */
export function nameProblem(name: unknown): string | undefined {
  if (typeof name !== 'string') return `must be a text, not ${quoted(name)}`;
  if (name.trim() === '') return 'must not be empty';
  if (name.includes('/')) return `must not contain '/': ${quoted(name)}`;
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name)) return `must be one line of printable characters: ${quoted(name)}`;
  if (name.length > longest) return `must not be longer than ${longest} characters; this one has ${name.length}`;
  return undefined;
}
