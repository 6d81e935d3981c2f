import { dirname, resolve } from 'node:path';
import { type Comparison, compareSides } from '../diff/compare-sides.js';
import { auditModel, auditScopedAs } from '../pipeline.js';
import { type ToldChange, toldChange } from '../report/change/told-change.js';
import { type ChangeFormat, changeReporters } from '../report/change-reporters.js';
import type { AuditedModels } from './audit-models.js';
import type { AuditOutput } from './audit-outcome.js';
import { auditSide } from './audit-side.js';
import type { ExitCode, Request } from './command.js';
import { type DrawnChange, drawChanges } from './draw-changes.js';
import { openProject } from './open-project.js';
import { openSides } from './open-sides.js';
import { writeWhole } from './output-folder.js';
import { printWarning } from './print-problem.js';
import { fromPlace, tellDrawn } from './tell-drawn.js';
import { terminalOptions } from './terminal-options.js';
import { chooseToday } from './today.js';

export interface ChangeQuestion {
  /** What is compared, one or two: refs of git, files, folders, patterns. */
  readonly words: readonly string[];
  readonly outputs: readonly AuditOutput[];
}

/**
 * Compares two states of models and tells it. A model that does not load is told, and keeps no other from being compared. Both sides are
 * asked the rules of the working folder: no configuration of a commit is run.
 */
export async function compareInputs(request: Request, { words, outputs }: ChangeQuestion): Promise<ExitCode> {
  const today = chooseToday(request.value('today'), request.surroundings);
  const project = await openProject(request);
  const sides = openSides(request, words, project.models);
  try {
    for (const note of sides.notes) printWarning(note, undefined, request.surroundings);
    const before = await auditSide(request, sides.base, project, today);
    const after = await auditSide(request, sides.head, project, today, before.byHash);
    after.progress.step('comparing');
    const comparison = compareSides(asSide(before), asSide(after), {
      areTwo: sides.areTwo,
      auditModel: (model) => auditModel(model, today, project),
      auditScopedAs: (model, as) => auditScopedAs(model, as, today, project),
    });
    const since = sides.base.name;
    const drawn = request.has('picture') || request.has('out') ? await draw(comparison, after, request, since) : [];
    after.progress.wipe();
    await tell(request, toldChange(comparison, since), outputs, drawn, after.sourceLines);
    return before.hasProblems || after.hasProblems ? 2 : 0;
  } finally {
    sides.close();
  }
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
