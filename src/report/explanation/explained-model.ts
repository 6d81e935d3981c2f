import { type Analyses, analysesOf } from '../../analyses/analyses-of.js';
import type { Audit } from '../../audit/finding.js';
import { namesIn } from '../document/names.js';
import type { Telling } from '../document/telling.js';
import { type FailureGround, failureGround } from '../failure/failure-ground.js';

/** An audited model of which something is explained. */
export interface ExplainedModel {
  readonly ground: FailureGround;
  readonly analyses: Analyses;
  readonly telling: Telling;
}

export function explainedModel(audit: Audit): ExplainedModel {
  const ground = failureGround(audit);
  const analyses = analysesOf(audit.model, { faults: ground.faults });
  const { faults, transport, network, load } = analyses;
  const telling = { audit, names: namesIn(audit.model), faults, transport, network, load, pictures: [] };
  return { ground, analyses, telling };
}
