import { isList, type NamedObject, type NamedValue, VariableName } from './named-value.js';
import { type SourceStyle, widest } from './source-style.js';

/** Where a value is written: the text before it on its line, and how far that line is indented. */
export interface Room {
  readonly style: SourceStyle;
  readonly indentation: string;
  /** Characters of the line that are taken already. */
  readonly taken: number;
}

/** A value as source, on one line. Names of others are text of theirs: nothing in them ends the string. */
export function writeValue(value: NamedValue, style: SourceStyle): string {
  if (typeof value === 'string') return writeText(value, style);
  if (value instanceof VariableName) return value.text;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map((one) => writeValue(one, style)).join(', ')}]`;
  const entries = Object.entries(value).map(([name, one]) => writeEntry(name, one, style));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** An object on one line where it fits, else one entry a line. */
export function writeObject(value: NamedObject, { style, indentation, taken }: Room): string {
  const short = writeValue(value, style);
  if (taken + short.length <= widest) return short;
  const { newline, step, lastComma } = style;
  const lines = Object.entries(value).map(([name, one]) => `${indentation}${step}${writeEntry(name, one, style)}`);
  return `{${newline}${lines.join(`,${newline}`)}${lastComma}${newline}${indentation}}`;
}

export function writeEntry(name: string, value: NamedValue, style: SourceStyle): string {
  // An author writes `through`, not `through: through`.
  if (value instanceof VariableName && value.text === name) return name;
  return `${isIdentifier(name) ? name : writeText(name, style)}: ${writeValue(value, style)}`;
}

export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

/** In the quotes of the file, or in the others where that saves escaping. What could turn the direction of writing is escaped. */
function writeText(text: string, { quote }: SourceStyle): string {
  const inside = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
      [...Array(character.length).keys()].map((unit) => escaped(character.charCodeAt(unit))).join(''),
    );
  const bare = inside.replaceAll('\\"', '"');
  const other = quote === "'" ? '"' : "'";
  const used = bare.includes(quote) && !bare.includes(other) ? other : quote;
  return `${used}${bare.replaceAll(used, `\\${used}`)}${used}`;
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
