import type { Architecture, Flow, Pool } from '../graph/architecture.js';
import { canonical } from './canonical.js';
import { compareFacts } from './compare-facts.js';
import { type Matched, matchItems } from './match-items.js';
import type { Difference } from './model-diff.js';
import type { ToHead } from './translate-ids.js';

/** Pools are the same by a flow that they share, else by whose they are and what for. */
export function diffPools(
  base: Architecture,
  head: Architecture,
  { pairs }: Matched<Flow>,
  toHead: ToHead,
): Difference<Pool> {
  const flowInHead = new Map(pairs.map(({ before, after }) => [before.id, after.id]));
  const [first, firstInHead] = [firstShared(base, flowInHead), firstShared(head)];
  const matched = matchItems(base.pools, head.pools, [
    { ofBase: first, ofHead: firstInHead },
    {
      ofBase: ({ from, verb }) => canonical([toHead(from), verb]),
      ofHead: ({ from, verb }) => canonical([from, verb]),
    },
  ]);
  const changed = matched.pairs.flatMap(({ before, after }) => {
    const translated = { ...before, flows: before.flows.map((id) => flowInHead.get(id) ?? `gone ${id}`) };
    const facts = compareFacts(saidBy(before), saidBy(translated), saidBy(after));
    return facts.length === 0 ? [] : [{ before, after, facts }];
  });
  return { added: matched.added, removed: matched.removed, changed };

  function firstShared({ pools }: Architecture, renamed?: ReadonlyMap<string, string>): (pool: Pool) => string {
    const shared = new Set(renamed ? flowInHead.keys() : flowInHead.values());
    const keys = new Map(
      pools.map((pool) => {
        const names = pool.flows.filter((id) => shared.has(id)).map((id) => renamed?.get(id) ?? id);
        return [pool, names.length === 0 ? `none ${renamed ? 'of base' : 'of head'} ${pool.id}` : names.sort()[0]!];
      }),
    );
    return (pool) => keys.get(pool) ?? '';
  }
}

/** Weights belong to members: the order of those says nothing. */
function saidBy({ need, flows, weights }: Pool): object {
  return { need, members: flows, ...(weights && { weights: weights.map((weight, index) => [flows[index], weight]) }) };
}
