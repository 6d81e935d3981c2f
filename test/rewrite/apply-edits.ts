import type { FindingEdit } from '../../src/audit/edit.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { type EditOutcome, rewrite } from '../../src/rewrite/rewrite.js';
import { createProject } from '../load/support/project.js';

export interface Edited {
  readonly text: string;
  readonly outcomes: readonly EditOutcome[];
}

/** A model's source, and what loading it gives. */
export async function loadText(text: string, file = 'model.ts'): Promise<Architecture> {
  const { models, problems } = await createProject({ [file]: text }).load([file]);
  expect(problems).toEqual([]);
  return models[0]!.architecture;
}

/** Loads a model, edits its source and loads what came out. */
export async function applyEdits(
  text: string,
  edits: readonly FindingEdit[],
): Promise<Edited & { after: Architecture }> {
  const model = await loadText(text);
  const edited = rewriteText(text, model, edits);
  return { ...edited, after: await loadText(edited.text) };
}

export function rewriteText(text: string, model: Architecture, edits: readonly FindingEdit[]): Edited {
  const { texts, outcomes } = rewrite({
    sources: new Map([['model.ts', text]]),
    edits: edits.map((edit) => ({ edit, model })),
    models: [model],
  });
  return { text: texts.get('model.ts') ?? text, outcomes };
}

/** The lines of a model between its first two and its last. */
export function wrap(body: string): string {
  return `import { architecture, each, http, https, mysql, pool, tcp } from 'stanchion';
const site = architecture('shop');
${body}
export default site;
`;
}
