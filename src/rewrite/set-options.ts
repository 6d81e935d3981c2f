import { type CallExpression, Node, type ObjectLiteralExpression, SyntaxKind } from 'ts-morph';
import type { Change } from './change.js';
import { type OptionsPlace, propertyName } from './find-options.js';
import { isList, type NamedObject, type NamedValue, VariableName } from './named-value.js';
import { Refusal } from './refusal.js';
import { bare, isLiteral, resolveValue } from './resolve-value.js';
import {
  afterBreak,
  endOfComment,
  indentationAt,
  lineEnd,
  lineStart,
  type SourceStyle,
  widest,
} from './source-style.js';
import { writeEntry, writeObject, writeValue } from './write-value.js';

export interface Options {
  readonly set: NamedObject;
  readonly unset: readonly string[];
}

/** What has to change in the text so that a call has these options; nothing where it has them. */
export function setOptions(place: OptionsPlace, options: Options, style: SourceStyle): readonly Change[] {
  if ('object' in place) return editObject(place.object, options, style);
  if (Object.keys(options.set).length === 0) return [];
  return [place.replaces ? replaceArgument(place.replaces, options, style) : addArgument(place.call, options, style)];
}

function replaceArgument(node: Node, { set }: Options, style: SourceStyle): Change {
  const [text, start] = [node.getSourceFile().getFullText(), node.getStart()];
  const taken = start - lineStart(text, start) + 2;
  return {
    start,
    end: node.getEnd(),
    text: writeObject(set, { style, indentation: indentationAt(text, start), taken }),
  };
}

function addArgument(call: CallExpression, { set }: Options, style: SourceStyle): Change {
  const text = call.getSourceFile().getFullText();
  const last = call.getArguments().at(-1);
  const close = call.getEnd() - 1;
  const from = last?.getEnd() ?? close;
  const isLong = last !== undefined && text.slice(from, close).includes('\n');
  const indentation = indentationAt(text, isLong ? last.getStart() : from);
  if (isLong) {
    const object = writeObject(set, { style, indentation, taken: indentation.length + 1 });
    const comma = commaEnd(last);
    const hasComma = comma !== undefined;
    const at = comma ?? from;
    const added = `${hasComma ? '' : ','}${style.newline}${indentation}${object}${hasComma ? ',' : ''}`;
    return { start: at, end: at, text: added };
  }
  const comma = last ? ', ' : '';
  const taken = lineEnd(text, close) - lineStart(text, from) + comma.length;
  return { start: from, end: from, text: `${comma}${writeObject(set, { style, indentation, taken })}` };
}

function editObject(object: ObjectLiteralExpression, { set, unset }: Options, style: SourceStyle): readonly Change[] {
  const changes: Change[] = [];
  const added: string[] = [];
  for (const [name, value] of Object.entries(set)) {
    const property = lastOf(object, name);
    if (!property) added.push(writeEntry(name, value, style));
    else changes.push(...replaceValue(property, name, value, style));
  }
  const removed = unset.flatMap((name) => lastOf(object, name) ?? []);
  if (removed.length > 0) changes.push(...removeProperties(object, removed));
  if (added.length > 0) changes.push(...addProperties(object, added, style, removed));
  return changes;
}

/** The property that decides. What is spread or computed behind it might decide instead. */
function lastOf(object: ObjectLiteralExpression, name: string): Node | undefined {
  const properties = object.getProperties();
  const index = properties.map(propertyName).lastIndexOf(name);
  if (index < 0) return undefined;
  const hidden = properties.slice(index + 1).find((one) => propertyName(one) === undefined);
  if (hidden) throw new Refusal(`what is spread or computed behind '${name}' may say it again`, hidden);
  return properties[index];
}

function replaceValue(property: Node, name: string, value: NamedValue, style: SourceStyle): readonly Change[] {
  const written = writeValue(value, style);
  const old = Node.isPropertyAssignment(property) ? property.getInitializerOrThrow() : property;
  if (isSame(old, value)) return [];
  if (!isLiteral(old) && !(namesAny(value) && isOfNames(old))) throw new Refusal(`'${name}' is computed`, property);
  if (!Node.isPropertyAssignment(property)) {
    return [{ start: property.getEnd(), end: property.getEnd(), text: `: ${written}` }];
  }
  return [{ start: old.getStart(), end: old.getEnd(), text: written }];
}

/** Whether an expression that is written out in full says this. */
function isSame(given: Node, value: NamedValue): boolean {
  if (value instanceof VariableName) return nameIn(given) === value.text;
  const node = resolveValue(given);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText() === value;
  if (typeof value !== 'object' || value === null) return node.getText().replaceAll('_', '') === String(value);
  if (isList(value)) {
    const items = Node.isArrayLiteralExpression(node) ? node.getElements() : undefined;
    return items?.length === value.length && items.every((item, index) => isSame(item, value[index] ?? null));
  }
  if (!Node.isObjectLiteralExpression(node)) return false;
  const properties = node.getProperties();
  return (
    properties.length === Object.keys(value).length &&
    properties.every((one) => {
      const wanted = value[propertyName(one) ?? ''];
      return wanted !== undefined && isSame(Node.isPropertyAssignment(one) ? one.getInitializerOrThrow() : one, wanted);
    })
  );
}

function namesAny(value: NamedValue): boolean {
  if (value instanceof VariableName) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(namesAny);
}

/** The names of variables, alone or among what is written out in full: where elements are named, others may be. */
function isOfNames(given: Node): boolean {
  const node = bare(given);
  if (Node.isIdentifier(node) || Node.isShorthandPropertyAssignment(node)) return true;
  if (Node.isArrayLiteralExpression(node)) return node.getElements().every(isOfNames);
  if (!Node.isObjectLiteralExpression(node)) return isLiteral(node);
  return node
    .getProperties()
    .every((one) => isOfNames(Node.isPropertyAssignment(one) ? one.getInitializerOrThrow() : one));
}

function nameIn(given: Node): string {
  return Node.isShorthandPropertyAssignment(given) ? given.getName() : bare(given).getText();
}

function addProperties(
  object: ObjectLiteralExpression,
  added: readonly string[],
  style: SourceStyle,
  removed: readonly Node[],
): readonly Change[] {
  const text = object.getSourceFile().getFullText();
  const kept = object.getProperties().filter((one) => !removed.includes(one));
  const last = kept.at(-1);
  const close = object.getEnd() - 1;
  if (!last) return fillEmpty(object, added, removed);
  const comma = commaEnd(last);
  const hasComma = comma !== undefined;
  const behind = comma ?? last.getEnd();
  if (text.slice(last.getEnd(), close).includes('\n')) {
    const indentation = indentationAt(text, last.getStart());
    const at = endOfComment(text, behind);
    const lines = added.map((entry) => `${style.newline}${indentation}${entry}`).join(',');
    const end = hasComma ? ',' : '';
    return [
      ...(hasComma ? [] : [{ start: last.getEnd(), end: last.getEnd(), text: ',' }]),
      { start: at, end: at, text: `${lines}${end}` },
    ];
  }
  const width = lineEnd(text, close) - lineStart(text, object.getStart()) + added.join(', ').length + 2;
  const isOneLine = !text.slice(object.getStart(), close).includes('\n');
  if (width > widest && isOneLine && removed.length === 0) return breakObject(object, added, style);
  return [{ start: behind, end: behind, text: hasComma ? ` ${added.join(', ')}` : `, ${added.join(', ')}` }];
}

function fillEmpty(
  object: ObjectLiteralExpression,
  added: readonly string[],
  removed: readonly Node[],
): readonly Change[] {
  const at = removed.at(-1)?.getEnd() ?? object.getStart() + 1;
  const inside = object.getText().slice(1, -1).trim();
  if (removed.length > 0) return [{ start: at, end: at, text: added.join(', ') }];
  if (inside !== '') return [{ start: at, end: at, text: ` ${added.join(', ')},` }];
  return [{ start: at, end: object.getEnd() - 1, text: ` ${added.join(', ')} ` }];
}

/** One entry a line, where a line would grow too long. Entries themselves stay as they are. */
function breakObject(object: ObjectLiteralExpression, added: readonly string[], style: SourceStyle): readonly Change[] {
  const text = object.getSourceFile().getFullText();
  const outer = indentationAt(text, object.getStart());
  const line = `${style.newline}${outer}${style.step}`;
  const properties = object.getProperties();
  const starts = properties.map((one, index) => {
    const before = index === 0 ? object.getStart() + 1 : (commaEnd(properties[index - 1]) ?? one.getStart());
    return {
      start: before,
      end: before + (/^[ \t]*/.exec(text.slice(before, one.getStart()))?.[0].length ?? 0),
      text: line,
    };
  });
  const last = properties.at(-1)?.getEnd() ?? object.getStart() + 1;
  const close = object.getEnd() - 1;
  const rest = text.slice(commaEnd(properties.at(-1)) ?? last, close).trim();
  const comment = rest === '' ? '' : ` ${rest}`;
  const tail = `,${comment}${added.map((entry) => `${line}${entry}`).join(',')}${style.lastComma}${style.newline}${outer}`;
  return [...starts, { start: last, end: close, text: tail }];
}

function removeProperties(object: ObjectLiteralExpression, removed: readonly Node[]): readonly Change[] {
  const text = object.getSourceFile().getFullText();
  const properties: readonly Node[] = object.getProperties();
  return removed.map((property) => {
    const next = properties[properties.indexOf(property) + 1];
    const before = properties[properties.indexOf(property) - 1];
    const comma = commaEnd(property);
    const isOwnLine = /^\s*$/.test(text.slice(lineStart(text, property.getStart()), property.getStart()));
    const end = comma ?? property.getEnd();
    if (isOwnLine) {
      const stop = endOfComment(text, end);
      if (stop === lineEnd(text, stop))
        return { start: lineStart(text, property.getStart()), end: afterBreak(text, stop), text: '' };
    }
    if (next) return { start: property.getStart(), end: next.getStart(), text: '' };
    return { start: before?.getEnd() ?? property.getStart(), end: property.getEnd(), text: '' };
  });
}

/** Behind the comma that follows an entry. */
function commaEnd(entry: Node | undefined): number | undefined {
  return entry?.getNextSiblingIfKind(SyntaxKind.CommaToken)?.getEnd();
}
