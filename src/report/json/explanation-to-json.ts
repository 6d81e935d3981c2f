import type { Finding } from '../../audit/finding.js';
import type { Flow } from '../../graph/architecture.js';
import type { ElementExplanation } from '../explanation/element-explanation.js';
import type { ExplainedModel } from '../explanation/explained-model.js';
import { evidenceSteps, waiverLine } from '../explanation/finding-evidence.js';
import { findingMarks } from '../finding-marks.js';
import { findingDocument, modelHead } from './audit-to-json.js';
import type {
  ElementDocument,
  ExplainedFindingDocument,
  ExplanationDocument,
  FlowDocument,
} from './explanation-schema.js';
import { scenarioDocument } from './simulation-to-json.js';
import { hopDocument, stepDocument } from './step-document.js';

const head = { format: 'stanchion-explanation', version: 1 } as const;

export { ruleInModelDocument } from './rule-in-model-document.js';

/** An explanation as JSON, as `explanationJsonSchema` describes it. */
export function explanationToJson(document: ExplanationDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

export function elementDocument(explanation: ElementExplanation): ElementDocument {
  const { explained, exposure, wayFromUser, waysToStores, neededBy, needs } = explanation;
  const { audit, model } = explained.ground;
  const marks = findingMarks(audit);
  const told = (finding: Finding) => findingDocument(finding, marks.get(finding) ?? '');
  const hops = (flows: readonly Flow[]) => flows.map((flow) => hopDocument(flow, explained));
  return {
    ...head,
    subject: 'element',
    model: modelHead(model),
    element: ownFacts(explanation),
    wayFromUser: wayFromUser?.map((step) => stepDocument(step, explained)) ?? null,
    waysToStores: waysToStores.map((way) => way.map((step) => stepDocument(step, explained))),
    neededBy: hops(neededBy),
    needs: hops(needs),
    canFail: explanation.canFail,
    failure: scenarioDocument(explanation.failure),
    exposure: exposure
      ? {
          passage: exposure.passage,
          guards: exposure.guards.map(({ id }) => id),
          openListeners: [...exposure.openListeners],
          limitedTo: [...(exposure.limitedTo ?? [])],
          entries: hops(exposure.entries),
        }
      : null,
    findings: explanation.findings.map(told),
    findingsInside: explanation.findingsInside.map(({ handle }) => handle),
    accepted: explanation.accepted.map(told),
    untold: explanation.untold.map(({ fact, wanted }) => ({ fact, wanted })),
  };
}

function ownFacts({
  element,
  role,
  why,
  whyIsOwn,
  places,
  inside,
  holders,
}: ElementExplanation): ElementDocument['element'] {
  const { id, kind, name, tier, facts, at } = element;
  return {
    id,
    kind,
    name,
    tier,
    owner: facts.owner,
    at,
    role,
    why,
    whyFrom: whyIsOwn ? 'model' : 'kind',
    places: places.map((place) => place.id),
    inside: inside.map((one) => one.id),
    holders: holders.map((holder) => holder.id),
  };
}

export function explainedFindingDocument(finding: Finding, explained: ExplainedModel): ExplainedFindingDocument {
  const { audit, model } = explained.ground;
  const { steps, aside } = evidenceSteps(finding, model);
  return {
    ...head,
    subject: 'finding',
    model: modelHead(model),
    finding: findingDocument(finding, findingMarks(audit).get(finding) ?? ''),
    path: steps.map((step) => stepDocument(step, explained)),
    concerned: aside.map(({ id }) => id),
    waiver: waiverLine(finding, model),
  };
}

export function flowDocument(flow: Flow, explained: ExplainedModel): FlowDocument {
  const { audit, model } = explained.ground;
  const shown = [...audit.findings, ...audit.accepted].filter(
    (finding) => finding.flow === flow.id || finding.evidence.flows.includes(flow.id),
  );
  return {
    ...head,
    subject: 'flow',
    model: modelHead(model),
    flow: hopDocument(flow, explained),
    findings: shown.map(({ handle }) => handle),
  };
}
