/** Characters that XML 1.0 forbids, and those that only confuse: all become a space. */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** Most texts hold nothing else: they are spared the rules on characters, which are slow to begin with. */
const ordinary = /^[ -~\u00A0-\u02FF\u2010-\u2027]*$/;
const markup = /[&<>"']/;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand between tags and in a quoted attribute. The only way by which text gets into a picture. */
export function escapeXml(text: string): string {
  const legal = ordinary.test(text) ? text : text.replace(forbidden, ' ').replace(loneSurrogates, '\uFFFD');
  return markup.test(legal) ? legal.replace(/[&<>"']/g, (character) => entities[character] ?? '') : legal;
}
