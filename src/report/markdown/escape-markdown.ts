/**
 * Plain text made safe for CommonMark with tables: nothing in it is read as markup, and it stays on one line. Characters that
 * turn the direction of writing or that control a terminal are dropped.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/^([#+-]|=+)/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/(www)\.(?=\w)/gi, '$1\\.')
    .replace(/@(?=\w)/g, '&#64;');
}

/** A code span that holds any text: fenced by more backticks than it has in a row. Pipes are escaped for tables. */
export function codeSpan(text: string): string {
  const content = oneLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = content.startsWith('`') || content.endsWith('`') || content.trim() === '' ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** A link's target: only what is relative or https, with nothing that could end it early. Undefined where it is neither. */
export function linkTarget(to: string): string | undefined {
  const isRelative = /^(?![a-z][a-z0-9+.-]*:)(?!\/\/)[^\\]/i.test(to);
  if (!isRelative && !/^https:\/\//i.test(to)) return undefined;
  return to.replace(/[\s<>()[\]\\"'`|\p{Cc}]/gu, (character) =>
    encodeURIComponent(character).replace(/[()']/g, percentCode),
  );
}

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
