import { readFileSync } from 'node:fs';
import { attempt } from './own-files.js';

/**
 * Whether a file declares what also files know that do not import it: an interface of a module (`CustomRules`) or something
 * global. Whatever is checked with it may then have other types than alone.
 */
export function declaresForAll(path: string): boolean {
  const text = attempt(() => readFileSync(path, 'utf8')) ?? '';
  if (/\bdeclare\s+(?:module|global)\b/.test(text)) return true;
  return /\.d\.[cm]?ts$/.test(path) && !/^\s*(?:import|export)\b/m.test(text);
}
