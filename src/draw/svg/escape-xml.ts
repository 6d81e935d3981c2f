/** Characters that XML 1.0 forbids, and those that only confuse: all become a space. */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand between tags and in a quoted attribute. The only way by which text gets into a picture. */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, ' ')
    .replace(loneSurrogates, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
