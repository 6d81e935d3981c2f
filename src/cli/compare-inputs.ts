import { dirname, resolve } from 'node:path';
import { type Comparison, compareSides } from '../diff/compare-sides.js';
import { isFile } from '../load/paths.js';
import { auditModel } from '../pipeline.js';
import { type ToldChange, toldChange } from '../report/change/told-change.js';
import { type ChangeFormat, changeReporters } from '../report/change-reporters.js';
import { type AuditedModels, auditModels } from './audit-models.js';
import type { AuditOutput } from './audit-outcome.js';
import type { ExitCode, Request } from './command.js';
import { type DrawnChange, drawChanges } from './draw-changes.js';
import { writeWhole } from './output-folder.js';
import { fromPlace, tellDrawn } from './tell-drawn.js';
import { terminalOptions } from './terminal-options.js';
import { chooseToday } from './today.js';

export interface ChangeQuestion {
  /** What was, and what is: files, folders, patterns. */
  readonly base: string;
  readonly head: string;
  readonly outputs: readonly AuditOutput[];
}

/** Compares two inputs and tells it. A model that does not load is told, and keeps no other from being compared. */
export async function compareInputs(request: Request, { base, head, outputs }: ChangeQuestion): Promise<ExitCode> {
  const today = chooseToday(request.value('today'), request.surroundings);
  const before = await auditModels(sideOf(request, base), today);
  before.progress.wipe();
  const after = await auditModels(sideOf(request, head), today, before.project);
  after.progress.step('comparing');
  const areTwo = [base, head].every((input) => isFile(resolve(request.surroundings.cwd, input)));
  const comparison = compareSides(asSide(before), asSide(after), {
    areTwo,
    auditModel: (model) => auditModel(model, today, before.project),
  });
  const told = toldChange(comparison, base);
  const drawn = request.has('picture') || request.has('out') ? await draw(comparison, after, request, base) : [];
  after.progress.wipe();
  await tell(request, told, outputs, drawn, after.sourceLines);
  return before.hasProblems || after.hasProblems ? 2 : 0;
}

/** The request as if it named one side alone. What a baseline sets apart is no news on either side: it has no part in this. */
function sideOf(request: Request, input: string): Request {
  return { ...request, files: [input], has: (flag) => flag === 'no-baseline' || request.has(flag) };
}

function asSide({ audits, hasProblems }: AuditedModels) {
  return { audits, isWhole: !hasProblems };
}

function draw(comparison: Comparison, { audits, progress }: AuditedModels, request: Request, since: string) {
  progress.step('drawing what changes');
  return drawChanges(comparison.changed, audits, since, request);
}

async function tell(
  request: Request,
  told: ToldChange,
  outputs: readonly AuditOutput[],
  drawn: readonly DrawnChange[],
  sourceLines: AuditedModels['sourceLines'],
): Promise<void> {
  const { cwd, stdout } = request.surroundings;
  const options = terminalOptions(request, sourceLines);
  for (const { format, file } of outputs) {
    const place = file === undefined ? cwd : dirname(resolve(cwd, file));
    const text = await changeReporters[format as ChangeFormat](told, {
      ...options,
      colour: file === undefined && options.colour,
      pictureOf: ({ audit }) => fromPlace(place, cwd, drawn.find(({ head }) => head === audit)?.file),
    });
    if (file === undefined) stdout.write(text);
    else writeWhole(resolve(cwd, file), text);
  }
  tellDrawn(request, outputs, drawn);
}
