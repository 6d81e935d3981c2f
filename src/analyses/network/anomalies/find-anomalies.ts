import type { Element } from '../../../graph/architecture.js';
import type { Side } from '../compiled-guard.js';
import type { RuleAnomaly } from '../result.js';
import type { Topology } from '../topology.js';
import type { Census } from './census.js';
import { takeCensus } from './census.js';
import { actionsOf, findDeadRules, findLiveRules } from './dead-rules.js';
import { excessOf } from './excess.js';
import { neededPackets } from './needed-packets.js';
import { type NeedsAt, needsIn } from './needs.js';
import { findRedundantRules } from './redundant-rules.js';
import { cellsOf } from './side-cells.js';

/** What could be mended in the rules of each firewall, in the order of the model and of its rules. */
export function findAnomalies(topology: Topology): readonly RuleAnomaly[] {
  const census = takeCensus(topology);
  const needs = needsIn(topology);
  return topology.model.byKind.firewall.flatMap((guard) => {
    const found = (['incoming', 'outgoing'] as const).flatMap((side) =>
      anomaliesOf(topology, census, needs, guard, side),
    );
    return found.sort((left, right) => left.index - right.index);
  });
}

function anomaliesOf(
  topology: Topology,
  census: Census,
  needs: NeedsAt,
  guard: Element,
  side: Side,
): readonly RuleAnomaly[] {
  const table = topology.table(guard, side);
  if (table.lines.length === 0) return [];
  const container = guard.parent === undefined ? undefined : topology.model.byId.get(guard.parent);
  const cells = cellsOf({ topology, census, container }, table);
  const live = findLiveRules(cells);
  const base = { guard, side };
  const needed = neededPackets(topology, container, cells, needs(guard, side));
  const used = new Set(needed.map(({ rule }) => rule));
  const dead = findDeadRules(cells, live);
  const allows = actionsOf(guard);
  const isDead = new Set(dead.map(({ index }) => index));
  const allowances = new Set(table.lines.map(({ rule }) => rule).filter((rule) => allows[rule] && !isDead.has(rule)));
  const wide = excessOf(cells, new Set([...allowances].filter((rule) => used.has(rule))), needed);
  return [
    ...dead,
    ...findRedundantRules(cells, live).map((index): RuleAnomaly => ({ ...base, index, anomaly: 'redundant' })),
    ...[...allowances].flatMap((index): RuleAnomaly[] =>
      used.has(index) ? [] : [{ ...base, index, anomaly: 'unneeded' }],
    ),
    ...[...wide].map(([index, beyond]): RuleAnomaly => ({ ...base, index, anomaly: 'too wide', beyond })),
  ];
}
