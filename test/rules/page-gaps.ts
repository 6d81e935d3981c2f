import type { Architecture } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { validateDocument } from '../../src/graph/validate-document.js';
import { collect } from '../../src/vocabulary/collect.js';

type Path = readonly (string | number)[];

/** Without these there is no element and no flow. */
const built = new Set(['format', 'version', 'id', 'kind', 'name', 'verb', 'from', 'to']);

/** The models that are left of an example when one thing it tells is left out: a fact, a listener, a flow, an element. */
export function withGaps(exported: object): readonly Architecture[] {
  const [document] = collect(exported).documents;
  return [...pathsIn(document)].flatMap((path) => {
    const result = validateDocument(without(document, path));
    return 'document' in result ? [createGraph(result.document)] : [];
  });
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  // Where something was written is nothing that an author tells.
  if (typeof value !== 'object' || value === null || path.at(-1) === 'at') return;
  for (const [key, inside] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (!built.has(key)) yield here;
    yield* pathsIn(inside, here);
  }
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== key)
      : value.map((inside, index) => (index === key ? without(inside, rest) : inside));
  }
  const entries = Object.entries(value ?? {});
  const kept = rest.length === 0 ? entries.filter(([name]) => name !== key) : entries;
  return Object.fromEntries(kept.map(([name, inside]) => [name, name === key ? without(inside, rest) : inside]));
}
