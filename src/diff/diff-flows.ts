import type { Architecture, Flow } from '../graph/architecture.js';
import { canonical } from './canonical.js';
import { compareFacts } from './compare-facts.js';
import { type Matched, matchItems } from './match-items.js';
import type { Change, Difference } from './model-diff.js';
import { type ToHead, translateFlow } from './translate-ids.js';

/** Flows are the same by their ends, their verb and the listener; of several such, first those that say the same. */
export function matchFlows(base: Architecture, head: Architecture, toHead: ToHead): Matched<Flow> {
  const ends = ({ from, verb, to }: Flow, called: ToHead) => `${called(from)}\n${verb}\n${called(to)}`;
  const listened = (flow: Flow, called: ToHead) => `${ends(flow, called)}\n${flow.listener ?? ''}`;
  const said = (flow: Flow, called: ToHead) => canonical([listened(flow, called), translateFlow(flow, called).facts]);
  const level = (key: (flow: Flow, called: ToHead) => string, inOrder: boolean) => ({
    ofBase: (flow: Flow) => key(flow, toHead),
    ofHead: (flow: Flow) => key(flow, (id) => id),
    inOrder,
  });
  // Most have no other beside them: what they say need not be looked at.
  return matchItems(base.flows, head.flows, [
    level(listened, false),
    level(said, true),
    level(listened, true),
    level(ends, false),
  ]);
}

export function diffFlows({ pairs, added, removed }: Matched<Flow>, toHead: ToHead): Difference<Flow> {
  const changed = pairs.flatMap(({ before, after }): readonly Change<Flow>[] => {
    const listener = ({ listener: name }: Flow) => ({ listener: name });
    const facts = [
      ...compareFacts(listener(before), listener(before), listener(after)),
      ...compareFacts(before.facts, translateFlow(before, toHead).facts, after.facts),
    ];
    return facts.length === 0 ? [] : [{ before, after, facts }];
  });
  return { added, removed, changed };
}
