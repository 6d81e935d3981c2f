import { importsOf } from './imports.js';
import { isNode, type Node, nodesOf, type Source } from './sources.js';

/** Something outside the program that a file reaches for. */
export type Reach =
  | 'process'
  | 'console'
  | 'time'
  | 'chance'
  | 'network'
  | 'reads files'
  | 'writes files'
  | 'starts programs';

/** What a file reaches for, each with the words that do it. */
export function reachOf(source: Source): { readonly reach: Reach; readonly by: string }[] {
  const found = [...importsOf(source).flatMap(reachOfImport)];
  for (const { node, parent } of nodesOf(source.program as unknown as Node)) {
    const reach = reachOfGlobal(node, parent);
    if (reach) found.push(reach);
  }
  return found;
}

const modules: Readonly<Record<string, Reach>> = {
  'node:process': 'process',
  'node:console': 'console',
  'node:perf_hooks': 'time',
  'node:timers': 'time',
  'node:child_process': 'starts programs',
  'node:worker_threads': 'starts programs',
  'node:cluster': 'starts programs',
  'node:net': 'network',
  'node:tls': 'network',
  'node:http': 'network',
  'node:https': 'network',
  'node:http2': 'network',
  'node:dgram': 'network',
  'node:dns': 'network',
  'node:dns/promises': 'network',
  'node:inspector': 'network',
};

const writers =
  /^(write|append|mkdir|rename|rm|unlink|chmod|chown|copy|cp|symlink|link|truncate|utimes|mkdtemp|createWriteStream|open)/;

function reachOfImport({
  to,
  names,
  isTypeOnly,
}: ReturnType<typeof importsOf>[number]): { reach: Reach; by: string }[] {
  if (isTypeOnly) return [];
  const node = to.startsWith('node:') ? to : `node:${to}`;
  const known = modules[node];
  if (known) return [{ reach: known, by: to }];
  if (node !== 'node:fs' && node !== 'node:fs/promises') return [];
  return names.flatMap((name) => {
    if (name === '*')
      return [
        { reach: 'reads files', by: to },
        { reach: 'writes files', by: to },
      ] as const;
    return [{ reach: writers.test(name) ? 'writes files' : 'reads files', by: name }] as const;
  });
}

const globals: Readonly<Record<string, Reach>> = {
  process: 'process',
  console: 'console',
  performance: 'time',
  fetch: 'network',
  WebSocket: 'network',
  EventSource: 'network',
  XMLHttpRequest: 'network',
};

const members: Readonly<Record<string, Reach>> = {
  'Date.now': 'time',
  'Math.random': 'chance',
  'crypto.randomUUID': 'chance',
};

function reachOfGlobal(node: Node, parent: Node | undefined): { reach: Reach; by: string } | undefined {
  if (node.type === 'Identifier') {
    const name = String(node.name);
    const reach = Object.hasOwn(globals, name) ? globals[name] : undefined;
    return reach && isGlobalUse(node, parent) ? { reach, by: name } : undefined;
  }
  if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
    const by = `${node.object.name}.${node.property.name}`;
    const reach = Object.hasOwn(members, by) ? members[by] : undefined;
    return reach && { reach, by };
  }
  const isBareDate = node.type === 'NewExpression' && isNode(node.callee) && node.callee.name === 'Date';
  return isBareDate && (node.arguments as readonly unknown[]).length === 0
    ? { reach: 'time', by: 'new Date()' }
    : undefined;
}

/** A property or a type of that name is something else. */
function isGlobalUse(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  if (parent?.type === 'Property') return parent.value === node;
  return !parent?.type.startsWith('TS');
}
