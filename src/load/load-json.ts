import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '../graph/problem.js';
import { validateDocument } from '../graph/validate-document.js';
import { digest } from './digest.js';
import type { LoadedFile } from './loaded-file.js';
import { locateJson } from './locate-json.js';
import { mostGraphBytes } from './most-bytes.js';
import { positionAt } from './text-position.js';
import { readOrTell } from './unreadable.js';

/** Loads a graph that another program wrote as JSON. */
export function loadJson(path: string, file: string): LoadedFile {
  const broken = (...problems: Problem[]): LoadedFile => ({ documents: [], problems, files: [path] });
  const problems: Problem[] = [];
  const bytes = readOrTell(file, problems, () => readWhole(path));
  if (!bytes) return broken(...problems);
  if (typeof bytes === 'number') {
    return broken({ file, message: `The file has ${bytes} bytes; a graph may have ${mostGraphBytes}.` });
  }
  const content = digest(bytes);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return broken({ file, ...syntaxPosition(text, message), message: `This is not JSON: ${plain(message)}.` });
  }
  const result = validateDocument(value, file, (way) => locateJson(text, way));
  return 'document' in result
    ? {
        documents: [result.document],
        problems: [],
        files: [path],
        parts: { files: new Map([[path, content]]), missing: [] },
      }
    : broken(...result.problems);
}

/** Its content, or its size where that is too much. */
function readWhole(path: string): Buffer | number {
  const { size } = statSync(path);
  return size > mostGraphBytes ? size : readFileSync(path);
}

/** The parser tells an offset, or only what it stumbled over, or that the text ended too early. */
function syntaxPosition(text: string, message: string): { line: number; column: number } {
  const offset = / at position (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return positionAt(text, Number(offset));
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (canGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return positionAt(text, good >= text.length ? text.trimEnd().length : good);
}

/** Whether a text is the beginning of some JSON. */
function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return /end of JSON input/.test(message) || Number(/ at position (\d+)/.exec(message)?.[1]) >= beginning.length;
  }
}

function plain(message: string): string {
  return message
    .replace(/ in JSON at position .*$/s, '')
    .replace(/, (?:\.\.\.)?".*is not valid JSON$/s, '')
    .replace(/\s+/g, ' ');
}
