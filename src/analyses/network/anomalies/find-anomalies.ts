import type { Element } from '../../../graph/architecture.js';
import type { RuleAnomaly } from '../result.js';
import type { Topology } from '../topology.js';
import type { Census } from './census.js';
import { takeCensus } from './census.js';
import { actionsOf, findDeadRules, findLiveRules } from './dead-rules.js';
import { excessOf } from './excess.js';
import { type NeededPackets, neededPackets } from './needed-packets.js';
import { needsIn } from './needs.js';
import { findRedundantRules } from './redundant-rules.js';
import { cellsOf, type SideCells } from './side-cells.js';

/** What could be mended in the rules of each firewall, in the order of the model and of its rules. */
export function findAnomalies(topology: Topology): readonly RuleAnomaly[] {
  const census = takeCensus(topology);
  const needs = needsIn(topology);
  return topology.model.byKind.firewall.flatMap((guard) => {
    const sides = ruledSides(topology, census, guard).map((side): JudgedSide => {
      const { container, cells } = side;
      return { ...side, needed: neededPackets(topology, container, cells, needs(guard, cells.table.side)) };
    });
    return inOrder(anomaliesOf(guard, sides));
  });
}

/** The dead ones alone, which ask neither for flows nor for sizes: an audit looks at no others. */
export function findAllDeadRules(topology: Topology): readonly RuleAnomaly[] {
  const census = takeCensus(topology);
  return topology.model.byKind.firewall.flatMap((guard) => inOrder(deadRulesOf(ruledSides(topology, census, guard))));
}

function inOrder(found: RuleAnomaly[]): readonly RuleAnomaly[] {
  return found.sort((left, right) => left.index - right.index);
}

/** One side of a guard that has rules about it. */
interface RuledSide {
  readonly container: Element | undefined;
  readonly cells: SideCells;
  readonly live: ReadonlySet<number>;
}

interface JudgedSide extends RuledSide {
  readonly needed: readonly NeededPackets[];
}

function ruledSides(topology: Topology, census: Census, guard: Element): readonly RuledSide[] {
  const container = guard.parent === undefined ? undefined : topology.model.byId.get(guard.parent);
  const tables = (['incoming', 'outgoing'] as const).map((side) => topology.table(guard, side));
  // What a rule matches has to be known, to say what it leaves to the others.
  if (tables.some(({ lines }) => lines.some(({ perhaps }) => perhaps))) return [];
  return tables.flatMap((table): RuledSide[] => {
    if (table.lines.length === 0) return [];
    const cells = cellsOf({ topology, census, container }, table);
    return [{ container, cells, live: findLiveRules(cells) }];
  });
}

function deadRulesOf(sides: readonly RuledSide[]): RuleAnomaly[] {
  return findDeadRules(
    sides.map(({ cells }) => cells),
    new Set(sides.flatMap(({ live }) => [...live])),
  );
}

/** A rule with sources on both sides is one rule: dead, redundant or unneeded only where it is so on both. */
function anomaliesOf(guard: Element, sides: readonly JudgedSide[]): RuleAnomaly[] {
  const allows = actionsOf(guard);
  const used = new Set(sides.flatMap(({ needed }) => needed.map(({ rule }) => rule)));
  const dead = deadRulesOf(sides);
  const isDead = new Set(dead.map(({ index }) => index));
  const allowances = new Map(
    [...sides]
      .reverse()
      .flatMap(({ cells: { table } }) =>
        table.lines.flatMap(({ rule }) => (allows[rule] && !isDead.has(rule) ? [[rule, table.side] as const] : [])),
      ),
  );
  const unneeded = [...allowances].filter(([rule]) => !used.has(rule));
  const wanted = new Set([...allowances.keys()].filter((rule) => used.has(rule)));
  return [
    ...dead,
    ...findRedundantRules(sides, isDead).map((one): RuleAnomaly => ({ guard, ...one, anomaly: 'redundant' })),
    ...unneeded.map(([index, side]): RuleAnomaly => ({ guard, side, index, anomaly: 'unneeded' })),
    ...sides.flatMap(({ cells, needed }) => tooWide(cells, wanted, needed)),
  ];
}

function tooWide(
  cells: SideCells,
  rules: ReadonlySet<number>,
  needed: readonly NeededPackets[],
): readonly RuleAnomaly[] {
  const { guard, side } = cells.table;
  const wide = excessOf(cells, rules, needed);
  return [...wide].map(([index, beyond]) => ({ guard, side, index, anomaly: 'too wide', beyond }));
}
