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
  const sources = readModelSources(filesOf(audited), audited, cwd);
  const models = audited.audits.map(({ model }) => model);
  const isGraph = ({ audit }: AskedEdit): boolean => audited.files.get(audit)?.endsWith('.json') ?? false;
  const outcomesOf = new Map(
    asked.filter(isGraph).map((one) => [one, one.edits.map((edit) => jsonOutcome(edit, one))]),
  );
  // Half of a remedy may be worse than none: a finding of which one edit has no place gets none of its edits.
  for (;;) {
    const left = asked.filter((one) => !outcomesOf.has(one)).map((one) => ({ one, planned: plansOf(one) }));
    const { texts, outcomes } = rewrite({
      sources: sources.texts,
      edits: left.flatMap(({ planned }) => planned),
      models,
    });
    const byEdit = new Map(outcomes.map((outcome) => [outcome.planned, outcome]));
    const found = left.map(({ one, planned }) => ({
      one,
      outcomes: planned.flatMap((plan) => byEdit.get(plan) ?? []),
    }));
    const refused = found.filter((each) => each.outcomes.some(isRefused));
    for (const each of refused.length > 0 ? refused : found) {
      outcomesOf.set(
        each.one,
        each.outcomes.map((outcome) => explained(outcome, refused.length > 0, sources)),
      );
    }
    if (refused.length > 0) continue;
    return {
      findings: asked.map((one) => ({ ...one, outcomes: outcomesOf.get(one) ?? [] })),
      files: [...texts].map(([file, after]) => ({ file, before: sources.texts.get(file) ?? '', after })),
    };
  }
}

function plansOf({ edits, audit: { model } }: AskedEdit): readonly PlannedEdit[] {
  return edits.map((edit) => ({ edit, model }));
}

export function isRefused({ outcome }: EditOutcome): boolean {
  return outcome === 'refused';
}

/** Every file in which something of a model was made. */
function filesOf({ audits }: AuditedModels): ReadonlySet<string> {
  const places = audits.flatMap(({ model }) => [model, ...model.elements, ...model.flows]);
  return new Set(places.flatMap(({ at }) => at?.file ?? []));
}

/** A graph names positions as it likes, so that they are no reason to edit a source. */
function jsonOutcome(edit: FindingEdit, { audit: { model } }: AskedEdit): EditOutcome {
  const reason = 'a JSON graph is not edited: change what it is made from';
  return { planned: { edit, model }, at: model.at, outcome: 'refused', reason, touches: undefined };
}

/** Why a file may not be edited says more than that it is not among those that are. */
function explained(outcome: EditOutcome, isHeldBack: boolean, { refused }: ModelSources): EditOutcome {
  if (!isRefused(outcome)) {
    const reason = 'it would be of no use without the others of its finding';
    return isHeldBack ? { ...outcome, outcome: 'refused', reason } : outcome;
  }
  const reason = outcome.at && refused.get(outcome.at.file);
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
    after = await auditModels(request, chooseToday(request.value('today'), request.surroundings), audited.project);
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
