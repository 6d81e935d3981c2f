import { Node } from 'ts-morph';

/** The expression itself, without parentheses, assertions and `satisfies`. */
export function bare(node: Node): Node {
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isNonNullExpression(node)
  ) {
    return bare(node.getExpression());
  }
  return node;
}

/** What a name stands for that a `const` of the same file gives it; any other expression as it is. */
export function resolveValue(given: Node): Node {
  const node = bare(given);
  const declaration = constOf(declarationsOf(node));
  const value = declaration?.getInitializer();
  return value ? resolveValue(value) : node;
}

/** Of a name, also of one that is property and value at once. */
function declarationsOf(node: Node): readonly Node[] {
  if (Node.isShorthandPropertyAssignment(node)) return node.getValueSymbol()?.getDeclarations() ?? [];
  return Node.isIdentifier(node) ? (node.getSymbol()?.getDeclarations() ?? []) : [];
}

function constOf([only, ...others]: readonly Node[]) {
  if (others.length > 0 || !Node.isVariableDeclaration(only) || !Node.isIdentifier(only.getNameNode()))
    return undefined;
  return only.getVariableStatement()?.getDeclarationKind() === 'const' ? only : undefined;
}

/** Whether it is written out in full, so that another value may stand in its place. */
export function isLiteral(given: Node): boolean {
  const node = resolveValue(given);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node) || Node.isNumericLiteral(node))
    return true;
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node) || Node.isNullLiteral(node)) return true;
  if (Node.isIdentifier(node)) return node.getText() === 'undefined';
  if (Node.isPrefixUnaryExpression(node)) return isLiteral(node.getOperand());
  if (Node.isArrayLiteralExpression(node)) return node.getElements().every(isLiteral);
  if (!Node.isObjectLiteralExpression(node)) return false;
  return node.getProperties().every((one) => Node.isPropertyAssignment(one) && isLiteral(one.getInitializerOrThrow()));
}

/** Why a value cannot be looked into, in words. */
export function whyUnreadable(given: Node): string {
  const node = resolveValue(given);
  if (Node.isSpreadElement(node)) return 'are spread from elsewhere';
  const [declaration] = declarationsOf(node);
  if (Node.isImportSpecifier(declaration) || Node.isImportClause(declaration)) return 'come from another file';
  if (Node.isParameterDeclaration(declaration) || Node.isBindingElement(declaration)) return 'come from a parameter';
  return 'are computed';
}
