import type { FindingEdit } from '../audit/edit.js';
import type { Audit, Finding } from '../audit/finding.js';
import type { EditOutcome, PlannedEdit } from '../rewrite/rewrite.js';
import { type AuditedModels, auditModels } from './audit-models.js';
import type { Request } from './command.js';
import { type ModelSources, readModelSources } from './model-sources.js';
import { replaceFiles } from './replace-files.js';
import { chooseToday } from './today.js';

/** A finding that is to be mended or accepted, and the edits that do it. */
export interface AskedEdit {
  readonly audit: Audit;
  readonly finding: Finding;
  readonly edits: readonly FindingEdit[];
}

/** What became of what was asked about a finding. */
export interface EditedFinding extends AskedEdit {
  readonly outcomes: readonly EditOutcome[];
}

export interface EditedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface EditedModels {
  readonly findings: readonly EditedFinding[];
  readonly files: readonly EditedFile[];
}

/** What edits make of the sources of audited models; nothing is written yet. All that can edit is read when it is needed. */
export async function editModels(
  asked: readonly AskedEdit[],
  audited: AuditedModels,
  { surroundings: { cwd } }: Request,
): Promise<EditedModels> {
  const { rewrite } = await import('../rewrite/rewrite.js');
  const planned = new Map<AskedEdit, readonly PlannedEdit[]>(
    asked.map((one) => [one, one.edits.map((edit) => ({ edit, model: one.audit.model }))]),
  );
  const sources = readModelSources(filesOf(audited), audited, cwd);
  const isEditable = (audit: Audit): boolean => !audited.files.get(audit)?.endsWith('.json');
  const { texts, outcomes } = rewrite({
    sources: sources.texts,
    edits: asked.filter(({ audit }) => isEditable(audit)).flatMap((one) => planned.get(one) ?? []),
    models: audited.audits.map(({ model }) => model),
  });
  const byEdit = new Map(outcomes.map((outcome) => [outcome.planned, outcome]));
  return {
    findings: asked.map((one) => ({
      ...one,
      outcomes: (planned.get(one) ?? []).map((edit) => explained(byEdit.get(edit) ?? jsonOutcome(edit), sources)),
    })),
    files: [...texts].map(([file, after]) => ({ file, before: sources.texts.get(file) ?? '', after })),
  };
}

/** Every file in which something of a model was made. */
function filesOf({ audits }: AuditedModels): ReadonlySet<string> {
  const places = audits.flatMap(({ model }) => [model, ...model.elements, ...model.flows]);
  return new Set(places.flatMap(({ at }) => at?.file ?? []));
}

/** A graph names positions as it likes, so that they are no reason to edit a source. */
function jsonOutcome(planned: PlannedEdit): EditOutcome {
  const reason = 'a JSON graph is not edited: change what it is made from';
  return { planned, at: planned.model.at, outcome: 'refused', reason, touches: undefined };
}

/** Why a file may not be edited says more than that it is not among those that are. */
function explained(outcome: EditOutcome, { refused }: ModelSources): EditOutcome {
  const reason = outcome.outcome === 'refused' && outcome.at ? refused.get(outcome.at.file) : undefined;
  return reason === undefined ? outcome : { ...outcome, reason };
}

/**
 * Writes the files and audits again. Where a model does not load any longer its problems are told, all files are put back and
 * nothing is returned.
 */
export async function writeAndAudit(
  files: readonly EditedFile[],
  audited: AuditedModels,
  request: Request,
): Promise<AuditedModels | undefined> {
  const { pathOf } = readModelSources([], audited, request.surroundings.cwd);
  const replaced = replaceFiles(files.map(({ file, before, after }) => ({ path: pathOf(file), before, after })));
  let after: AuditedModels | undefined;
  try {
    after = await auditModels(request, chooseToday(request.value('today'), request.surroundings));
    after.progress.wipe();
  } finally {
    const isGood = after !== undefined && hasAllModels(after, audited);
    if (isGood) replaced.settle();
    else replaced.restore();
    if (!isGood) after = undefined;
  }
  return after;
}

function hasAllModels(after: AuditedModels, before: AuditedModels): boolean {
  const names = new Set(after.audits.map(keyOf));
  return before.audits.every((audit) => names.has(keyOf(audit)));
}

/** Two models of a run differ in name or environment. */
export function keyOf({ model: { name, facts } }: Audit): string {
  return JSON.stringify([name, facts.environment]);
}
