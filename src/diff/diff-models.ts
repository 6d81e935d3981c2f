import type { Architecture, Journey, Waiver } from '../graph/architecture.js';
import { canonical } from './canonical.js';
import { compareFacts } from './compare-facts.js';
import { diffElements } from './diff-elements.js';
import { diffFlows, matchFlows } from './diff-flows.js';
import { diffPools } from './diff-pools.js';
import { matchElements } from './match-elements.js';
import { matchItems } from './match-items.js';
import type { Difference, ModelDiff } from './model-diff.js';
import { type ToHead, translatorOf } from './translate-ids.js';

/** What makes `head` of `base`: what was added, removed, changed fact by fact, moved and renamed. */
export function diffModels(base: Architecture, head: Architecture): ModelDiff {
  const ids = matchElements(base, head);
  const toHead = translatorOf(ids);
  const flows = matchFlows(base, head, toHead);
  const [said, saidNow] = [
    { name: base.name, ...base.facts },
    { name: head.name, ...head.facts },
  ];
  return {
    facts: compareFacts(said, said, saidNow),
    elements: diffElements(base, head, ids),
    flows: diffFlows(flows, toHead),
    pools: diffPools(base, head, flows, toHead),
    journeys: diffJourneys(base, head, toHead),
    waivers: diffWaivers(base, head, toHead),
    toHead: ids,
    flowsToHead: new Map(flows.pairs.map(({ before, after }) => [before.id, after.id])),
  };
}

/** Whether two models say the same. */
export function isSame({ facts, elements, flows, pools, journeys, waivers }: ModelDiff): boolean {
  const parts: readonly Difference<unknown>[] = [elements, flows, pools, journeys, waivers];
  return (
    facts.length === 0 &&
    parts.every(({ added, removed, changed }) => !added.length && !removed.length && !changed.length)
  );
}

/** The same by name, else by what somebody comes for. */
function diffJourneys(base: Architecture, head: Architecture, toHead: ToHead): Difference<Journey> {
  const translated = (journey: Journey) => ({ ...journey, from: toHead(journey.from), to: toHead(journey.to) });
  const aim = ({ from, to, mode }: Journey) => canonical([from, to, mode]);
  const { pairs, added, removed } = matchItems(base.journeys, head.journeys, [
    { ofBase: ({ id }) => id, ofHead: ({ id }) => id },
    { ofBase: (journey) => aim(translated(journey)), ofHead: aim },
  ]);
  const said = ({ name, from, to, mode, objective }: Journey) => ({ name, from, to, mode, objective });
  const changed = pairs.flatMap(({ before, after }) => {
    const facts = compareFacts(said(before), said(translated(before)), said(after));
    return facts.length === 0 ? [] : [{ before, after, facts }];
  });
  return { added, removed, changed };
}

/** The same by rule and element; of several such, first those that say the same. */
function diffWaivers(base: Architecture, head: Architecture, toHead: ToHead): Difference<Waiver> {
  const about = ({ rule, element }: Waiver, called: ToHead) => [rule, element === undefined ? '' : called(element)];
  const same: ToHead = (id) => id;
  const said = ({ because, until, by }: Waiver) => ({ because, until, by });
  const levels = [(waiver: Waiver) => said(waiver), () => undefined].map((more) => ({
    ofBase: (waiver: Waiver) => canonical([about(waiver, toHead), more(waiver)]),
    ofHead: (waiver: Waiver) => canonical([about(waiver, same), more(waiver)]),
    inOrder: true,
  }));
  const { pairs, added, removed } = matchItems(base.waivers, head.waivers, levels);
  const changed = pairs.flatMap(({ before, after }) => {
    const facts = compareFacts(said(before), said(before), said(after));
    return facts.length === 0 ? [] : [{ before, after, facts }];
  });
  return { added, removed, changed };
}
