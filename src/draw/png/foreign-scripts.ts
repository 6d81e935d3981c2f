import { coveredRanges } from './inter-coverage.generated.js';

const shownText = /<text[^>]*>([^<]*)</g;

/** The commoner scripts that Inter lacks, and what is none. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['emoji', /\p{Extended_Pictographic}|\p{Regional_Indicator}/u],
];

/** Names of the scripts in the texts of an SVG for which Inter has no letters, in alphabetical order; none for most. */
export function foreignScripts(svg: string): readonly string[] {
  const shown = new Set([...svg.matchAll(shownText)].flatMap(([, text = '']) => [...text]));
  const lacking = [...shown].filter((character) => !isCovered(character.codePointAt(0) ?? 0));
  return [...new Set(lacking.map(scriptOf))].sort();
}

function scriptOf(character: string): string {
  return scripts.find(([, letters]) => letters.test(character))?.[0] ?? 'other signs';
}

/** Joiners and selectors of variants are drawn by no font. */
const invisible = /\u200C|\u200D|\uFE0E|\uFE0F/;

function isCovered(codePoint: number): boolean {
  return (
    invisible.test(String.fromCodePoint(codePoint)) ||
    coveredRanges.some(([first, last]) => codePoint >= first && codePoint <= last)
  );
}
