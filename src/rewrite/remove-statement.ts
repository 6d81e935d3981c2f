import { type CallExpression, Node, SyntaxKind } from 'ts-morph';
import type { Change } from './change.js';
import { Refusal } from './refusal.js';
import { bare } from './resolve-value.js';
import { afterBreak, endOfComment, lineEnd, lineStart } from './source-style.js';
import { isList } from './statement-place.js';

/**
 * Takes a statement away with the comment at its end. A comment above it goes where it heads nothing else: an empty line or the end
 * of the block follows.
 */
export function removeStatement(call: CallExpression): readonly Change[] {
  const statement = call.getParent();
  if (isInChain(call)) return [outOfChain(call)];
  if (!Node.isExpressionStatement(statement) || !isList(statement.getParentOrThrow())) {
    throw new Refusal('it is no statement of its own', call);
  }
  const text = call.getSourceFile().getFullText();
  const [start, end] = [statement.getStart(), statement.getEnd()];
  const stop = endOfComment(text, end);
  const isAlone = text.slice(lineStart(text, start), start).trim() === '' && stop === lineEnd(text, end);
  if (!isAlone) return [{ start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0), text: '' }];
  const below = afterBreak(text, stop);
  const isLast = /^[ \t]*(?:\r?\n|\}|$)/.test(text.slice(below));
  const from = isLast ? commentStart(text, lineStart(text, start)) : lineStart(text, start);
  return [{ start: from, end: isLast && isBlankAbove(text, from) ? pastBlank(text, below) : below, text: '' }];
}

/** `site.firewall('f').allows(anyone, web)`: what is before it, and behind, stays. */
function isInChain(call: CallExpression): boolean {
  const called = call.getExpression();
  if (!Node.isPropertyAccessExpression(called)) return false;
  const isContinued = Node.isPropertyAccessExpression(call.getParent());
  return isContinued || Node.isCallExpression(bare(called.getExpression()));
}

function outOfChain(call: CallExpression): Change {
  const text = call.getSourceFile().getFullText();
  const called = call.getExpressionIfKindOrThrow(SyntaxKind.PropertyAccessExpression);
  const start = called.getExpression().getEnd();
  const end = call.getEnd();
  // A comment that ends its line goes with it; what is chained behind stands on a line of its own.
  const stop = endOfComment(text, end);
  return { start, end: stop === lineEnd(text, end) ? stop : end, text: '' };
}

/** Where the comment lines directly above a line begin. */
function commentStart(text: string, line: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*(?:\/\/|\/\*.*\*\/[ \t]*\r?$)/.test(text.slice(above, start - 1))) break;
    start = above;
  }
  return start;
}

function isBlankAbove(text: string, line: number): boolean {
  return line > 0 && text.slice(lineStart(text, line - 1), line).trim() === '';
}

/** One empty line stays of two. */
function pastBlank(text: string, line: number): number {
  const end = lineEnd(text, line);
  return text.slice(line, end).trim() === '' && end < text.length ? afterBreak(text, end) : line;
}
