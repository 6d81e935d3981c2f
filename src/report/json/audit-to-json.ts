import type { FindingEdit } from '../../audit/edit.js';
import type { Audit, Finding } from '../../audit/finding.js';
import type { Architecture } from '../../graph/architecture.js';
import { findingMarks } from '../finding-marks.js';
import { rankMissing } from '../rank-missing.js';
import type { AuditsDocument } from './audit-schema.js';

type AuditDocument = AuditsDocument['audits'][number];
export type FindingDocument = AuditDocument['findings'][number];

/** The audits as JSON for programs, as `auditJsonSchema` describes it. */
export function auditToJson(audits: readonly Audit[]): string {
  const document: AuditsDocument = { format: 'stanchion-audit', version: 1, audits: audits.map(toDocument) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toDocument(audit: Audit): AuditDocument {
  const { model, today, completeness } = audit;
  const marks = findingMarks(audit);
  const told = (finding: Finding) => findingDocument(finding, marks.get(finding) ?? '');
  return {
    model: modelHead(model),
    today,
    findings: audit.findings.map(told),
    accepted: audit.accepted.map(told),
    ...(audit.baselined && {
      baselined: audit.baselined.map((finding) => ({ ...told(finding), inBaseline: true as const })),
    }),
    missing: rankMissing(audit.missing).map(({ fact, wanted, rules, elements, flows }) => ({
      fact,
      wanted,
      rules: [...rules],
      elements: [...elements],
      flows: [...flows],
    })),
    outcomes: [...audit.outcomes],
    completeness,
    assumptions: [...audit.assumptions],
  };
}

/** Which model a document is about. */
export function modelHead({ name, facts, at }: Architecture): AuditDocument['model'] {
  return { name, environment: facts.environment, file: at?.file };
}

/** Every field by name: what a finding carries inside the program is not all for the outside. */
export function findingDocument(finding: Finding, mark: string): FindingDocument {
  const { rule, severity, element, flow, message, impact, remedy, fingerprint, handle, at, fix, accepted } = finding;
  return {
    rule,
    severity,
    mark,
    element,
    flow,
    message,
    impact,
    remedy,
    references: [...finding.references],
    evidence: { elements: [...finding.evidence.elements], flows: [...finding.evidence.flows] },
    fingerprint,
    handle,
    at,
    ...(fix && fix.length > 0 && { fix: fix.map(editDocument) }),
    accepted: accepted && { because: accepted.because, until: accepted.until, by: accepted.by, at: accepted.at },
  };
}

/** An edit as it is, in lists that may be changed. */
function editDocument(edit: FindingEdit): NonNullable<FindingDocument['fix']>[number] {
  if ('remove' in edit) return { remove: edit.remove };
  if ('call' in edit) return { on: edit.on, call: edit.call, args: [...edit.args] };
  const { on, set, unset, listener } = edit;
  return { on, set: { ...set }, ...(unset && { unset: [...unset] }), ...(listener !== undefined && { listener }) };
}
