import { audit } from '../../src/audit/audit.js';
import type { FindingEdit } from '../../src/audit/edit.js';
import type { Audit } from '../../src/audit/finding.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { type EditOutcome, rewrite } from '../../src/rewrite/rewrite.js';
import { rules } from '../../src/rules/index.js';
import { createProject } from '../load/support/project.js';

/** The day on which the examples of the pages are audited. */
const today = '2026-11-21';

export interface Fixed {
  readonly text: string;
  readonly outcomes: readonly EditOutcome[];
  readonly before: Audit;
  /** With types checked: what a fix writes is as good as what an author writes. */
  readonly after: Audit;
}

/** Audits a model, writes the fixes of one rule's findings into its source, and audits what came out. */
export async function applyFix(source: string, rule: string): Promise<Fixed> {
  const before = await auditText(source, false);
  const edits = before.findings.filter((finding) => finding.rule === rule).flatMap(({ fix = [] }) => fix);
  const { text, outcomes } = edit(source, before.model, edits);
  return { text, outcomes, before, after: await auditText(text, true) };
}

/** The source after the fixes of one rule's findings are written into it. */
export async function textAfterFix(source: string, rule: string): Promise<string> {
  const { model, findings } = await auditText(source, false);
  const edits = findings.filter((finding) => finding.rule === rule).flatMap(({ fix = [] }) => fix);
  return edit(source, model, edits).text;
}

function edit(source: string, model: Architecture, edits: readonly FindingEdit[]) {
  const { texts, outcomes } = rewrite({
    sources: new Map([['model.ts', source]]),
    edits: edits.map((one) => ({ edit: one, model })),
    models: [model],
  });
  return { text: texts.get('model.ts') ?? source, outcomes };
}

async function auditText(source: string, checkTypes: boolean): Promise<Audit> {
  const { models, problems } = await createProject({ 'model.ts': source }).load(['model.ts'], { checkTypes });
  expect(problems).toEqual([]);
  return audit(models[0]!.architecture, { today, rules });
}
