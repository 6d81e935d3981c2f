import { compareSides } from '../diff/compare-sides.js';
import { judgeComparison } from '../diff/gate/judge-comparison.js';
import type { Side } from '../diff/pair-audits.js';
import { auditModel, auditScopedAs } from '../pipeline.js';
import { toldChange } from '../report/change/told-change.js';
import { toldGate } from '../report/gate/told-gate.js';
import type { Day } from '../vocabulary/units.js';
import { type AuditedModels, auditModels, nothingAudited } from './audit-models.js';
import type { AuditOutput } from './audit-outcome.js';
import { chooseGateLimits } from './choose-gate-limits.js';
import type { ExitCode, Request } from './command.js';
import { drawChanges } from './draw-changes.js';
import { elsewhere } from './elsewhere.js';
import type { Base } from './git/base.js';
import { openBase } from './git/open-base.js';
import type { Project } from './open-project.js';
import { openTrusted } from './open-trusted.js';
import { refuseLinks } from './refuse-links.js';
import { chooseRulePages } from './rule-pages.js';
import { asItStands, splitInputs } from './split-inputs.js';
import { tellGate } from './tell-gate.js';
import { chooseToday } from './today.js';

export interface GateQuestion {
  /** A ref of git, or a folder, as it was given. */
  readonly base: string;
  readonly outputs: readonly AuditOutput[];
}

/** Holds the working folder against a base, and refuses what makes it worse. */
export async function gateModels(request: Request, { base: named, outputs }: GateQuestion): Promise<ExitCode> {
  const rulePages = chooseRulePages(request.value('rule-pages'));
  const today = chooseToday(request.value('today'), request.surroundings);
  const base = openBase(named, request.surroundings);
  try {
    const { project, notes, problems: broken } = await openTrusted(request, base);
    const limits = chooseGateLimits(request, project);
    const { head, before } = await auditBoth(request, base, project, today);
    const problems = [...broken, ...head.problems];
    head.progress.step('comparing');
    const comparison = compareSides(
      before.side,
      { audits: head.audits, isWhole: !head.hasProblems },
      {
        auditModel: (model) => auditModel(model, today, project),
        auditScopedAs: (model, as) => auditScopedAs(model, as, today, project),
      },
    );
    const verdict = judgeComparison(comparison, limits);
    const gate = toldGate(verdict, comparison, {
      notes: [...base.notes, ...before.notes, ...notes],
      problems,
    });
    const isDrawn = request.has('picture') || request.has('out');
    if (isDrawn) head.progress.step('drawing what changes');
    const drawn = isDrawn ? await drawChanges(comparison.changed, head.audits, base.name, request) : [];
    head.progress.wipe();
    const told = toldChange(comparison, base.name, gate);
    await tellGate(request, outputs, { told, verdict, head: { ...head, problems }, drawn, today, rulePages });
    return head.hasProblems || broken.length > 0 ? 2 : verdict.passes ? 0 : 1;
  } finally {
    base.close();
  }
}

interface Before {
  readonly side: Side;
  readonly notes: readonly string[];
}

async function auditBoth(request: Request, base: Base, project: Project, today: Day) {
  const { files, surroundings } = request;
  const inputs = files.length > 0 ? files : project.models.length > 0 ? project.models : ['models'];
  refuseLinks(inputs, surroundings.cwd);
  const { there, here } = splitInputs(inputs, base.origin, asItStands(surroundings.cwd));
  // The head first: what it has in common with the base is then known, and not read and audited again.
  const head = await auditInputs(request, here, project, today);
  return { head, before: await auditBase(request, base, there, head, today) };
}

/** A base that does not load is no reason to stop: a change may be what mends it. */
async function auditBase(
  request: Request,
  base: Base,
  inputs: readonly string[],
  head: AuditedModels,
  today: Day,
): Promise<Before> {
  if (inputs.length === 0) {
    // Where the change has none either, that is what there is to say.
    const isEmpty = head.audits.length === 0;
    return {
      side: { audits: [], isWhole: true },
      notes: isEmpty ? [] : ['The base has no model: all that is found is new.'],
    };
  }
  const there = elsewhere(request.surroundings, base.origin.cwd);
  const asked = { ...request, surroundings: there.surroundings };
  const { audits, hasProblems } = await auditInputs(asked, inputs, head.project, today, head);
  if (!hasProblems) return { side: { audits, isWhole: true }, notes: [] };
  head.progress.wipe();
  there.tell(base.name);
  return {
    side: { audits, isWhole: false },
    notes: [`Not all of ${base.name} could be read; standard error says why.`],
  };
}

/** The baseline has been chosen already. Nothing to read is an answer, too. */
async function auditInputs(
  request: Request,
  files: readonly string[],
  project: Project,
  today: Day,
  known?: AuditedModels,
): Promise<AuditedModels> {
  const value = (flag: string) => (flag === 'baseline' ? undefined : request.value(flag));
  const asked = { ...request, files, value };
  if (files.length === 0) return nothingAudited(asked, project);
  return auditModels(asked, today, project, known?.byHash);
}
