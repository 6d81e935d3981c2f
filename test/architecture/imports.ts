import { posix } from 'node:path';
import { isNode, type Node, nodesOf, type Source } from './sources.js';

export interface Import {
  readonly from: string;
  /** A path of ours (`src/graph/problem.ts`), or a package as it is written. */
  readonly to: string;
  readonly isTypeOnly: boolean;
  /** `import()`: read where it is needed, not when the program starts. */
  readonly isLazy: boolean;
  /** What is taken by name; `*` for everything. */
  readonly names: readonly string[];
}

/** Every import of a file: of types and values, `export … from`, `import()`, `import('…').Type`, `require`, `import x = require()`. */
export function importsOf({ path, program }: Source): Import[] {
  const found: Import[] = [];
  for (const { node } of nodesOf(program as unknown as Node)) {
    const target = targetOf(node);
    if (target === undefined) continue;
    found.push({
      from: path,
      to: resolve(path, target),
      isTypeOnly: isTypeOnly(node),
      isLazy: node.type === 'ImportExpression',
      names: namesOf(node),
    });
  }
  return found;
}

function targetOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return isNode(node.source) ? textOf(node.source) : undefined;
    case 'TSExternalModuleReference':
      return isNode(node.expression) ? textOf(node.expression) : undefined;
    case 'CallExpression': {
      const [first] = node.arguments as readonly unknown[];
      const isRequire = isNode(node.callee) && node.callee.type === 'Identifier' && node.callee.name === 'require';
      return isRequire && isNode(first) ? textOf(first) : undefined;
    }
    default:
      return undefined;
  }
}

/** A path that is put together while running cannot be checked, and counts as forbidden everywhere. */
function textOf(node: Node): string {
  if (node.type === 'Literal') return String(node.value);
  const [only, ...others] = (node.quasis ?? []) as readonly Node[];
  const value = only?.value as { readonly cooked?: string } | undefined;
  return others.length === 0 && value?.cooked !== undefined ? value.cooked : computed;
}

export const computed = '(a path made while running)';

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

function namesOf(node: Node): string[] {
  const specifiers = node.specifiers as readonly Node[] | undefined;
  if (!specifiers) return ['*'];
  return specifiers.map((one) => {
    const taken = one.type === 'ExportSpecifier' ? one.local : one.imported;
    if (!isNode(taken)) return '*';
    return String(taken.name ?? taken.value);
  });
}

function resolve(from: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return posix.join(posix.dirname(from), target).replace(/\.js$/, '.ts');
}
