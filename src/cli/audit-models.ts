import type { Audit } from '../audit/finding.js';
import { RuleCrash } from '../audit/rule-crash.js';
import type { Parts } from '../load/parts.js';
import { auditModel, loadModels } from '../pipeline.js';
import type { Day } from '../vocabulary/units.js';
import { cacheFolder } from './cache-folder.js';
import type { Request } from './command.js';
import { printCrash } from './print-crash.js';
import { printProblems } from './print-problem.js';
import { type Progress, startProgress } from './progress.js';

export interface AuditedModels {
  readonly audits: readonly Audit[];
  /** The file that each of them was loaded from. */
  readonly files: ReadonlyMap<Audit, string>;
  /** Something did not load or was not audited, and was told. */
  readonly hasProblems: boolean;
  /** What all of it depends on, where that can be told. */
  readonly parts: Parts | undefined;
  sourceLines(file: string): readonly string[] | undefined;
  /** To be wiped before anything is printed. */
  readonly progress: Progress;
}

/** Loads and audits what a request names. Problems go to standard error; what loaded is audited all the same. */
export async function auditModels(request: Request, today: Day): Promise<AuditedModels> {
  const { surroundings, files } = request;
  const progress = startProgress(surroundings);
  progress.step('reading the models');
  const { models, problems, parts, sourceLines } = await loadModels(files, {
    cwd: surroundings.cwd,
    cacheFolder: request.has('no-cache') ? undefined : cacheFolder(surroundings),
    checkTypes: true,
  });
  if (problems.length > 0) {
    progress.wipe();
    await printProblems(problems, sourceLines, surroundings);
  }
  const audits: Audit[] = [];
  const fileOf = new Map<Audit, string>();
  const add = (audited: Audit, file: string): void => {
    audits.push(audited);
    fileOf.set(audited, file);
  };
  let hasCrashed = false;
  for (const [index, { architecture, file }] of models.entries()) {
    progress.step(`auditing ${index + 1} of ${models.length}: ${file}`);
    try {
      add(auditModel(architecture, today), file);
    } catch (error) {
      hasCrashed = true;
      progress.wipe();
      printCrash(error, surroundings);
      // A rule that broke keeps no other from being told.
      if (error instanceof RuleCrash) add(error.audit, file);
    }
  }
  return { audits, files: fileOf, hasProblems: hasCrashed || problems.length > 0, parts, sourceLines, progress };
}
