import { plainLine } from '../markdown/escape-markdown.js';

/** Everything that stands between a text and its being read as XML. Nothing else in this folder escapes. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line, for an attribute or between tags: what XML 1.0 has no place for is left out. */
export function escapeXml(text: string): string {
  return plainLine(text)
    .replace(/\p{Noncharacter_Code_Point}/gu, '')
    .trim()
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
