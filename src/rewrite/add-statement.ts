import { Node } from 'ts-morph';
import type { Change } from './change.js';
import type { Handle } from './find-handle.js';
import { Refusal } from './refusal.js';
import { endOfComment, indentationAt, lineEnd, type SourceStyle } from './source-style.js';

/** What is to be added, and how its file is written. */
export interface Writing {
  readonly style: SourceStyle;
  /** The statement, where it is known how far it is indented. */
  readonly write: (indentation: string) => string;
  /** Whether what stands at an offset was added just now: further statements stand behind it, in the order of the edits. */
  readonly isAdded: (offset: number) => boolean;
}

/**
 * What has to change so that a statement stands behind all the elements that it names. Names that nobody holds become variables;
 * `names` gives them in the order of `handles`.
 */
export function addStatement(
  handles: readonly Handle[],
  names: readonly string[],
  writing: Writing,
): readonly Change[] {
  const last = lastOf(handles);
  const held = handles.flatMap((handle, index) =>
    holdChanges(handle, handles, names[index] ?? '', last, writing.style),
  );
  return [...unique(held), ...placeChanges(last, names[handles.indexOf(last)] ?? '', writing)];
}

/** The handle behind which the statement has to stand: the last one made, in the innermost of the places. */
function lastOf(handles: readonly Handle[]): Handle {
  const byDepth = [...handles].sort((a, b) => depthOf(b) - depthOf(a) || startOf(b) - startOf(a));
  const [last] = byDepth;
  if (!last) throw new Error('a statement names an element');
  for (const other of handles) {
    const { list } = other.around;
    if (list === last.around.list) continue;
    const step = last.around.list.getAncestors().includes(list) ? stepInto(list, last.around.list) : undefined;
    if (!step) throw new Refusal('the elements it names are nowhere known together', last.call);
    if (!other.isParameter && other.around.statement.getEnd() > step.getStart()) {
      throw new Refusal(
        `'${other.name ?? other.call.getText()}' is made further down than where it would be named`,
        last.call,
      );
    }
  }
  return last;
}

function depthOf({ around }: Handle): number {
  return around.list.getAncestors().length;
}

function startOf({ around, isParameter }: Handle): number {
  return isParameter ? around.list.getStart() : around.statement.getEnd();
}

/** Which statement of a list another place lies in. */
export function stepInto(list: Node, inner: Node): Node | undefined {
  return [inner, ...inner.getAncestors()].find((node) => node.getParent() === list);
}

/** `const web = ` before a statement that is but the call, else the call's text moved to a line above it. */
function holdChanges(
  handle: Handle,
  all: readonly Handle[],
  name: string,
  last: Handle,
  style: SourceStyle,
): readonly Change[] {
  const { call, around } = handle;
  if (handle.name !== undefined || (handle === last && around.sort !== 'list')) return [];
  if (around.sort !== 'list') throw new Refusal(`nothing holds '${name}' where it would be named`, call);
  const inside = all.find(
    (other) => other !== handle && other.name === undefined && other.call.getAncestors().includes(call),
  );
  if (inside) throw new Refusal('one of the elements it names is made within the call that makes another', call);
  return hold(call, around.statement, name, style);
}

export function hold(call: Node, statement: Node, name: string, style: SourceStyle): readonly Change[] {
  const start = statement.getStart();
  if (Node.isExpressionStatement(statement) && statement.getExpression() === call) {
    return [{ start, end: start, text: `const ${name} = ` }];
  }
  const text = statement.getSourceFile().getFullText();
  const before = `const ${name} = `;
  const line = `${before}${call.getText()}${style.semicolon}${style.newline}${indentationAt(text, start)}`;
  const moved = { start: call.getStart(), end: call.getEnd(), within: before.length };
  return [
    { start, end: start, text: line, moved },
    { start: call.getStart(), end: call.getEnd(), text: name },
  ];
}

function unique(changes: readonly Change[]): readonly Change[] {
  return changes.filter(
    ({ start, end, text }, index) =>
      changes.findIndex((other) => other.start === start && other.end === end && other.text === text) === index,
  );
}

function placeChanges(handle: Handle, name: string, writing: Writing): readonly Change[] {
  switch (handle.around.sort) {
    case 'list':
      return handle.isParameter ? atBeginning(handle.around.list, writing) : behind(handle.around.statement, writing);
    case 'arrow':
      return inArrow(handle, name, writing);
    case 'single':
      return inBraces(handle, name, writing);
  }
}

function behind(made: Node, writing: Writing): readonly Change[] {
  const { write, style } = writing;
  const statement = pastAdded(made, writing.isAdded);
  const text = statement.getSourceFile().getFullText();
  const end = statement.getEnd();
  const indentation = indentationAt(text, statement.getStart());
  const line = `${write(indentation)}${style.semicolon}`;
  if (standsAlready(statement.getParent(), line)) return [];
  if (Node.isReturnStatement(statement) || Node.isThrowStatement(statement)) {
    return [added(statement.getStart(), `${line}${style.newline}${indentation}`)];
  }
  const at = endOfComment(text, end);
  if (at === lineEnd(text, end)) return [added(at, `${style.newline}${indentation}${line}`)];
  return [added(end, ` ${write(indentation)};`)];
}

function added(at: number, text: string): Change {
  return { start: at, end: at, text, isStatement: true };
}

/** The last of the statements that were added behind this one. */
function pastAdded(statement: Node, isAdded: Writing['isAdded']): Node {
  const next = statement.getNextSibling();
  return next && Node.isStatement(next) && isAdded(next.getStart()) ? pastAdded(next, isAdded) : statement;
}

function atBeginning(block: Node, writing: Writing): readonly Change[] {
  const { write, style, isAdded } = writing;
  const { newline, semicolon, step } = style;
  const [first] = Node.isBlock(block) ? block.getStatements() : [];
  if (first && isAdded(first.getStart())) return behind(first, writing);
  const text = block.getSourceFile().getFullText();
  const outer = indentationAt(text, block.getStart());
  const line = `${write(`${outer}${step}`)}${semicolon}`;
  if (standsAlready(block, line)) return [];
  const open = block.getStart() + 1;
  const at = endOfComment(text, open);
  if (at === lineEnd(text, open)) return [added(at, `${newline}${outer}${step}${line}`)];
  const rest = text.slice(open, block.getEnd() - 1).trim() === '' ? ' ' : '';
  return [added(open, ` ${write(outer)};${rest}`)];
}

/** Whether a list of statements has it, however it is spaced. */
function standsAlready(list: Node | undefined, line: string): boolean {
  if (!list || !Node.isStatemented(list)) return false;
  const plain = (text: string): string =>
    text
      .replace(/\s+/g, ' ')
      .replace(/,? ?([})])/g, '$1')
      .replace(/;$/, '');
  return list.getStatements().some((statement) => plain(statement.getText()) === plain(line));
}

/** `(name) => site.server(name)` gets a body of several statements, and gives back what it gave. */
function inArrow({ call, around, isParameter }: Handle, name: string, { write, style }: Writing): readonly Change[] {
  const { newline, semicolon, step } = style;
  const body = around.statement;
  const text = body.getSourceFile().getFullText();
  const outer = indentationAt(text, body.getStart());
  const line = `${newline}${outer}${step}`;
  const end = { start: body.getEnd(), end: body.getEnd(), text: `${semicolon}${newline}${outer}}` };
  const start = body.getStart();
  const said = `${line}${write(`${outer}${step}`)}${semicolon}`;
  const back = `${line}return `;
  if (isParameter) return [{ start, end: start, text: `{${said}${back}`, statement: within('{', said) }, end];
  const before = `{${line}const ${name} = `;
  const moved = { start: call.getStart(), end: call.getEnd(), within: before.length };
  const made = `${before}${call.getText()}${semicolon}`;
  return [
    { start, end: start, text: `${made}${said}${back}`, moved, statement: within(made, said) },
    { start: call.getStart(), end: call.getEnd(), text: name },
    end,
  ];
}

/** Where a statement stands that comes behind something. */
function within(before: string, said: string): { readonly from: number; readonly to: number } {
  return { from: before.length, to: before.length + said.length };
}

/** The one statement of a loop or a condition becomes two, in braces. */
function inBraces({ call, around, name: held }: Handle, name: string, { write, style }: Writing): readonly Change[] {
  const { newline, semicolon, step } = style;
  const statement = around.statement;
  const text = statement.getSourceFile().getFullText();
  const outer = indentationAt(text, around.list.getStart());
  const line = `${newline}${outer}${step}`;
  const from = statement.getStart() - (/[ \t\r\n]*$/.exec(text.slice(0, statement.getStart()))?.[0].length ?? 0);
  const open = { start: from, end: statement.getStart(), text: ` {${line}` };
  const said = `${line}${write(`${outer}${step}`)}${semicolon}`;
  const at = statement.getEnd();
  const close = { start: at, end: at, text: `${said}${newline}${outer}}`, statement: within('', said) };
  if (held !== undefined) return [open, close];
  if (Node.isExpressionStatement(statement) && statement.getExpression() === call) {
    return [{ ...open, text: `${open.text}const ${name} = ` }, close];
  }
  const before = `${open.text}const ${name} = `;
  const moved = { start: call.getStart(), end: call.getEnd(), within: before.length };
  return [
    { ...open, text: `${before}${call.getText()}${semicolon}${line}`, moved },
    { start: call.getStart(), end: call.getEnd(), text: name },
    close,
  ];
}
