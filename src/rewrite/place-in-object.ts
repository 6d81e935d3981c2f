import { ts } from 'ts-morph';

/** Counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a part of the object stands that a module exports by default, given directly, to a function or by a constant. Where the
 * way leads through what is computed, the last part on it that is written there; undefined: nothing is.
 *
 * @param way the names and numbers that lead there
 * @param isName whether the name is meant rather than the value
 */
export function placeInObject(source: string, way: readonly (string | number)[], isName: boolean): Place | undefined {
  const file = ts.createSourceFile('config.ts', source, ts.ScriptTarget.Latest, true);
  let value = file.statements.find(ts.isExportAssignment)?.expression;
  let place: ts.Node | undefined = way.length === 0 ? value : undefined;
  for (const [index, step] of way.entries()) {
    const part = value && partOf(literalOf(value, file), step, file);
    if (!part) break;
    value = part.value;
    place = isName && index === way.length - 1 ? part.name : part.value;
  }
  if (!place) return undefined;
  const { line, character } = file.getLineAndCharacterOfPosition(place.getStart(file));
  return { line: line + 1, column: character + 1 };
}

interface Part {
  readonly name: ts.Node;
  readonly value: ts.Expression;
}

function partOf(object: ts.Expression, step: string | number, file: ts.SourceFile): Part | undefined {
  if (typeof step === 'number') {
    const item = ts.isArrayLiteralExpression(object) ? object.elements[step] : undefined;
    return item && { name: item, value: item };
  }
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  // Of two of a name the later counts.
  for (const property of [...object.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const part = partOf(literalOf(property.expression, file), step, file);
      if (part) return part;
    } else if (property.name && nameOf(property.name) === step) {
      if (ts.isPropertyAssignment(property)) return { name: property.name, value: property.initializer };
      if (ts.isShorthandPropertyAssignment(property)) return { name: property.name, value: property.name };
    }
  }
  return undefined;
}

function nameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}

/** What an expression stands for, as far as it is plain: behind types, a call that takes it, and constants of the module. */
function literalOf(value: ts.Expression, file: ts.SourceFile, depth = 0): ts.Expression {
  if (depth > 20) return value;
  const inner = innerOf(value, file);
  return inner ? literalOf(inner, file, depth + 1) : value;
}

function innerOf(value: ts.Expression, file: ts.SourceFile): ts.Expression | undefined {
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    return value.expression;
  if (ts.isCallExpression(value)) return value.arguments[0];
  if (!ts.isIdentifier(value)) return undefined;
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => ts.isIdentifier(name) && name.text === value.text)?.initializer;
}
