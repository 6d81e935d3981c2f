import { type SourceMap, transformSync } from 'oxc-transform';
import { positionAt } from './text-position.js';

/** A module as the sandbox evaluates it: types stripped, and the way back to the author's text. */
export interface Transformed {
  readonly code: string;
  readonly map?: SourceMap;
}

/** Something in a module's own text that keeps it from being read. */
export interface SourceFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
}

export type Transform = (name: string, source: string) => Transformed | SourceFault;

/** Strips the types off a module's source. Its name says what it is: TypeScript, JavaScript, JSON. */
export function transformModule(name: string, source: string): Transformed | SourceFault {
  if (name.endsWith('.json')) return transformJson(source);
  const lang = /\.[cm]?js$/.test(name) ? 'js' : 'ts';
  const { code, map, errors } = transformSync(name, source, { lang, sourceType: 'module', sourcemap: true });
  const [error] = errors;
  if (!error) return { code, ...(map ? { map } : {}) };
  // Of several labels the last is where the parser gave up; an earlier one shows what it clashes with.
  const label = error.labels.at(-1);
  const position = positionAt(source, utf16Offset(source, label?.start ?? 0));
  const hint = error.helpMessage ?? label?.message ?? undefined;
  return { ...position, message: `Syntax error: ${error.message}`, ...(hint === undefined ? {} : { hint }) };
}

/** The parser counts bytes of UTF-8. */
function utf16Offset(source: string, bytes: number): number {
  return Buffer.from(source, 'utf8').subarray(0, bytes).toString('utf8').length;
}

/** A JSON file is a module whose default export is its value. Parsed at run time, so that `__proto__` is a key like any other. */
function transformJson(source: string): Transformed | SourceFault {
  try {
    JSON.parse(source);
    return { code: `export default JSON.parse(${JSON.stringify(source)});` };
  } catch (error) {
    return {
      line: 1,
      column: 1,
      message: `This is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
