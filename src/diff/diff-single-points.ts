import type { AnalysedJourney, Faults, SinglePoint } from '../analyses/faults/result.js';
import type { ElementId } from '../graph/architecture.js';
import type { Matched } from './match-items.js';
import type { ModelDiff } from './model-diff.js';
import { translatorOf } from './translate-ids.js';

export interface SinglePointsDiff {
  /** Of the head: what alone breaks something, and did not before. */
  readonly fresh: readonly SinglePoint[];
  /** Of the head: what alone broke something before, and breaks further journeys now that there were before, too. */
  readonly wider: readonly { readonly point: SinglePoint; readonly journeys: readonly AnalysedJourney[] }[];
  /** Of the base: nothing breaks by it alone any more, and some journey that did is still there and works. */
  readonly gone: readonly SinglePoint[];
  /** Of the base: not one any more, since what it broke is no longer asked for, or does not work at all. Not mended. */
  readonly unasked: readonly SinglePoint[];
}

type Broken = ReadonlyMap<ElementId, ReadonlySet<AnalysedJourney>>;

/** Compares what alone breaks journeys, element by element: how causes are grouped says nothing. */
export function diffSinglePoints(
  base: Faults,
  head: Faults,
  { pairs }: Matched<AnalysedJourney>,
  diff: ModelDiff,
): SinglePointsDiff {
  const toHead = translatorOf(diff.toHead);
  const [before, after] = [brokenBy(base), brokenBy(head)];
  const known = new Map([...before].map(([id, lost]) => [toHead(id), lost]));
  const [toBase, now] = [
    new Map(pairs.map((pair) => [pair.after, pair.before])),
    new Map(pairs.map((pair) => [pair.before, pair.after])),
  ];
  const wider = head.singlePoints.flatMap((point) => {
    const lost = known.get(point.root.id);
    const more = point.journeys.filter((journey) => {
      const earlier = toBase.get(journey);
      return earlier && earlier.state !== 'broken' && !lost?.has(earlier);
    });
    return lost && more.length > 0 ? [{ point, journeys: more }] : [];
  });
  const left = base.singlePoints.filter(({ root }) => !after.has(toHead(root.id)));
  const isMended = ({ journeys }: SinglePoint) =>
    journeys.some((journey) => (now.get(journey) ?? { state: 'broken' }).state !== 'broken');
  return {
    fresh: head.singlePoints.filter(({ root }) => !known.has(root.id)),
    wider,
    gone: left.filter(isMended),
    unasked: left.filter((point) => !isMended(point)),
  };
}

function brokenBy(faults: Faults): Broken {
  const broken = new Map<ElementId, Set<AnalysedJourney>>();
  for (const journey of faults.journeys) {
    for (const { id } of faults.singlePointsOf(journey)) {
      const lost = broken.get(id) ?? new Set();
      broken.set(id, lost.add(journey));
    }
  }
  return broken;
}
