/** Everything that stands between the text of a model and its being read as markup. Nothing else in this folder escapes. */

const directionControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const invisible = /[\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu;
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * A text on one line, without what controls a terminal, turns the direction of writing or cannot be seen. Spaces at its ends
 * shrink to one each.
 */
export function plainLine(text: string): string {
  return text
    .replace(breaking, ' ')
    .replace(directionControls, '')
    .replace(invisible, '')
    .replace(loneSurrogates, '\uFFFD');
}

/** Plain text, inside a line of CommonMark with the extensions of GitHub: nothing in it is read as markup or as a link. */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(/[\\`*[\]<|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?[\p{L}\p{N}])/gu, '\\&')
    .replace(/(?<=[ps]):(?=\/\/)/gi, '\\:')
    .replace(/(?<=www)\.(?=\S)/gi, '\\.')
    .replace(/(?<=[\p{L}\p{N}.+_-])@(?=[\p{L}\p{N}_-])/gu, '\\@');
}

/**
 * As `escapeMarkdown`, for a comment on GitHub or GitLab, which read the finished text once more: a name must not call people or teams
 * (`@all`), link to an issue (`#1`, `GH-1`, `!1`, `shop#1`) or show a picture for `:name:`. A comment of HTML that nobody sees takes the text apart.
 */
export function escapeForComment(text: string): string {
  return escapeMarkdown(text)
    .replace(/@/g, '@<!-- -->')
    .replace(/[#!](?=\d)/g, '$&<!-- -->')
    .replace(/(?<=GH)-(?=\d)/gi, '-<!-- -->')
    .replace(/[%&](?=[\p{L}\p{N}"])/gu, '$&<!-- -->')
    .replace(/:(?=[\w+-]+:)/g, ':<!-- -->');
}

/**
 * As `escapeMarkdown`, for the text of a link or a picture. Readers disagree on escaped brackets there (some make a picture of them); as
 * their codes they are text to all.
 */
export function escapeLabel(text: string): string {
  return text
    .split(/([[\]&])/)
    .map((part) => labelCodes[part] ?? escapeMarkdown(part))
    .join('');
}

const labelCodes: Readonly<Record<string, string>> = { '[': '&#91;', ']': '&#93;', '&': '\\&' };

/** A line of finished inlines, where a block begins: what it begins with is neither a heading, nor a list, nor a quote. */
export function guardLineStart(line: string): string {
  return line
    .trim()
    .replace(/^(?:[>=+-]|#+(?=\s|$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A heading may not end in what would be taken for its closing marks. */
export function guardHeadingEnd(line: string): string {
  return line.replace(/(?<=^|\s)(#+)$/, (marks) => `\\${marks}`);
}

/**
 * A code span that holds any text: fenced by more backticks than stand together in it. In a table a bar would end the cell even
 * there, and behind a backslash nothing keeps it from that: a space takes them apart.
 */
export function codeSpan(text: string, inTable: boolean): string {
  const line = plainLine(text).trim();
  const content = inTable ? line.replace(/\\(?=\|)/g, '\\ ').replaceAll('|', '\\|') : line;
  if (content === '') return '';
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${room}${content}${room}${fence}`;
}

/** No scheme, no other host, nothing that a browser would mend into either. */
const relative = /^(?!\/\/)[^\\:/?#]*(?:[/?#][^\\]*)?$/;

/** A link's address, if it may lead there: relative, or https. Whatever could end it early is written as its code. */
export function linkTarget(address: string): string | undefined {
  if (address === '' || /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(address)) return undefined;
  if (!/^https:\/\/[^\s\\/]/i.test(address) && !relative.test(address)) return undefined;
  return address.replace(/[\s<>()[\]\\"'`|*~$]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
  );
}
