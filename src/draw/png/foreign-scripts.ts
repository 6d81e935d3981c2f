import { coveredRanges } from './inter-coverage.generated.js';

const shownText = /<text[^>]*>([^<]*)</g;

/** The commoner scripts that Inter lacks, and what is none. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Arabic', /\p{scx=Arabic}/u],
  ['Armenian', /\p{scx=Armenian}/u],
  ['Bengali', /\p{scx=Bengali}/u],
  ['Chinese', /\p{scx=Han}/u],
  ['Devanagari', /\p{scx=Devanagari}/u],
  ['Georgian', /\p{scx=Georgian}/u],
  ['Hebrew', /\p{scx=Hebrew}/u],
  ['Japanese', /[\p{scx=Hiragana}\p{scx=Katakana}]/u],
  ['Korean', /\p{scx=Hangul}/u],
  ['Tamil', /\p{scx=Tamil}/u],
  ['Thai', /\p{scx=Thai}/u],
  ['emoji', /\p{Extended_Pictographic}|\p{Regional_Indicator}/u],
];

/** Names of the scripts in the texts of an SVG for which Inter has no letters, in alphabetical order; none for most. */
export function foreignScripts(svg: string): readonly string[] {
  return [...new Set(foreignCharacters(svg).map(scriptOf))].sort();
}

/** The characters in the texts of an SVG that Inter lacks, each once. */
export function foreignCharacters(svg: string): readonly string[] {
  const shown = new Set(textsOf(svg).flatMap((text) => [...text]));
  return [...shown].filter((character) => !isCovered(character.codePointAt(0) ?? 0));
}

/** What an SVG shows, as it is written there. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(shownText)].map(([, text = '']) => text);
}

export function scriptOf(character: string): string {
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
