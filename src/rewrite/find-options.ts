import { type CallExpression, Node, type ObjectLiteralExpression } from 'ts-morph';
import { calledName } from './find-call.js';
import { Refusal } from './refusal.js';
import { bare, resolveValue, whyUnreadable } from './resolve-value.js';

/** Where the options of a call stand: an object that is there, or the place of an argument that has to be added. */
export type OptionsPlace =
  | { readonly object: ObjectLiteralExpression }
  | { readonly call: CallExpression; readonly replaces?: Node };

/** Which argument of a builder's method its options are; of every other, the second. */
const places: Readonly<Record<string, number>> = { servers: 3, record: 3, cluster: 2, accepts: 0 };

export function findOptions(call: CallExpression): OptionsPlace {
  return optionsAt(call, places[calledName(call).getText()] ?? 1);
}

/** Which argument of a listener's function its options are. */
const ofListener: Readonly<Record<string, number>> = {
  http: 0,
  https: 1,
  tlsPassthrough: 0,
  mysql: 0,
  postgresql: 0,
  redis: 0,
  amqp: 0,
  ssh: 0,
  tcp: 1,
};

/** The options of one of an element's listeners, as in `listens: { secure: https(certificate, { … }) }`. */
export function findListenerOptions(call: CallExpression, listener: string): OptionsPlace {
  const options = findOptions(call);
  const listens = 'object' in options ? propertyValue(options.object, 'listens') : undefined;
  if (!listens) throw new Refusal('what it listens to is not written at its call', call);
  const made = throughHelper(listenerCall(listens, listener));
  const name = importedName(made.getExpression());
  const index = Object.hasOwn(ofListener, name) ? ofListener[name] : undefined;
  if (index === undefined) throw new Refusal(`its listener is made by '${name}', which cannot be followed`, made);
  return optionsAt(made, index);
}

/** The one call that a helper of this file consists of: an edit there reaches all listeners that it makes. */
function throughHelper(call: CallExpression): CallExpression {
  const [declaration, ...others] = call.getExpression().getSymbol()?.getDeclarations() ?? [];
  if (others.length > 0) return call;
  const value = Node.isVariableDeclaration(declaration) ? resolveValue(call.getExpression()) : declaration;
  const isFunction =
    Node.isArrowFunction(value) || Node.isFunctionExpression(value) || Node.isFunctionDeclaration(value);
  const body = isFunction ? value.getBody() : undefined;
  const made = body && onlyExpression(body);
  return Node.isCallExpression(made) ? made : call;
}

function onlyExpression(body: Node): Node | undefined {
  if (!Node.isBlock(body)) return bare(body);
  const [only, ...others] = body.getStatements();
  const given = others.length === 0 && Node.isReturnStatement(only) ? only.getExpression() : undefined;
  return given && bare(given);
}

function listenerCall(listens: Node, listener: string): CallExpression {
  const value = resolveValue(listens);
  const one = Node.isObjectLiteralExpression(value) ? propertyValue(value, listener) : value;
  const made = one && resolveValue(one);
  if (!Node.isCallExpression(made)) throw new Refusal(`its listeners ${whyUnreadable(one ?? value)}`, listens);
  return made;
}

/** The name under which the package knows it: `import { https as secure }`. */
function importedName(called: Node): string {
  const [declaration] = called.getSymbol()?.getDeclarations() ?? [];
  if (Node.isImportSpecifier(declaration)) return declaration.getName();
  return Node.isPropertyAccessExpression(called) ? called.getName() : called.getText();
}

function optionsAt(call: CallExpression, index: number): OptionsPlace {
  const given = call.getArguments();
  if (given.slice(0, index + 1).some(Node.isSpreadElement))
    throw new Refusal('its arguments are spread from a list', call);
  const options = given[index];
  if (!options && given.length < index) throw new Refusal('the arguments before its options are missing', call);
  if (!options) return { call };
  const value = resolveValue(options);
  if (Node.isObjectLiteralExpression(value)) return { object: value };
  if (value.getText() === 'undefined') return { call, replaces: options };
  throw new Refusal(`its options ${whyUnreadable(options)}`, options);
}

/** The value of a property, of a shorthand the property itself; undefined where the object has none of that name. */
function propertyValue(object: ObjectLiteralExpression, name: string): Node | undefined {
  const property = object.getProperties().find((one) => propertyName(one) === name);
  if (Node.isPropertyAssignment(property)) return property.getInitializer();
  return Node.isShorthandPropertyAssignment(property) ? property : undefined;
}

/** The name of a property as it is known when running; undefined where it is computed. */
export function propertyName(property: Node): string | undefined {
  if (!Node.isPropertyAssignment(property) && !Node.isShorthandPropertyAssignment(property)) return undefined;
  const name = property.getNameNode();
  if (Node.isStringLiteral(name) || Node.isNoSubstitutionTemplateLiteral(name)) return name.getLiteralText();
  return Node.isComputedPropertyName(name) ? undefined : name.getText();
}
