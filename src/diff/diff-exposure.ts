import { parseBlock } from '../analyses/network/addresses.js';
import type { Network, Reach } from '../analyses/network/result.js';
import { type Standing, standingOf, standings } from '../analyses/network/standing.js';
import { canonical } from './canonical.js';
import { type Level, matchItems } from './match-items.js';
import type { ModelDiff } from './model-diff.js';
import { type ToHead, translatorOf } from './translate-ids.js';

/** A listener that the internet reaches otherwise than before. */
export interface ExposureChange {
  /**
   * `opened` and `closed`: reached by more, or by less, than before. `otherwise`: by others, and neither those before nor those now
   * are part of the other. `untold`: nobody can say any more. `told`: it is said now that it is not reached.
   */
  readonly became: 'opened' | 'closed' | 'otherwise' | 'untold' | 'told';
  /** Left out: it was not there. */
  readonly before?: Reach;
  /** Left out: it is not there any more. */
  readonly after?: Reach;
}

/** What the internet newly reaches, no longer reaches, and of what nobody can say it any more. */
export function diffExposure(base: Network, head: Network, diff: ModelDiff): readonly ExposureChange[] {
  const toHead = translatorOf(diff.toHead);
  const { pairs, added, removed } = matchItems(easiest(base.internet), easiest(head.internet), levels(toHead));
  const partners = new Map(pairs.map(({ before, after }) => [after, before]));
  const isNew = new Set(added);
  const came = easiest(head.internet).flatMap((after) => {
    const before = partners.get(after) ?? undefined;
    return before || isNew.has(after) ? changeOf(before, after, toHead) : [];
  });
  return [...came, ...removed.flatMap((before) => changeOf(before, undefined, toHead))];
}

/** Of a model that was not there: all that the internet reaches. */
export function openedBy(head: Network): readonly ExposureChange[] {
  return easiest(head.internet).flatMap((after) => changeOf(undefined, after, (id) => id));
}

/** By element and name of the listener; a renamed listener by its port; an only one by its element. */
function levels(toHead: ToHead): readonly Level<Reach>[] {
  const keys = [
    ({ element, listener }: Reach, called: ToHead) => canonical([called(element.id), listener?.name]),
    ({ element, listener }: Reach, called: ToHead) =>
      canonical([called(element.id), listener?.protocol, listener?.port]),
    ({ element }: Reach, called: ToHead) => called(element.id),
  ];
  return keys.map((key) => ({
    ofBase: (reach) => key(reach, toHead),
    ofHead: (reach) => key(reach, (id) => id),
  }));
}

/** Of each listener the way by which it is reached most easily. */
function easiest(reaches: readonly Reach[]): readonly Reach[] {
  const best = new Map<string, Reach>();
  for (const reach of reaches) {
    const key = canonical([reach.element.id, reach.listener?.name]);
    const known = best.get(key);
    if (!known || rank(standingOf(reach)) < rank(standingOf(known))) best.set(key, reach);
  }
  return [...best.values()];
}

function rank(standing: Standing): number {
  return standings.indexOf(standing);
}

function changeOf(before: Reach | undefined, after: Reach | undefined, toHead: ToHead): readonly ExposureChange[] {
  const became = verdictOf(before, after, toHead);
  return became ? [{ became, ...(before && { before }), ...(after && { after }) }] : [];
}

function verdictOf(
  before: Reach | undefined,
  after: Reach | undefined,
  toHead: ToHead,
): ExposureChange['became'] | undefined {
  const was = before ? standingOf(before) : 'blocked';
  const is = after ? standingOf(after) : 'blocked';
  if (was === is) return before && after && whoChanged(before, after, toHead);
  // What is new is no loss of what was told, and what is gone was not told to be closed.
  if (is === 'unknown') return before ? 'untold' : undefined;
  if (was === 'unknown' && is === 'blocked') return after ? 'told' : undefined;
  return was === 'unknown' || rank(is) < rank(was) ? 'opened' : 'closed';
}

/** Of a listener that is reached in the same way: whether by more, by less, or by others. */
function whoChanged(before: Reach, after: Reach, toHead: ToHead): 'opened' | 'closed' | 'otherwise' | undefined {
  const [was, is] = [(before.limitedTo ?? []).map(toHead), after.limitedTo ?? []];
  const [exceptWas, exceptIs] = [before.exceptFrom ?? [], after.exceptFrom ?? []];
  const isMore = coverAll(is, was) && coverAll(exceptWas, exceptIs);
  const isLess = coverAll(was, is) && coverAll(exceptIs, exceptWas);
  if (isMore === isLess) return isMore ? undefined : 'otherwise';
  return isMore ? 'opened' : 'closed';
}

/** Whether each is among others, or a block of addresses within one of theirs. */
function coverAll(others: readonly string[], all: readonly string[]): boolean {
  const known = new Set(others);
  const blocks = others.flatMap((text) => parseBlock(text) ?? []);
  return all.every((text) => {
    if (known.has(text)) return true;
    const block = parseBlock(text);
    if (block === undefined) return false;
    return blocks.some(
      ({ family, first, last }) => family === block.family && first <= block.first && block.last <= last,
    );
  });
}
