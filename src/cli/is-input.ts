import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether a word of the command line names models rather than something in them: a file, a folder, a pattern. */
export function isInput(word: string, cwd: string): boolean {
  return /\.(?:[cm]?[jt]s|json)$|[*?{[]/.test(word) || existsSync(resolve(cwd, word));
}
