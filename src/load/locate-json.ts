import type { JsonPath } from '../graph/checks/report.js';
import { positionAt } from './text-position.js';

/**
 * Finds where the value at a path begins in a JSON text that is known to parse; undefined where the path leads nowhere. The
 * nearest value on the way counts, so that a missing key is told at its object.
 */
export function locateJson(text: string, path: JsonPath): { line: number; column: number } {
  let offset = skipBlank(text, 0);
  for (const key of path) {
    const inner = typeof key === 'number' ? findItem(text, offset, key) : findKey(text, offset, key);
    if (inner === undefined) break;
    offset = inner;
  }
  return positionAt(text, offset);
}

function findKey(text: string, start: number, wanted: string): number | undefined {
  if (text[start] !== '{') return undefined;
  let found: number | undefined;
  for (let offset = skipBlank(text, start + 1); text[offset] === '"'; ) {
    const end = skipString(text, offset);
    const value = skipBlank(text, skipBlank(text, end) + 1);
    // Of a key that stands twice the last counts, as JSON.parse has it.
    if (JSON.parse(text.slice(offset, end)) === wanted) found = value;
    offset = skipSeparator(text, skipValue(text, value));
  }
  return found;
}

function findItem(text: string, start: number, wanted: number): number | undefined {
  if (text[start] !== '[') return undefined;
  let offset = skipBlank(text, start + 1);
  for (let index = 0; offset < text.length && text[offset] !== ']'; index++) {
    if (index === wanted) return offset;
    offset = skipSeparator(text, skipValue(text, offset));
  }
  return undefined;
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '"') offset = skipString(text, offset) - 1;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (depth === 0 && (character === ',' || /\s/.test(character ?? ''))) return offset;
    if (depth < 0) return offset;
    if (depth === 0 && (character === '"' || character === '}' || character === ']')) return offset + 1;
  }
  return text.length;
}

function skipString(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    if (text[offset] === '\\') offset++;
    else if (text[offset] === '"') return offset + 1;
  }
  return text.length;
}

function skipBlank(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && /\s/.test(text[offset] ?? '')) offset++;
  return offset;
}

function skipSeparator(text: string, start: number): number {
  const offset = skipBlank(text, start);
  return text[offset] === ',' ? skipBlank(text, offset + 1) : offset;
}
