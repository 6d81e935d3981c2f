const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** What neither Mermaid, Markdown nor HTML reads as anything but itself, wherever it stands. */
const harmless = /[^\p{L}\p{N}\p{M}\p{So} ,()·×→–—]/gu;
/**
 * `1.26`, `shop.example`, `multi-word` and `Note: ` stay legible: there these signs begin no list, no address (`www.` does) and no
 * style.
 */
const legible = [
  /(?<=[\p{L}\p{N}])(?<!www)\.(?=[\p{L}\p{N}])/giu,
  /(?<=\p{L})\.(?= |$)/gu,
  /(?<=[\p{L}\p{N}])[-/](?=[\p{L}\p{N}])/gu,
  /(?<=[\p{L}\p{N}]):(?= )/gu,
];

/**
 * A text as it may stand between quotes in a flowchart, in a comment too. The only way by which text gets into an `.mmd` file.
 * Every sign that could mean something to Mermaid, or to the Markdown and HTML that it makes of labels, is written as the number
 * of its character.
 */
export function escapeMermaid(text: string): string {
  const legal = text.replace(forbidden, ' ').replace(loneSurrogates, '\uFFFD');
  const kept = new Set(legible.flatMap((place) => [...legal.matchAll(place)].map(({ index }) => index)));
  return legal.replace(harmless, (sign, index: number) => (kept.has(index) ? sign : `#${sign.codePointAt(0)};`));
}

/** The same in the heading of a flowchart, which is YAML: a quoted text with the numbers of its signs as JSON writes them. */
export function quoteForHeading(text: string): string {
  const legal = text.replace(forbidden, ' ').replace(loneSurrogates, '\uFFFD');
  const written = legal.replace(/[^\p{L}\p{N}\p{M}\p{So} ,()·×→–—.-]/gu, (sign) =>
    [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
  return `"${written}"`;
}
