import type { Finding } from '../audit/finding.js';
import type { Journey, Waiver } from '../graph/architecture.js';
import type { AnalysesDiff } from './diff-analyses.js';
import type { AvailabilityChange } from './diff-availability.js';
import type { ExposureChange } from './diff-exposure.js';
import type { FindingsDiff } from './diff-findings.js';
import type { LoadChange } from './diff-load.js';
import type { ModelDiff } from './model-diff.js';
import type { UntoldFact } from './untold-facts.js';

/** What a model says, asks or lets be told less than before. It looks like an improvement, and is none. */
export type Weakening =
  /** Of the base: its rule waits now for a fact that was told, or broke. */
  | { readonly sort: 'finding'; readonly finding: Finding; readonly hasBroken?: true }
  /** Of the head: found, or severer, if its elements were in the scopes of the base. */
  | { readonly sort: 'exempt'; readonly finding: Finding }
  /** A rule that was content waits now for a fact that was told. */
  | { readonly sort: 'fact'; readonly fact: UntoldFact }
  /** Of the base; `objective`: what is asked now, left out where nothing is. */
  | { readonly sort: 'objective'; readonly journey: Journey; readonly objective?: number }
  /** The model no longer claims to tell all of it. */
  | { readonly sort: 'complete'; readonly aspect: string }
  /** `wasUntil`: it was there, and counts longer now than it did until then. */
  | { readonly sort: 'waiver'; readonly waiver: Waiver; readonly wasUntil?: string }
  /** Elements on which a journey hangs no longer tell how often they fail. */
  | { readonly sort: 'availability'; readonly change: AvailabilityChange }
  | { readonly sort: 'exposure'; readonly change: ExposureChange }
  | { readonly sort: 'load'; readonly change: LoadChange };

export const weakeningSorts = [
  'finding',
  'exempt',
  'fact',
  'objective',
  'complete',
  'waiver',
  'availability',
  'exposure',
  'load',
] as const;

export function listWeakened(
  diff: ModelDiff,
  { untold, head }: FindingsDiff,
  analyses: AnalysesDiff,
  facts: readonly UntoldFact[],
  exempt: readonly Finding[] = [],
): readonly Weakening[] {
  const { availability, exposure, load } = analyses;
  return [
    ...untold.map((finding) => ({
      sort: 'finding' as const,
      finding,
      ...(head.broken?.includes(finding.rule) && { hasBroken: true as const }),
    })),
    ...exempt.map((finding) => ({ sort: 'exempt' as const, finding })),
    ...facts.map((fact) => ({ sort: 'fact' as const, fact })),
    ...loweredObjectives(diff),
    ...droppedAspects(diff).map((aspect) => ({ sort: 'complete' as const, aspect })),
    ...newWaivers(diff),
    ...availability
      .filter(({ silenced }) => silenced.length > 0)
      .map((change) => ({ sort: 'availability' as const, change })),
    ...exposure.filter(({ became }) => became === 'untold').map((change) => ({ sort: 'exposure' as const, change })),
    ...load.filter(({ became }) => became === 'untold').map((change) => ({ sort: 'load' as const, change })),
  ];
}

function loweredObjectives({ journeys: { removed, changed } }: ModelDiff): readonly Weakening[] {
  return [...removed.map((before) => ({ before, after: undefined })), ...changed].flatMap(({ before, after }) => {
    const [was, is] = [before.objective, after?.objective];
    if (was === undefined || (is !== undefined && is >= was)) return [];
    return [{ sort: 'objective' as const, journey: before, ...(is !== undefined && { objective: is }) }];
  });
}

function droppedAspects({ facts }: ModelDiff): readonly string[] {
  const change = facts.find(({ path }) => path === 'complete');
  const [before, after] = [textsOf(change?.before), new Set(textsOf(change?.after))];
  return before.filter((aspect) => !after.has(aspect));
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function newWaivers({ waivers: { added, changed } }: ModelDiff): readonly Weakening[] {
  const longer = changed.filter(
    ({ before, after }) => before.until !== undefined && (after.until === undefined || after.until > before.until),
  );
  return [
    ...added.map((waiver) => ({ sort: 'waiver' as const, waiver })),
    ...longer.map(({ before, after }) => ({ sort: 'waiver' as const, waiver: after, wasUntil: before.until! })),
  ];
}
