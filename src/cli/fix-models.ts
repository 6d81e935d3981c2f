import type { Audit, Finding } from '../audit/finding.js';
import type { Rule } from '../audit/rule.js';
import { visible } from '../report/terminal/visible.js';
import { counted } from '../report/words.js';
import { type AuditedModels, auditModels } from './audit-models.js';
import { chooseModels } from './choose-models.js';
import type { ExitCode, Request } from './command.js';
import { compareFindings } from './compare-findings.js';
import { type AskedEdit, type EditedModels, editModels, writeAndAudit } from './edit-models.js';
import { isFinding, theFinding } from './find-finding.js';
import { findRule, nearestRules } from './find-subject.js';
import { isInput } from './is-input.js';
import { Misuse } from './misuse.js';
import { openProject } from './open-project.js';
import { tellEdits, tellFindings } from './tell-edits.js';
import { chooseToday } from './today.js';

/** Applies the remedies that are edits, as far as they were asked for. */
export async function fixModels(given: Request): Promise<ExitCode> {
  const project = await openProject(given);
  const { subject, request } = readSubject(given, project.rules);
  const audited = await auditModels(request, chooseToday(request.value('today'), request.surroundings), project);
  audited.progress.wipe();
  if (audited.audits.length === 0 && audited.hasProblems) return 2;
  const asked = askedFor(subject, chooseModels(audited.audits, request));
  const code = await fixFindings(asked, audited, request);
  return audited.hasProblems ? 2 : code;
}

type Subject = { readonly rule: string } | { readonly finding: string } | undefined;

/** A rule or a finding comes first, where one is named; everything else is a model. */
function readSubject(
  request: Request,
  rules: readonly Rule[],
): { readonly subject: Subject; readonly request: Request } {
  const [first, ...files] = request.files;
  if (first === undefined || isInput(first, request.surroundings.cwd)) return { subject: undefined, request };
  const rule = findRule(first, rules);
  if (rule) return { subject: { rule: rule.id }, request: { ...request, files } };
  if (isFinding(first)) return { subject: { finding: first }, request: { ...request, files } };
  const [near] = nearestRules(first, rules);
  throw new Misuse(
    `'${first}' is no rule, no finding and no file.`,
    near === undefined ? 'See: stanchion rules, stanchion audit' : `Did you mean '${near}'?`,
  );
}

/** Of a rule or without a subject those that can be fixed; a finding that is named in any case. */
function askedFor(subject: Subject, audits: readonly Audit[]): readonly AskedEdit[] {
  if (subject && 'finding' in subject) {
    const { audit, finding } = theFinding(subject.finding, audits);
    return [{ audit, finding, edits: finding.fix ?? [] }];
  }
  return audits.flatMap((audit) =>
    audit.findings
      .filter(({ rule, fix }) => (subject ? rule === subject.rule : fix !== undefined))
      .map((finding) => ({ audit, finding, edits: finding.fix ?? [] })),
  );
}

async function fixFindings(asked: readonly AskedEdit[], audited: AuditedModels, request: Request): Promise<ExitCode> {
  const { stdout } = request.surroundings;
  const without = asked.filter(({ edits }) => edits.length === 0);
  const edited = await editIfAny(asked, audited, request);
  stdout.write(await tellEdits(edited, request));
  for (const { finding } of without) {
    stdout.write(visible(`${finding.handle}  ${finding.message}\n  No edit is the remedy: ${finding.remedy}\n`));
  }
  if (asked.length === 0) stdout.write('Nothing to fix.\n');
  const isWhole = without.length === 0 && edited.findings.every(({ outcomes }) => outcomes.every(isPlaced));
  if (edited.files.length === 0) return isWhole ? 0 : 1;
  if (request.has('dry-run')) {
    stdout.write('Nothing was written: this is what would be.\n');
    return isWhole ? 0 : 1;
  }
  const after = await writeAndAudit(edited.files, audited, request);
  if (!after) {
    stdout.write('Nothing was written: the edited model does not load.\n');
    return 1;
  }
  const isGood = await tellAfter(asked, audited, after, request);
  return isWhole && isGood ? 0 : 1;
}

function isPlaced({ outcome }: { readonly outcome: string }): boolean {
  return outcome !== 'refused';
}

/** What edits with is slow to load, and not loaded for nothing. */
async function editIfAny(asked: readonly AskedEdit[], audited: AuditedModels, request: Request): Promise<EditedModels> {
  const withEdits = asked.filter(({ edits }) => edits.length > 0);
  return withEdits.length === 0 ? { findings: [], files: [] } : editModels(withEdits, audited, request);
}

/** What is fixed, what remains of what was asked, and what is new; whether it is as it was asked. */
async function tellAfter(
  asked: readonly AskedEdit[],
  before: AuditedModels,
  after: AuditedModels,
  request: Request,
): Promise<boolean> {
  const { stdout } = request.surroundings;
  const { fixed, untold, besides, remaining, fresh, isGood } = compareFindings(asked, before, after);
  const tell = async (heading: string, findings: readonly Finding[], isBad: boolean): Promise<void> => {
    if (findings.length > 0) stdout.write(await tellFindings(heading, findings, isBad, request));
  };
  const gone = (findings: readonly Finding[]) => `No longer found: ${counted(findings.length, 'finding')}`;
  stdout.write('\n');
  await tell(`Fixed ${counted(fixed.length, 'finding')}:`, fixed, false);
  await tell(`${gone(untold)} of those asked for, of which nobody can tell any more:`, untold, true);
  await tell(`${gone(besides)} besides those asked for:`, besides, false);
  await tell(
    `${counted(remaining.length, 'finding')} of those asked for remain${remaining.length === 1 ? 's' : ''}:`,
    remaining,
    true,
  );
  await tell(`NEW: ${counted(fresh.length, 'finding')} that the edits brought:`, fresh, true);
  return isGood;
}
