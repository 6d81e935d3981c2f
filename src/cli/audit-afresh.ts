import { type Audit, type Severity, severities } from '../audit/finding.js';
import type { FrameworkName } from '../audit/frameworks/framework-names.js';
import type { Rule } from '../audit/rule.js';
import type { RunMemory } from '../load/run-memory.js';
import type { ReportOptions } from '../report/report-options.js';
import { frameworkReporters, type Reporter, reporters } from '../report/reporters.js';
import { visible } from '../report/terminal/visible.js';
import type { Day } from '../vocabulary/units.js';
import { type AuditedModels, auditModels } from './audit-models.js';
import type { AuditOutcome, AuditOutput, OutcomeText } from './audit-outcome.js';
import { chooseOwner } from './choose-owner.js';
import type { Request } from './command.js';
import { pruneBaseline, staleWarnings, writeBaseline } from './keep-baseline.js';
import { chooseRulePages } from './rule-pages.js';
import { lineWidth, type Surroundings, wantsColour } from './surroundings.js';
import { version } from './version.js';

export interface AuditQuestion {
  readonly outputs: readonly AuditOutput[];
  /** Told by its controls rather than by the findings. */
  readonly framework: FrameworkName | undefined;
  /** Left out: as the configuration has it. */
  readonly failOn: Severity | 'never' | undefined;
  /** Where the pages of the rules are published, as it was given; left out: nowhere that is known. */
  readonly rulePages: string | undefined;
  readonly today: Day;
  /** Where the answer is kept for the next run. */
  readonly memory: RunMemory | undefined;
}

/** Loads and audits models of which no answer is known, and puts it into words. */
export async function auditAfresh(request: Request, question: AuditQuestion): Promise<AuditOutcome> {
  chooseRulePages(question.rulePages);
  const audited = await auditModels(request, question.today);
  audited.progress.wipe();
  if (request.has('write-baseline')) return writeBaseline(request, audited);
  if (request.has('prune-baseline')) return pruneBaseline(audited);
  const outcome = await tellAudits(request, question, audited);
  if (!audited.hasProblems && audited.parts) question.memory?.keep(outcome, audited.parts, audited.inputs);
  return outcome;
}

/** Puts audits into words, and says how the command ends. */
export async function tellAudits(
  request: Request,
  question: Omit<AuditQuestion, 'memory'>,
  audited: AuditedModels,
): Promise<AuditOutcome> {
  const rulePages = chooseRulePages(question.rulePages);
  const audits = chooseOwner(audited.audits, request.value('owner'));
  const failOn = question.failOn ?? audited.project.failOn;
  const texts: OutcomeText[] = [];
  for (const { format, file } of question.outputs) {
    if (format === 'part') {
      const { partOf } = await import('./part-of.js');
      texts.push({ ...(file !== undefined && { file }), text: partOf(request, audited, question.today) });
      continue;
    }
    const reporter = reporterOf(format, question.framework, audited.project.rules);
    const options = reportOptions(file, audited, { today: question.today, failOn, rulePages }, request.surroundings);
    // Where nothing loaded there is nothing to tell people; a program is told so in its own format.
    const text = audits.length === 0 && format === 'terminal' ? '' : await reporter(audits, options);
    texts.push(file === undefined ? { text } : { file, text });
  }
  const warnings = staleWarnings(audited);
  if (warnings !== '') texts.push({ isWarning: true, text: visible(warnings) });
  if (audited.hasProblems) return { exitCode: 2, texts };
  return { exitCode: exitCodeOf(audits, failOn), texts };
}

interface Asked {
  readonly today: Day;
  readonly failOn: Severity | 'never';
  /** Ends with `/`. */
  readonly rulePages: string | undefined;
}

function reportOptions(
  file: string | undefined,
  { files, problems, project, sourceLines }: AuditedModels,
  { today, failOn, rulePages }: Asked,
  { stdout, environment }: Surroundings,
): ReportOptions {
  const own = new Set(project.ownRules.map(({ id }) => id));
  return {
    colour: file === undefined && wantsColour(stdout, environment),
    width: lineWidth(stdout),
    sourceLines,
    rules: project.rules,
    version,
    today,
    failOn,
    problems,
    pageOf: (rule) => (rulePages === undefined || own.has(rule) ? undefined : `${rulePages}${rule}.md`),
    fileOf: (audit) => files.get(audit.whole ?? audit),
  };
}

function reporterOf(format: string, framework: FrameworkName | undefined, rules: readonly Rule[]): Reporter {
  if (framework !== undefined) {
    const byControls = frameworkReporters[format];
    if (byControls) return (audits, options) => byControls(audits, { rules, framework }, options);
  }
  const known: Readonly<Record<string, Reporter>> = reporters;
  const reporter = known[format];
  if (!reporter) throw new Error(`no reporter for '${format}'`);
  return reporter;
}

function exitCodeOf(audits: readonly Audit[], failOn: string): 0 | 1 {
  const worst: readonly string[] = severities.slice(0, (severities as readonly string[]).indexOf(failOn) + 1);
  return audits.some(({ findings }) => findings.some(({ severity }) => worst.includes(severity))) ? 1 : 0;
}
