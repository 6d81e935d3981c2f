import type { Audit } from '../../audit/finding.js';
import type { Comparison } from '../../diff/compare-sides.js';
import type { ToldGate } from '../gate/told-gate.js';
import { type Chapter, storiesOf, type ToldModel } from './story.js';
import { verdictOf } from './verdict.js';

/** A comparison as it is told, in whatever format. */
export interface ToldChange {
  readonly models: readonly ToldModel[];
  /** One sentence of the whole. */
  readonly verdict: string;
  /** The chapter that the verdict is about; left out: nothing changed. */
  readonly tone?: Chapter;
  /** Models of which nobody can say what became of them. */
  readonly asides: readonly string[];
  readonly comparison: Comparison;
  readonly since: string;
  /** Left out: nobody asked whether it may pass. */
  readonly gate?: ToldGate;
}

/** `since`: what the base is called. What a gate refuses is told in full, also of models that may not be new. */
export function toldChange(comparison: Comparison, since: string, gate?: ToldGate): ToldChange {
  const models = storiesOf(comparison, gate ? comparison.unpaired.head : []);
  const told = { models, ...verdictOf(models, comparison), asides: asidesOf(comparison), comparison, since };
  return gate ? { ...told, gate } : told;
}

/** `Shop`, `Shop (staging)`. */
export function titleOf({ model: { name, facts } }: Audit): string {
  return facts.environment === undefined ? name : `${name} (${facts.environment})`;
}

function asidesOf({ unpaired: { base, head } }: Comparison): readonly string[] {
  const told = (audits: readonly Audit[], became: string, side: string) =>
    audits.map(
      (audit) => `Whether '${titleOf(audit)}' ${became} nobody can say, as not all of the ${side} could be read.`,
    );
  return [...told(base, 'is gone', 'head'), ...told(head, 'is new', 'base')];
}
