import { withBaseline } from '../audit/baseline.js';
import type { Audit } from '../audit/finding.js';
import { RuleCrash } from '../audit/rule-crash.js';
import type { Problem } from '../graph/problem.js';
import type { LoadedModel } from '../load/load-models.js';
import { joinParts, type Parts } from '../load/parts.js';
import { loadModels } from '../pipeline.js';
import { joined } from '../report/words.js';
import type { Day } from '../vocabulary/units.js';
import { type BaselineFile, openBaseline } from './baseline-file.js';
import { cacheFolder } from './cache-folder.js';
import { chooseShard } from './choose-shard.js';
import type { Request } from './command.js';
import { openKeptAudits } from './kept-audits.js';
import { openProject, type Project } from './open-project.js';
import { printCrash } from './print-crash.js';
import { printOwnCrash } from './print-own-crash.js';
import { printProblems } from './print-problem.js';
import { type Progress, startProgress } from './progress.js';
import { pruneCache } from './prune-cache.js';

export interface AuditedModels {
  readonly audits: readonly Audit[];
  /** The file that each of them was loaded from. */
  readonly files: ReadonlyMap<Audit, string>;
  /** By audit: the place of its file among all that were found. */
  readonly places: ReadonlyMap<Audit, number>;
  /** Whether these are all models there are. */
  readonly isWhole: boolean;
  /** Something did not load or was not audited, and was told. */
  readonly hasProblems: boolean;
  /** The same, for those who do not read standard error. */
  readonly problems: readonly Problem[];
  /** What all of it depends on, where that can be told. */
  readonly parts: Parts | undefined;
  sourceLines(file: string): readonly string[] | undefined;
  readonly project: Project;
  readonly baseline: BaselineFile;
  /** The models that were read: those of the request, else of the project. */
  readonly inputs: readonly string[];
  /** By hash of what their model says: for `known` of a second run with the same project, on the same day. */
  readonly byHash: ReadonlyMap<string, Audit>;
  /** To be wiped before anything is printed. */
  readonly progress: Progress;
}

/**
 * Loads and audits what a request names. Problems go to standard error; what loaded is audited all the same.
 *
 * @param known audits of models that say the same: they are not made again
 */
export async function auditModels(
  request: Request,
  today: Day,
  opened?: Project,
  known?: ReadonlyMap<string, Audit>,
): Promise<AuditedModels> {
  const { surroundings, files } = request;
  const progress = startProgress(surroundings);
  progress.step('reading the models');
  const project = opened ?? (await openProject(request));
  const baseline = openBaseline(request, project);
  const inputs = files.length > 0 ? files : project.models;
  const shard = chooseShard(request);
  const folder = request.has('no-cache') ? undefined : cacheFolder(surroundings);
  const { models, problems, parts, sourceLines } = await loadModels(inputs, {
    cwd: surroundings.cwd,
    cacheFolder: folder,
    checkTypes: true,
    ...(shard && { shard }),
  });
  if (problems.length > 0) {
    progress.wipe();
    await printProblems(problems, sourceLines, surroundings);
  }
  const audits: Audit[] = [];
  const fileOf = new Map<Audit, string>();
  const placeOf = new Map<Audit, number>();
  const add = (audited: Audit, { file, place }: LoadedModel): void => {
    audits.push(audited);
    fileOf.set(audited, file);
    placeOf.set(audited, place);
  };
  const crashes: Problem[] = [];
  const byHash = new Map<string, Audit>();
  const auditOnce = openKeptAudits(request, project, today);
  for (const [index, model] of models.entries()) {
    const { file, hash } = model;
    progress.step(`auditing ${index + 1} of ${models.length}: ${file}`);
    try {
      const audited = known?.get(hash) ?? withBaseline(auditOnce(model), baseline.entries);
      byHash.set(hash, audited);
      add(audited, model);
    } catch (error) {
      crashes.push({ file, message: crashWords(error) });
      progress.wipe();
      if (!printOwnCrash(error, project, surroundings)) printCrash(error, surroundings);
      // A rule that broke keeps no other from being told.
      if (error instanceof RuleCrash) add(withBaseline(error.audit, baseline.entries), model);
    }
  }
  if (folder !== undefined) pruneCache(folder, surroundings.now());
  return {
    audits,
    files: fileOf,
    places: placeOf,
    isWhole: files.length === 0 && !shard,
    hasProblems: crashes.length > 0 || problems.length > 0,
    problems: [...problems, ...crashes],
    parts: joinParts([parts, project.parts, baseline.parts]),
    sourceLines,
    project,
    baseline,
    inputs,
    byHash,
    progress,
  };
}

/** What auditing no model comes to. */
export function nothingAudited(request: Request, project: Project): AuditedModels {
  return {
    audits: [],
    files: new Map(),
    places: new Map(),
    isWhole: false,
    hasProblems: false,
    problems: [],
    parts: undefined,
    sourceLines: () => undefined,
    project,
    baseline: openBaseline(request, project),
    inputs: [],
    byHash: new Map(),
    progress: startProgress(request.surroundings),
  };
}

function crashWords(error: unknown): string {
  if (!(error instanceof RuleCrash)) return 'The audit broke off; standard error says where.';
  const rules = error.crashes.map(({ rule }) => `'${rule}'`);
  return `${rules.length === 1 ? 'The rule' : 'The rules'} ${joined(rules)} broke; standard error says where. All others were asked.`;
}
