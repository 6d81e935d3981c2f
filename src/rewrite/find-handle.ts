import { type CallExpression, Node } from 'ts-morph';
import { calledName } from './find-call.js';
import { Refusal } from './refusal.js';
import { bare, resolveValue } from './resolve-value.js';
import { type Surrounding, surroundingOf } from './statement-place.js';

/** What an author holds of an element where it was made. */
export interface Handle {
  /** `web`, `this.server`; undefined: nobody holds it, and it has to be given a variable. */
  readonly name: string | undefined;
  readonly call: CallExpression;
  readonly around: Surrounding;
  /** It is there from the beginning of its statements on: a parameter. */
  readonly isParameter: boolean;
}

export function findHandle(call: CallExpression): Handle {
  if (calledName(call).getText() === 'servers') return parameterOf(call);
  const around = surroundingOf(call);
  return { name: heldAs(call), call, around, isParameter: false };
}

/** `web` of `const web = …`, or of `web = …` as a statement. */
function heldAs(call: CallExpression): string | undefined {
  let node: Node = call;
  for (let parent = node.getParent(); parent && parent !== node && bare(parent) === call; parent = node.getParent())
    node = parent;
  const parent = node.getParent();
  if (Node.isVariableDeclaration(parent)) {
    const name = parent.getNameNode();
    return Node.isIdentifier(name) ? name.getText() : undefined;
  }
  if (!Node.isBinaryExpression(parent) || parent.getOperatorToken().getText() !== '=') return undefined;
  if (parent.getRight() !== node || !Node.isExpressionStatement(parent.getParent())) return undefined;
  const left = parent.getLeft();
  return Node.isIdentifier(left) || Node.isPropertyAccessExpression(left) ? left.getText() : undefined;
}

/** `server` of `site.servers(2, 'node', (server) => { … })`. */
function parameterOf(call: CallExpression): Handle {
  const given = call.getArguments()[2];
  const fill = given && functionOf(given);
  if (!fill) throw new Refusal('what fills its servers is no function of this file', given ?? call);
  const name = fill.getParameters()[0]?.getNameNode();
  if (!Node.isIdentifier(name)) throw new Refusal('the function that fills its servers does not name the server', fill);
  const body = fill.getBody();
  if (!body) throw new Refusal('the function that fills its servers has no body', fill);
  if (!Node.isBlock(body)) {
    return { name: name.getText(), call, around: { sort: 'arrow', statement: body, list: fill }, isParameter: true };
  }
  return { name: name.getText(), call, around: { sort: 'list', statement: body, list: body }, isParameter: true };
}

function functionOf(given: Node) {
  const value = resolveValue(given);
  if (Node.isArrowFunction(value) || Node.isFunctionExpression(value)) return value;
  const [declaration] = Node.isIdentifier(value) ? (value.getSymbol()?.getDeclarations() ?? []) : [];
  return Node.isFunctionDeclaration(declaration) ? declaration : undefined;
}
