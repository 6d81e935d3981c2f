import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js';
import { foreignCharacters, scriptOf, textsOf } from './foreign-scripts.js';

/** What is drawn as boxes or not at all, since no font of the machine has it. */
export interface Undrawn {
  readonly scripts: readonly string[];
  /** As the picture would show them. */
  readonly texts: readonly string[];
}

/** Of a square that holds one character. */
const side = 24;
const mostCharacters = 400;

/** No font has it: it looks as anything that no font has. */
const nobodys = '\u{10FFFD}';
/** Marks and joiners are drawn with others only. */
const dependent = /^[\p{M}\p{Cf}]$/u;

/**
 * The texts that a renderer has no letters for. It does not tell which fonts it found: each character is drawn by itself, and
 * is compared with one that no font has.
 */
export function undrawnTexts(svg: string, renderer: typeof Resvg, font: ResvgRenderOptions['font']): Undrawn {
  const characters = foreignCharacters(svg).filter((character) => !dependent.test(character));
  const asked = characters.slice(0, mostCharacters);
  const [missing, ...drawn] = drawEach([nobodys, ...asked], renderer, font);
  const lacking = new Set(asked.filter((_, index) => drawn[index] === missing || /^0*$/.test(drawn[index] ?? '')));
  const texts = textsOf(svg).filter((text) => [...text].some((character) => lacking.has(character)));
  return { scripts: [...new Set([...lacking].map(scriptOf))].sort(), texts: [...new Set(texts.map(asShown))] };
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function asShown(text: string): string {
  return text.replace(/&([a-z]+|#39);/g, (whole, name: string) => signs[name] ?? whole);
}

/** The pixels of each character, below one another, as hexadecimal digits. */
function drawEach(
  characters: readonly string[],
  renderer: typeof Resvg,
  font: ResvgRenderOptions['font'],
): readonly string[] {
  const texts = characters.map((character, row) => `<text x="2" y="${row * side + 18}">${character}</text>`);
  const [open, close] = [`<svg xmlns="http://www.w3.org/2000/svg" width="${2 * side}"`, '</svg>'];
  const sheet = `${open} height="${characters.length * side}" font-family="Inter" font-size="16">${texts.join('')}${close}`;
  const pixels = Buffer.from(new renderer(sheet, { ...(font && { font }) }).render().pixels);
  const size = 2 * side * side * 4;
  return characters.map((_, row) => pixels.subarray(row * size, (row + 1) * size).toString('hex'));
}
