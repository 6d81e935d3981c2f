import type { Audit, Finding } from '../../audit/finding.js';
import { severityLetters } from '../../audit/severity-letters.js';
import type { AuditsDocument } from './audit-schema.js';

type AuditDocument = AuditsDocument['audits'][number];
type FindingDocument = AuditDocument['findings'][number];

/** The audits as JSON for programs, as `auditJsonSchema` describes it. */
export function auditToJson(audits: readonly Audit[]): string {
  const document: AuditsDocument = { format: 'stanchion-audit', version: 1, audits: audits.map(toDocument) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toDocument(audit: Audit): AuditDocument {
  const { model, today, completeness } = audit;
  const all = [...audit.findings, ...audit.accepted].map(findingDocument);
  return {
    model: { name: model.name, environment: model.facts.environment, file: model.at?.file },
    today,
    findings: all.slice(0, audit.findings.length),
    accepted: all.slice(audit.findings.length),
    missing: audit.missing.map(({ fact, wanted, rules, elements, flows }) => ({
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

/** Every field by name: what a finding carries inside the program is not all for the outside. */
function findingDocument(finding: Finding, index: number): FindingDocument {
  const { rule, severity, element, flow, message, impact, remedy, fingerprint, handle, at, accepted } = finding;
  return {
    rule,
    severity,
    mark: `${severityLetters[severity]}${index + 1}`,
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
    accepted: accepted && { because: accepted.because, until: accepted.until, by: accepted.by, at: accepted.at },
  };
}
