/**
 * Writes src/draw/png/inter-coverage.generated.ts: the code points for which every weight of Inter that pictures use has a
 * glyph. Only numbers are taken from the fonts.
 *
 * Usage: node scripts/generate-font-coverage.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fontFiles } from './font-files.mjs';
import { readFont } from './read-font.mjs';

const fonts = fontFiles('.').map((file) => readFont(readFileSync(file)));
const last = 0x10ffff;

const ranges = [];
for (let codePoint = 0x20; codePoint <= last; codePoint += 1) {
  if (!fonts.every((advance) => advance(codePoint) !== undefined)) continue;
  const range = ranges.at(-1);
  if (range?.[1] === codePoint - 1) range[1] = codePoint;
  else ranges.push([codePoint, codePoint]);
}

const hex = (codePoint) => `0x${codePoint.toString(16)}`;
writeFileSync(
  'src/draw/png/inter-coverage.generated.ts',
  `// Written by scripts/generate-font-coverage.mjs from Inter; do not edit.

/** First and last code point of each range that Inter has glyphs for. */
// biome-ignore format: a table
export const coveredRanges: readonly (readonly [first: number, last: number])[] = [
${chunked(
  ranges.map(([first, end]) => `[${hex(first)}, ${hex(end)}]`),
  6,
)}
];
`,
);

function chunked(items, size) {
  const lines = [];
  for (let at = 0; at < items.length; at += size) lines.push(`  ${items.slice(at, at + size).join(', ')},`);
  return lines.join('\n');
}
