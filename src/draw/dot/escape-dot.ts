/** Characters that end a line or that no reader of DOT expects: all become a space. */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  // Both Graphviz's escapes (`\N` is a node's name, `\n` a new line) and its entities are read in labels.
  '\\': '\\\\',
  '"': '\\"',
  '&': '&amp;',
};

/** A text as it may stand between quotes in DOT, in a comment too. The only way by which text gets into a `.dot` file. */
export function escapeDot(text: string): string {
  const legal = text.replace(forbidden, ' ').replace(loneSurrogates, '\uFFFD');
  return legal.replace(/[\\"&]/g, (character) => escapes[character] ?? '');
}
