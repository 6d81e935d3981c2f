import type { Hop } from '../analyses/transport/result.js';
import type { Architecture, Element, ElementId, Flow, FlowId } from '../graph/architecture.js';
import { checkReport } from './check-report.js';
import type { Evidence, Finding, Severity, Subject } from './finding.js';
import { findingEdits } from './finding-edits.js';
import { fingerprint } from './fingerprint.js';
import type { EvidenceGiven, Messages, Report, Rule } from './rule.js';
import type { Say } from './say.js';

/** What a rule reported, as a finding. The handle comes when all are known. */
export function makeFinding(
  model: Architecture,
  say: Say,
  rule: Rule,
  severity: Severity | undefined,
  given: Report<Messages>,
): Finding {
  const text = checkReport(rule, given);
  const subjects = subjectsOf(given.at);
  const [first] = subjects;
  const ids = (given.fingerprint ?? subjects).map(({ id }) => id);
  const { discriminator } = given;
  const print = fingerprint(model, rule.id, ids, discriminator);
  const position = given.position ?? first?.at ?? model.at;
  return {
    rule: rule.id,
    severity: severity ?? given.severity ?? rule.severity,
    ...(first && (isFlow(first) ? { flow: first.id } : { element: first.id })),
    ...(subjects.length > 0 && { subjects: elementsAbout(subjects) }),
    message: say(text, given.data ?? {}),
    impact: given.impact ?? rule.impact,
    remedy: given.remedy ?? rule.remedy,
    references: rule.references,
    evidence: evidenceOf(model, subjects, given.evidence),
    fingerprint: print,
    identity: { ids, ...(discriminator !== undefined && { discriminator }) },
    handle: print,
    ...(position && { at: position }),
    ...(given.fix && given.fix.length > 0 && { fix: findingEdits(given.fix) }),
  };
}

export function isFlow(subject: Subject): subject is Flow {
  return 'verb' in subject;
}

function subjectsOf(at: Subject | readonly Subject[] | undefined): readonly Subject[] {
  if (at === undefined) return [];
  return isList(at) ? at : [at];
}

function isList(at: Subject | readonly Subject[]): at is readonly Subject[] {
  return Array.isArray(at);
}

/** A flow is what its source does: that is where it is accepted. */
function elementsAbout(subjects: readonly Subject[]): readonly string[] {
  return [...new Set(subjects.map((subject) => (isFlow(subject) ? subject.from : subject.id)))];
}

function evidenceOf(model: Architecture, subjects: readonly Subject[], given: EvidenceGiven = {}): Evidence {
  const { elements = [], flows = [] } = isHops(given) ? alongHops(given) : given;
  // A way through a large model has thousands of flows: no lists are made between.
  const [shown, travelled] = [new Set<ElementId>(), new Set<FlowId>()];
  for (const subject of subjects) {
    if (!isFlow(subject)) shown.add(subject.id);
    else {
      addEnds(model, subject, shown);
      travelled.add(subject.id);
    }
  }
  for (const { id } of elements) shown.add(id);
  for (const flow of flows) {
    addEnds(model, flow, shown);
    travelled.add(flow.id);
  }
  return { elements: [...shown], flows: [...travelled] };
}

function isHops(given: EvidenceGiven): given is readonly Hop[] {
  return Array.isArray(given);
}

function alongHops(hops: readonly Hop[]): { readonly elements: readonly Element[]; readonly flows: readonly Flow[] } {
  return { elements: hops.flatMap(({ from, to }) => [from, to]), flows: hops.map(({ flow }) => flow) };
}

function addEnds({ numberById }: Architecture, { from, to }: Flow, shown: Set<ElementId>): void {
  if (numberById.has(from)) shown.add(from);
  if (numberById.has(to)) shown.add(to);
}
