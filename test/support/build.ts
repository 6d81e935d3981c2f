import type { Architecture } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { collect } from '../../src/vocabulary/collect.js';

/** The graphs of what a model's module exports; throws where the model has mistakes. */
export function build(exported: unknown): Architecture[] {
  const { documents, problems } = collect(exported);
  if (problems.length > 0) {
    throw new Error(problems.map(({ line, message, hint }) => [`line ${line}:`, message, hint].join(' ')).join('\n'));
  }
  return documents.map((document) => createGraph(structuredClone(document)));
}
