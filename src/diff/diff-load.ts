import { isOverloaded } from '../analyses/capacity/is-overloaded.js';
import type { ElementLoad, Load } from '../analyses/capacity/result.js';
import type { Element } from '../graph/architecture.js';
import type { ModelDiff } from './model-diff.js';

/** Now, in the single failure that uses it most, when a place is lost; open connections. */
export const loadSituations = ['now', 'worst failure', 'place lost', 'connections'] as const;
export type LoadSituation = (typeof loadSituations)[number];

/** How much of what it takes something gets. */
export interface Use {
  /** 1 is full. */
  readonly utilisation: number;
  /** Nothing that is not told adds to it. */
  readonly isComplete: boolean;
  /** What fails in it, where something does. */
  readonly failed?: Element;
}

export interface LoadChange {
  readonly element: Element;
  readonly situation: LoadSituation;
  /** `above`: newly more than it takes. `within`: not more any more. `otherwise`: another figure on the same side. */
  readonly became: 'above' | 'within' | 'otherwise' | 'untold';
  /** Left out: not told, or the element is new. */
  readonly before?: Use;
  /** Left out: not told any more. */
  readonly after?: Use;
}

/** What is used otherwise than before. Of what is gone nothing is said. */
export function diffLoad(base: Load, head: Load, { elements, toHead }: ModelDiff): readonly LoadChange[] {
  const added = new Set(elements.added.map(({ id }) => id));
  const toBase = new Map([...toHead].map(([before, after]) => [after, before]));
  const known = new Map(base.elements.map((load) => [load.element.id, load]));
  const here = new Map(head.elements.map((load) => [load.element.id, load]));
  const stayed = base.elements.flatMap(({ element }) => toHead.get(element.id) ?? []);
  const ids = new Set([...head.elements.map(({ element }) => element.id), ...stayed]);
  return [...ids].flatMap((id) => {
    const before = added.has(id) ? undefined : known.get(toBase.get(id) ?? '');
    const after = here.get(id);
    return loadSituations.flatMap((situation) => compare(situation, before, after));
  });
}

function compare(
  situation: LoadSituation,
  was: ElementLoad | undefined,
  is: ElementLoad | undefined,
): readonly LoadChange[] {
  const element = (is ?? was)?.element;
  const [before, after] = [was && useOf(was, situation), is && useOf(is, situation)];
  const became = verdictOf(before, after);
  if (!element || !became) return [];
  return [{ element, situation, became, ...(before && { before }), ...(after && { after }) }];
}

/** A figure that is not complete is the least it can be: above the limit that says enough, below it nothing. */
function verdictOf(before: Use | undefined, after: Use | undefined): LoadChange['became'] | undefined {
  const [wasAbove, isAbove] = [isOverloaded(before?.utilisation), isOverloaded(after?.utilisation)];
  if (isAbove && !wasAbove) return 'above';
  if (!after) return before ? 'untold' : undefined;
  if (before?.isComplete && !after.isComplete && !isAbove) return 'untold';
  if (wasAbove && !isAbove) return after.isComplete ? 'within' : 'untold';
  if (!before) return undefined;
  return isApart(before.utilisation, after.utilisation) ? 'otherwise' : undefined;
}

function isApart(left: number, right: number): boolean {
  return left !== right && Math.abs(left - right) > 1e-9 * Math.max(left, right);
}

function useOf({ demand, utilisation, worst, zoneLoss, connections }: ElementLoad, of: LoadSituation): Use | undefined {
  switch (of) {
    case 'now':
      return use(utilisation, demand.isComplete);
    case 'worst failure':
      return worst && use(worst.utilisation, worst.demand.isComplete, worst.failed);
    case 'place lost':
      return zoneLoss && use(zoneLoss.utilisation, zoneLoss.demand.isComplete, zoneLoss.failed);
    case 'connections': {
      const limit = connections?.capacity?.guaranteed;
      return limit ? use(connections!.most / limit, connections!.isComplete) : undefined;
    }
  }
}

function use(utilisation: number | undefined, isComplete: boolean, failed?: Element): Use | undefined {
  return utilisation === undefined ? undefined : { utilisation, isComplete, ...(failed && { failed }) };
}
