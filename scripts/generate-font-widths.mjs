/**
 * Writes src/draw/text/widths.generated.ts: for each code point and weight the wider of Liberation Sans (whose metrics are
 * Arial's and Helvetica's) and Inter. Only numbers are taken from the fonts.
 *
 * Usage: node scripts/generate-font-widths.mjs FOLDER, where FOLDER holds both families somewhere below (on Debian the
 * packages fonts-liberation and fonts-inter).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readFont } from './read-font.mjs';

const weights = {
  400: ['LiberationSans-Regular.ttf', 'Inter-Regular.otf'],
  500: ['LiberationSans-Regular.ttf', 'Inter-Medium.otf'],
  600: ['LiberationSans-Bold.ttf', 'Inter-SemiBold.otf'],
  700: ['LiberationSans-Bold.ttf', 'Inter-Bold.otf'],
};

/** Latin, phonetic, Greek, Cyrillic, punctuation, currency, letters, numbers, arrows, operators, shapes, dingbats. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x2df],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x20bf],
  [0x2100, 0x22ff],
  [0x2460, 0x24ff],
  [0x25a0, 0x25ff],
  [0x2713, 0x2717],
];

/** A width is a two-digit number to this base, in units of 1/500 em; `..` where neither font has the character. */
const base = 36;
const unitsPerEm = 500;

const folder = process.argv[2];
if (!folder) throw new Error('name the folder that holds the fonts');
const files = readdirSync(folder, { recursive: true }).map(String);

function openFont(name) {
  const path = files.find((file) => basename(file) === name);
  if (!path) throw new Error(`${name} is not below ${folder}`);
  return readFont(readFileSync(`${folder}/${path}`));
}

function encode(fonts, codePoint) {
  const advances = fonts.map((advance) => advance(codePoint)).filter((advance) => advance !== undefined);
  if (advances.length === 0) return '..';
  const units = Math.min(base ** 2 - 1, Math.ceil(Math.max(...advances) * unitsPerEm - 1e-6));
  return units.toString(base).padStart(2, '0');
}

function encodeRange(fonts, [first, last]) {
  return Array.from({ length: last - first + 1 }, (_, index) => encode(fonts, first + index)).join('');
}

const entries = Object.entries(weights).map(([weight, names]) => {
  const fonts = names.map(openFont);
  return `  ${weight}: [\n${ranges.map((range) => `    '${encodeRange(fonts, range)}',`).join('\n')}\n  ],`;
});

writeFileSync(
  'src/draw/text/widths.generated.ts',
  `// Written by scripts/generate-font-widths.mjs from Liberation Sans and Inter; do not edit.

/** First and last code point of each range. */
export const widthRanges = ${JSON.stringify(ranges)} as const;

/** Two digits to base ${base} for each code point of a range, in units of 1/${unitsPerEm} em; \`..\`: no such character. */
export const widthDigits = {
${entries.join('\n')}
} as const;

export const widthBase = ${base};
export const widthUnitsPerEm = ${unitsPerEm};
`,
);
