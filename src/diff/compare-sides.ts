import { analysesOf } from '../analyses/analyses-of.js';
import type { Audit } from '../audit/finding.js';
import { type AuditModel, askAgain } from './asked-again.js';
import { type AnalysesDiff, diffAnalyses } from './diff-analyses.js';
import { type ExposureChange, openedBy } from './diff-exposure.js';
import { diffFindings, type FindingsDiff } from './diff-findings.js';
import { diffModels, isSame } from './diff-models.js';
import { missedObjectives, type ObjectiveChange } from './diff-objectives.js';
import { type AuditScopedAs, exempted, heldIn, scopedAsIn } from './exempted.js';
import { matchJourneys } from './match-journeys.js';
import type { ModelDiff } from './model-diff.js';
import { pairAudits, type Side } from './pair-audits.js';
import { untoldFacts } from './untold-facts.js';
import { listWeakened, type Weakening } from './weakened.js';

/** What a change made of one model. */
export interface ModelChange {
  readonly base: Audit;
  readonly head: Audit;
  readonly diff: ModelDiff;
  readonly findings: FindingsDiff;
  readonly analyses: AnalysesDiff;
  /** What can no longer be told, is no longer asked or is now accepted: never an improvement. */
  readonly weakened: readonly Weakening[];
}

/** A model that the base does not have: all of its findings are new. */
export interface NewModel {
  readonly head: Audit;
  /** Objectives that it misses from the start. */
  readonly objectives: readonly ObjectiveChange[];
  /** What the internet reaches of it. */
  readonly exposure: readonly ExposureChange[];
  /** What it accepts from the start. */
  readonly weakened: readonly Weakening[];
}

/** What a change made of all models. Each list in the order of its side, pairs in that of the head. */
export interface Comparison {
  readonly changed: readonly ModelChange[];
  readonly unchanged: readonly { readonly base: Audit; readonly head: Audit }[];
  /** Of the head: the base does not have them. */
  readonly added: readonly NewModel[];
  /** Of the base: the head does not have them. That counts as weakened. */
  readonly deleted: readonly Audit[];
  /** On one side only, while not all of the other could be read: nobody can say whether they came or went. */
  readonly unpaired: { readonly base: readonly Audit[]; readonly head: readonly Audit[] };
}

export interface CompareOptions {
  /** Each side is one model that somebody named: they are compared whatever they are called. */
  readonly areTwo?: boolean;
  /** Audits a model as these were: what facts that are left out would have shown is then known, and told as weakened. */
  readonly auditModel?: AuditModel;
  /** The same in the scopes of the base: what a change puts under an exemption is then told as weakened. */
  readonly auditScopedAs?: AuditScopedAs;
}

/**
 * Compares two lists of audited models, wherever they come from.
 *
 * @throws RangeError where audits are of different days: what ran out in between would look like a change
 */
export function compareSides(base: Side, head: Side, options: CompareOptions = {}): Comparison {
  const { areTwo = false } = options;
  refuseOtherDays([...base.audits, ...head.audits]);
  const { pairs, added, removed } = pairAudits(base, head, areTwo);
  const compared = pairs.map(({ before, after }) => ({
    base: before,
    head: after,
    diff: before === after ? undefined : otherwise(before, after, options),
  }));
  return {
    changed: compared.flatMap(({ base: was, head: is, diff }) => (diff ? [changeOf(was, is, diff, options)] : [])),
    unchanged: compared.flatMap(({ base: was, head: is, diff }) => (diff ? [] : [{ base: was, head: is }])),
    added: base.isWhole ? added.map(newModel) : [],
    deleted: head.isWhole ? removed : [],
    unpaired: { base: head.isWhole ? [] : removed, head: base.isWhole ? [] : added },
  };
}

/** What makes one of the other; undefined where both say the same. */
function otherwise(base: Audit, head: Audit, { auditScopedAs }: CompareOptions): ModelDiff | undefined {
  const diff = diffModels(base.model, head.model);
  if (!isSame(diff)) return diff;
  // What says the same in another file may be in other scopes there.
  const isMoved = base.model.at?.file !== head.model.at?.file;
  return isMoved && exempted(base, head, diff, heldIn(base, head, diff, auditScopedAs)).length > 0 ? diff : undefined;
}

function changeOf(base: Audit, head: Audit, diff: ModelDiff, options: CompareOptions): ModelChange {
  const [before, after] = [analysesOf(base.model), analysesOf(head.model)];
  const { auditModel, auditScopedAs } = options;
  const held = heldIn(base, head, diff, auditScopedAs);
  const exempt = exempted(base, head, diff, held);
  // What is left out is asked for in the scopes of the base, too: an exemption would keep its rule from waiting for it.
  const scopedAs = scopedAsIn(base, diff);
  const inScopes: AuditModel | undefined =
    auditModel && ((model) => (held && auditScopedAs?.(model, scopedAs)) ?? auditModel(model));
  const asked = held ?? head;
  const again = askAgain(base, asked, diff, inScopes);
  const findings = diffFindings(base, head, diff, again?.audit, exempt, asked);
  const facts = untoldFacts(base, asked, diff, findings.untold, again);
  const journeys = matchJourneys(before.faults, after.faults, diff);
  const analyses = diffAnalyses(before, after, journeys, diff);
  return { base, head, diff, findings, analyses, weakened: listWeakened(diff, findings, analyses, facts, exempt) };
}

/** A model of which nothing was there before. */
export function newModel(head: Audit): NewModel {
  const { faults, network } = analysesOf(head.model);
  const weakened = head.model.waivers.map((waiver) => ({ sort: 'waiver' as const, waiver }));
  return { head, objectives: missedObjectives(faults), exposure: openedBy(network), weakened };
}

function refuseOtherDays(audits: readonly Audit[]): void {
  const days = [...new Set(audits.map(({ today }) => today))].sort();
  if (days.length > 1) throw new RangeError(`Audits of one day are compared, and these are of ${days.join(' and ')}.`);
}
