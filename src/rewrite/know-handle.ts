import { Node, SyntaxKind } from 'ts-morph';
import { hold, stepInto } from './add-statement.js';
import type { Change } from './change.js';
import type { Handle } from './find-handle.js';
import { Refusal } from './refusal.js';
import type { SourceStyle } from './source-style.js';

/** What has to change so that an element's variable is known at a place; nothing where it is. @throws Refusal where it cannot be */
export function knowHandle(handle: Handle, name: string, place: Node, style: SourceStyle): readonly Change[] {
  const { around, call, isParameter } = handle;
  const { list, statement } = around;
  const step = stepInto(list, place);
  if (!step) throw new Refusal(`'${name}' is not known where it would be named`, place);
  if (!isParameter && statement.getEnd() > step.getStart()) {
    throw new Refusal(`'${name}' is made further down than where it would be named`, place);
  }
  if (isHidden(name, place, list)) throw new Refusal(`'${name}' stands for something else there`, place);
  if (handle.name !== undefined) return [];
  if (around.sort !== 'list') throw new Refusal(`nothing holds '${name}' where it would be named`, call);
  return hold(call, statement, name, style);
}

/** Whether something between a place and the list of statements around it has the same name. */
function isHidden(name: string, place: Node, list: Node): boolean {
  const between = place.getAncestors().slice(0, place.getAncestors().indexOf(list));
  return between.some((node) => declaredIn(node).some((one) => one === name));
}

function declaredIn(node: Node): readonly string[] {
  const names: Node[] = [];
  if (Node.isStatemented(node)) {
    names.push(...node.getVariableDeclarations().map((one) => one.getNameNode()));
    names.push(...node.getFunctions().flatMap((one) => one.getNameNode() ?? []));
  }
  if (Node.isParametered(node)) names.push(...node.getParameters().map((one) => one.getNameNode()));
  if (Node.isForOfStatement(node) || Node.isForInStatement(node) || Node.isForStatement(node)) {
    names.push(...(node.getInitializer()?.getDescendantsOfKind(SyntaxKind.Identifier) ?? []));
  }
  return names.flatMap(identifiersOf);
}

/** `a`, or each name of `{ a, b: [c] }`. */
function identifiersOf(name: Node): readonly string[] {
  if (Node.isIdentifier(name)) return [name.getText()];
  return name.getDescendantsOfKind(SyntaxKind.Identifier).map((one) => one.getText());
}
