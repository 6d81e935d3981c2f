import type { Audit } from '../audit/finding.js';
import type { Architecture } from '../graph/architecture.js';
import { auditModels } from './audit-models.js';
import type { ExitCode, Request } from './command.js';
import { isMisuse } from './misuse.js';
import { modelFolders } from './model-folders.js';
import { printCrash } from './print-crash.js';
import type { Progress } from './progress.js';
import { chooseToday } from './today.js';

export interface EachModel {
  /** Tells progress what is being done. */
  readonly doing: 'drawing' | 'checking';
  /** Asked once all models are there. */
  before?(models: readonly Architecture[]): void;
  /** `folder`: the name that the model has among all; `progress` is to be wiped before anything is printed. */
  work(audited: Audit, folder: string, progress: Progress): Promise<void>;
}

/** Works on every model that a request names. One that does not load, or on which something of ours breaks, keeps no other from it. */
export async function forEachModel(request: Request, { doing, before, work }: EachModel): Promise<ExitCode> {
  const { surroundings } = request;
  const today = chooseToday(request.value('today'), surroundings);
  const { audits, hasProblems, progress } = await auditModels(request, today);
  const models = audits.map(({ model }) => model);
  before?.(models);
  const folders = modelFolders(models);
  let exitCode: ExitCode = hasProblems ? 2 : 0;
  for (const [index, audited] of audits.entries()) {
    const folder = folders[index]!;
    progress.step(`${doing} ${index + 1} of ${audits.length}: ${folder}`);
    try {
      await work(audited, folder, progress);
    } catch (error) {
      if (isMisuse(error)) throw error;
      progress.wipe();
      printCrash(error, surroundings);
      exitCode = 2;
    }
  }
  return exitCode;
}
