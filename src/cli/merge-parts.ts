import type { Audit } from '../audit/finding.js';
import type { Problem } from '../graph/problem.js';
import { uniqueNames } from '../load/load-models.js';
import type { PartModel } from '../report/json/read-part.js';
import type { Day } from '../vocabulary/units.js';
import { type AuditQuestion, tellAudits } from './audit-afresh.js';
import type { AuditedModels } from './audit-models.js';
import type { AuditOutcome } from './audit-outcome.js';
import { openBaseline } from './baseline-file.js';
import type { Request } from './command.js';
import { openParts, type PartFile } from './open-parts.js';
import { openProject } from './open-project.js';
import { printProblems } from './print-problem.js';
import { startProgress } from './progress.js';

/** Tells parts of an audit as the whole that they are. @throws Misuse where they are none */
export async function mergeParts(
  request: Request,
  question: Omit<AuditQuestion, 'memory' | 'today'>,
): Promise<AuditOutcome> {
  const project = await openProject(request);
  const baseline = openBaseline(request, project);
  const parts = openParts(request, project, baseline);
  const { problems, models } = join(parts);
  const sources = new Map(parts.flatMap(({ part }) => Object.entries(part.sources)));
  const sourceLines = (file: string) => sources.get(file)?.split('\n');
  if (problems.length > 0) await printProblems(problems, sourceLines, request.surroundings);
  const today = (parts[0]?.part.today ?? '') as Day;
  const audited: AuditedModels = {
    audits: models.map(({ audit }) => audit),
    files: new Map(models.map(({ audit, file }): [Audit, string] => [audit, file])),
    places: new Map(models.map(({ audit, place }): [Audit, number] => [audit, place])),
    isWhole: parts.every(({ part }) => part.inputs.length === 0),
    hasProblems: problems.length > 0,
    problems,
    parts: undefined,
    sourceLines,
    project,
    baseline,
    inputs: [],
    byHash: new Map(),
    progress: startProgress(request.surroundings),
  };
  audited.progress.wipe();
  return tellAudits(request, { ...question, today }, audited);
}

/** In the order of a run over all models. Two of one name can have come only from different parts. */
function join(parts: readonly PartFile[]): { models: readonly PartModel[]; problems: readonly Problem[] } {
  const told = parts.flatMap(({ part }) => part.problems);
  // What is wrong with what was named stands in every part.
  const problems = [...new Map(told.map((problem) => [JSON.stringify(problem), problem])).values()];
  const all = parts.flatMap(({ part }) => part.models).sort((a, b) => a.place - b.place);
  const named = all.map((model) => ({ ...model, architecture: model.audit.model }));
  return { models: uniqueNames(named, problems), problems };
}
