const keptApart = /(<text[^>]* font-variant="none"[^>]*>)([^<]*)(?=<)/gu;
const characters = /&[a-z#\d]+;|./gsu;
const partedFromNext = /^(?:&|[!-@[-`{-~xX]$)/;

/**
 * The renderer knows nothing of `font-variant`. A selector of Mongolian forms has no width and no effect on what stands
 * before it, but what it parts the font does not join; joiners and soft hyphens are passed over by some of its rules.
 */
const parting = '\u180B';

/** An SVG whose texts with `font-variant="none"` are drawn so by the renderer too. */
export function withoutLigatures(svg: string): string {
  return svg.replace(keptApart, (_, start: string, text: string) => start + parted(text));
}

function parted(text: string): string {
  return text.replace(characters, (one) => (partedFromNext.test(one) ? one + parting : one));
}
