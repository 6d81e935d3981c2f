import { Node, type SourceFile, SyntaxKind } from 'ts-morph';
import { isIdentifier } from './write-value.js';

/** Gives out names for variables of one file, each for one call. */
export type NameVariable = (call: Node, name: string, kind: string) => string;

/** Names made of the elements' own in any script, used nowhere else in the file; the same call gets the same again. */
export function variableNames(file: SourceFile): NameVariable {
  const given = new Map<number, string>();
  let used: Set<string> | undefined;
  return (call, name, kind) => {
    used ??= new Set(usedIn(file));
    const known = given.get(call.getEnd());
    if (known !== undefined) return known;
    const wanted = asIdentifier(name) ?? asIdentifier(kind) ?? 'element';
    let free = wanted;
    for (let number = 2; used.has(free) || reserved.has(free); number++) free = `${wanted}${number}`;
    used.add(free);
    given.set(call.getEnd(), free);
    return free;
  };
}

/** Every name but those of properties, which hide nothing. */
function usedIn(file: SourceFile): readonly string[] {
  const names = file.getDescendantsOfKind(SyntaxKind.Identifier).filter((one) => !isProperty(one));
  return names.map((one) => one.getText());
}

function isProperty(name: Node): boolean {
  const parent = name.getParent();
  if (!Node.isPropertyAccessExpression(parent) && !Node.isPropertyAssignment(parent)) return false;
  return parent.getNameNode() === name;
}

/** `front desk` → `frontDesk`. */
function asIdentifier(name: string): string | undefined {
  const words = name.normalize('NFC').match(/[\p{ID_Start}\p{ID_Continue}]+/gu) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? lowered(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return isIdentifier(joined) ? joined : undefined;
}

function lowered(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally
  for function if implements import in instanceof interface let new null package private protected public return static super
  switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);
