import { type ErrorLabel, type OxcError, type SourceMap, transformSync } from 'oxc-transform';
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
  const { label, opened } = labelsOf(error);
  const position = positionOf(source, label);
  const begun = opened && `It was opened on line ${positionOf(source, opened).line}.`;
  const hint = error.helpMessage ?? begun ?? label?.message ?? undefined;
  return { ...position, message: `Syntax error: ${error.message}`, ...(hint === undefined ? {} : { hint }) };
}

/** Of several labels the last is where the parser gave up, and an earlier one what it clashes with; an open bracket comes after. */
function labelsOf({ labels }: OxcError): { readonly label?: ErrorLabel; readonly opened?: ErrorLabel } {
  const isOpening = ({ message }: ErrorLabel) => message === 'Opened here';
  const label = labels.filter((one) => !isOpening(one)).at(-1) ?? labels.at(-1);
  const opened = labels.find((one) => isOpening(one) && one !== label);
  return { ...(label && { label }), ...(opened && { opened }) };
}

function positionOf(source: string, label: ErrorLabel | undefined) {
  return positionAt(source, utf16Offset(source, label?.start ?? 0));
}

/** Whether JavaScript is an ES module by its own syntax: it imports or exports, and is no script. */
export function isModule(name: string, source: string): boolean {
  if (name.endsWith('.mjs')) return true;
  if (!name.endsWith('.js') || !/^\s*(?:import|export)\b/m.test(source)) return false;
  return transformSync(name, source, { lang: 'js', sourceType: 'script' }).errors.length > 0;
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
