import { Node, SyntaxKind } from 'ts-morph';
import { Refusal } from './refusal.js';

/**
 * Where a statement can stand beside what made an element: in a list of statements, or where a single expression or statement has
 * to be given braces first.
 */
export type Surrounding =
  | { readonly sort: 'list'; readonly statement: Node; readonly list: Node }
  /** `(server) => server.webServer('web')` */
  | { readonly sort: 'arrow'; readonly statement: Node; readonly list: Node }
  /** `for (const name of names) site.server(name);` */
  | { readonly sort: 'single'; readonly statement: Node; readonly list: Node };

/** What stands around an expression, outwards to the nearest place for statements. */
export function surroundingOf(expression: Node): Surrounding {
  for (let node = expression; ; ) {
    const parent = node.getParent();
    if (!parent) throw new Refusal('no statement can stand there', expression);
    if (isList(parent)) return { sort: 'list', statement: node, list: parent };
    if (Node.isArrowFunction(parent) && parent.getBody() === node)
      return { sort: 'arrow', statement: node, list: parent };
    if (isSingle(node, parent)) return { sort: 'single', statement: node, list: parent };
    if (isRepeated(node, parent)) throw new Refusal('it is made in the head of a loop or a condition', expression);
    node = parent;
  }
}

export function isList(node: Node): boolean {
  return (
    Node.isSourceFile(node) ||
    Node.isBlock(node) ||
    Node.isModuleBlock(node) ||
    Node.isCaseClause(node) ||
    Node.isDefaultClause(node)
  );
}

function isSingle(node: Node, parent: Node): boolean {
  if (Node.isIfStatement(parent)) return parent.getThenStatement() === node || parent.getElseStatement() === node;
  return Node.isIterationStatement(parent) && parent.getStatement() === node;
}

/** Made there, it would be made once where it is made often, or made where it is not. */
function isRepeated(node: Node, parent: Node): boolean {
  if (Node.isConditionalExpression(parent)) return parent.getCondition() !== node;
  if (Node.isBinaryExpression(parent)) {
    const operator = parent.getOperatorToken().getKind();
    const logical = [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken];
    return logical.includes(operator) && parent.getRight() === node;
  }
  if (Node.isForStatement(parent) || Node.isWhileStatement(parent) || Node.isDoStatement(parent)) return true;
  return Node.isPropertyDeclaration(parent) || Node.isParameterDeclaration(parent) || Node.isBindingElement(parent);
}
