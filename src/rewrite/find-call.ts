import { type CallExpression, Node, type SourceFile } from 'ts-morph';
import { Refusal } from './refusal.js';

/**
 * The call of which the loader tells the position: the name that is called begins there, as `server` in `site.server('a')` or
 * `architecture` in `architecture('shop')`.
 */
export function findCall(file: SourceFile, offset: number): CallExpression {
  let node: Node | undefined = file.getDescendantAtPos(offset);
  while (node && !Node.isCallExpression(node)) {
    if (Node.isStatement(node)) break;
    node = node.getParent();
  }
  if (!Node.isCallExpression(node) || calledName(node).getStart() !== offset) {
    throw new Refusal('no call of the builder stands there that could be read');
  }
  return node;
}

export function calledName(call: CallExpression): Node {
  const called = call.getExpression();
  return Node.isPropertyAccessExpression(called) ? called.getNameNode() : called;
}
