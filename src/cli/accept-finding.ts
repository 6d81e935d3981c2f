import type { FindingEdit } from '../audit/edit.js';
import type { Finding } from '../audit/finding.js';
import { visible } from '../report/terminal/visible.js';
import { type AuditedModels, auditModels } from './audit-models.js';
import { chooseModels } from './choose-models.js';
import type { ExitCode, Request } from './command.js';
import { editModels, keyOf, writeAndAudit } from './edit-models.js';
import { checkFinding, type FoundFinding, theFinding } from './find-finding.js';
import { Misuse } from './misuse.js';
import { tellEdits, tellFindings } from './tell-edits.js';
import { chooseToday } from './today.js';

export interface Reason {
  readonly because: string;
  readonly until?: string;
  readonly by?: string;
}

/** Writes that a finding is accepted, on each element it is about or else on the whole model. */
export async function acceptFinding(typed: string, reason: Reason, request: Request): Promise<ExitCode> {
  const { stdout } = request.surroundings;
  checkFinding(typed, 'accept');
  const audited = await auditModels(request, chooseToday(request.value('today'), request.surroundings));
  audited.progress.wipe();
  if (audited.audits.length === 0 && audited.hasProblems) return 2;
  const found = theFinding(typed, chooseModels(audited.audits, request));
  const { finding } = found;
  if (audited.project.rules.find(({ id }) => id === finding.rule)?.runsLast) {
    throw new Misuse(`What '${finding.rule}' finds cannot be accepted.`, finding.remedy);
  }
  if (finding.accepted) {
    stdout.write(visible(`${finding.handle} is accepted already: ${finding.accepted.because}\n`));
    return audited.hasProblems ? 2 : 0;
  }
  const code = await writeAcceptance(found, reason, audited, request);
  return audited.hasProblems ? 2 : code;
}

async function writeAcceptance(
  { audit, finding }: FoundFinding,
  reason: Reason,
  audited: AuditedModels,
  request: Request,
): Promise<ExitCode> {
  const { stdout } = request.surroundings;
  const edited = await editModels([{ audit, finding, edits: acceptances(finding, reason) }], audited, request);
  stdout.write(await tellEdits(edited, request));
  const isWhole = edited.findings.every(({ outcomes }) => outcomes.every(({ outcome }) => outcome !== 'refused'));
  // Accepted on some of its elements only it would still be a finding, and the others' acceptance of no use.
  if (!isWhole || edited.files.length === 0 || request.has('dry-run')) {
    stdout.write(isWhole ? 'Nothing was written: this is what would be.\n' : 'Nothing was written.\n');
    return isWhole ? 0 : 1;
  }
  const after = await writeAndAudit(edited.files, audited, request);
  const same = after?.audits.find((one) => keyOf(one) === keyOf(audit));
  if (!after || !same) {
    stdout.write('Nothing was written: the edited model does not load.\n');
    return 1;
  }
  const isAccepted = same.accepted.some(({ fingerprint }) => fingerprint === finding.fingerprint);
  const known = new Set([...audit.findings, ...audit.accepted].map(({ fingerprint }) => fingerprint));
  const fresh = same.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  stdout.write('\n');
  stdout.write(visible(isAccepted ? `Accepted: ${finding.message}\n` : `It is still a finding: ${finding.message}\n`));
  if (fresh.length > 0) stdout.write(await tellFindings('NEW, brought by the edit:', fresh, true, request));
  return isAccepted ? 0 : 1;
}

function acceptances({ rule, subjects = [] }: Finding, { because, until, by }: Reason): readonly FindingEdit[] {
  const acceptance = { rule, because, ...(until && { until }), ...(by && { by }) };
  if (subjects.length === 0) return [{ on: { model: true }, call: 'accepts', args: [acceptance] }];
  return subjects.map((element) => ({ on: { element }, call: 'accepts', args: [acceptance] }));
}
