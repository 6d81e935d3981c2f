import type { Audit } from '../../audit/finding.js';
import type { Comparison } from '../../diff/compare-sides.js';
import type { GateVerdict, Refused } from '../../diff/gate/judge-comparison.js';
import type { Problem } from '../../graph/problem.js';
import { objectiveStatement } from '../change/availability-story.js';
import { exposureStatement } from '../change/exposure-story.js';
import { brokenStatement, singlePointStatement } from '../change/failure-story.js';
import { type BothNamings, namingOf } from '../change/ground.js';
import { freshStatements, type Statement, worsenedStatements } from '../change/story.js';
import { weakenedStatements } from '../change/weakened-story.js';
import { modelLabel } from '../model-label.js';
import { gateSentence } from './gate-sentence.js';
import { hintsFor } from './hints.js';

/** What the gate says of a change, in whatever format. */
export interface ToldGate {
  readonly passes: boolean;
  /** One sentence: what is refused, or what is not. */
  readonly sentence: string;
  /** What of the head could not be read. */
  readonly problems: readonly Problem[];
  /** Why, model by model. */
  readonly refused: readonly RefusedModel[];
  /** How each sort of it is let pass on purpose. */
  readonly hints: readonly string[];
  /** How the base was read, and by whose rules. */
  readonly notes: readonly string[];
}

export interface RefusedModel {
  readonly audit: Audit;
  readonly statements: readonly Statement[];
  /** What the model is called, to stand before each; left out where nobody could take it for another's. */
  readonly label?: string;
}

interface Circumstances {
  readonly notes: readonly string[];
  /** What of the head could not be read: nothing passes of which not all is known. */
  readonly problems: readonly Problem[];
}

export function toldGate(verdict: GateVerdict, comparison: Comparison, { notes, problems }: Circumstances): ToldGate {
  return {
    passes: verdict.passes && problems.length === 0,
    sentence: gateSentence(verdict, problems.length > 0),
    problems,
    refused: verdict.refused.map((refused) => ({
      audit: refused.audit,
      statements: statementsOf(refused, namingsOf(refused.audit, comparison)),
      ...(verdict.refused.length > 1 && refused.became !== 'deleted' && { label: modelLabel(refused.audit.model) }),
    })),
    hints: hintsFor(verdict),
    notes,
  };
}

function statementsOf(refused: Refused, ground: BothNamings): readonly Statement[] {
  const { audit, fresh, worsened, weakened, objectives, exposure, broken, singlePoints, became } = refused;
  if (became === 'deleted') return [{ tag: 'model', text: `The model '${modelLabel(audit.model)}' is gone.` }];
  return [
    ...freshStatements(audit, fresh),
    ...worsenedStatements(audit, worsened),
    ...broken.map((journey) => brokenStatement(journey, ground.head)),
    ...objectives.map((one) => objectiveStatement(one, ground.head)),
    ...exposure.map((one) => exposureStatement(one, ground, became !== 'incomparable')),
    ...singlePoints.map((point) => singlePointStatement(point, ground.head)),
    ...weakenedStatements(weakened, ground),
  ];
}

function namingsOf({ model }: Audit, { changed }: Comparison): BothNamings {
  const head = namingOf(model);
  const change = changed.find((one) => one.head.model === model);
  return { head, base: change ? namingOf(change.base.model) : head };
}
