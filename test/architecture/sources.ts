import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Program, parseSync } from 'oxc-parser';

/** A source file of ours; the path begins with `src/` and has `/` in it on every system. */
export interface Source {
  readonly path: string;
  readonly program: Program;
}

export const root = process.cwd();

/** Every TypeScript file below a folder of the repository, parsed, in the order of their paths. */
export function readSources(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path, program };
}

/** Any node of the tree, as far as these tests look at one. */
export interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Every node of a tree with its parent, from the outside in. */
export function* nodesOf(outermost: Node): Generator<{ node: Node; parent: Node | undefined }> {
  // One generator for all: one in another for each level asks every level for every node.
  const open: { node: Node; parent: Node | undefined }[] = [{ node: outermost, parent: undefined }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { node } = next;
    const children = Object.values(node).flat().filter(isNode);
    for (const child of children.reverse()) open.push({ node: child, parent: node });
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
