import { codeSpan, escapeForComment, linkTarget } from '../markdown/escape-markdown.js';
import { capitalised, cut } from '../words.js';

/** What stands in a row of a comment. */

const mostLetters = 400;

/** A text of others, cut where it is very long, so that one row does not take the room of all. */
export function textCell(text: string, most = mostLetters): string {
  return escapeForComment(cut(text.trim(), most)).trim();
}

/** A sentence of a rule, in which what stands between backticks is code. */
export function sentenceCell(text: string): string {
  return cut(text.trim(), mostLetters)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? codeCell(part) : escapeForComment(part)))
    .join('')
    .trim();
}

export function codeCell(text: string, most = 160): string {
  return codeSpan(cut(text, most), true);
}

/** The rule, as a link to its page where it has one. */
export function ruleCell(rule: string, page: string | undefined): string {
  const target = page === undefined ? undefined : linkTarget(page);
  return target === undefined ? codeCell(rule) : `[${codeCell(rule)}](${target})`;
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function tableHead(names: readonly string[]): string {
  return `${row(names.map(capitalised))}\n${row(names.map(() => '---'))}`;
}
