/**
 * Text of others made harmless for a terminal: control characters and marks that turn the direction of writing are spelled
 * out (`\u001b`), so that no name can move the cursor, recolour or rewrite what stands before it. Line breaks stay.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
