import type { GateLimits } from '../../diff/gate/gate-limits.js';
import type { GateVerdict, Refused } from '../../diff/gate/judge-comparison.js';
import type { Problem } from '../../graph/problem.js';
import type { ToldChange } from '../change/told-change.js';
import { modelHead } from './audit-to-json.js';
import { exposureDocument, objectiveDocument, weakeningDocument } from './change-parts.js';
import {
  changeDocument,
  findingDocuments,
  journeyDocument,
  pointDocument,
  worsenedDocuments,
} from './change-to-json.js';
import type { GateDocument } from './gate-schema.js';

interface GateOptions {
  readonly verdict: GateVerdict;
  readonly problems: readonly Problem[];
}

/** What the gate says as JSON for programs, as `gateJsonSchema` describes it. */
export function gateToJson({ comparison, since, gate }: ToldChange, { verdict, problems }: GateOptions): string {
  const document: GateDocument = {
    format: 'stanchion-gate',
    version: 1,
    passes: verdict.passes && problems.length === 0,
    verdict: gate?.sentence ?? '',
    limits: limitsDocument(verdict.limits),
    refused: verdict.refused.map(refusedDocument),
    newSinglePoints: verdict.newSinglePoints,
    notes: [...(gate?.notes ?? []), ...(gate?.hints ?? [])],
    problems: problems.map(({ file, line, message }) => ({ file, line, message })),
    change: changeDocument(comparison, since),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function limitsDocument({ failOnRules, ...limits }: GateLimits): GateDocument['limits'] {
  return { ...limits, rules: Object.fromEntries(failOnRules) };
}

function refusedDocument(refused: Refused): GateDocument['refused'][number] {
  const { audit, became, fresh, worsened, broken, objectives, exposure, singlePoints, weakened } = refused;
  return {
    model: modelHead(audit.model),
    became,
    new: findingDocuments(audit, fresh),
    worsened: worsenedDocuments(audit, worsened),
    broken: broken.map(journeyDocument),
    objectives: objectives.map(objectiveDocument),
    exposure: exposure.map(exposureDocument),
    singlePoints: singlePoints.map(pointDocument),
    weakened: weakened.map(weakeningDocument),
  };
}
