import type { Element } from '../../../graph/architecture.js';
import type { Side } from '../compiled-guard.js';
import type { GuardTable } from '../guard-table.js';
import type { RuleAnomaly } from '../result.js';
import type { Topology } from '../topology.js';
import type { Census } from './census.js';
import { takeCensus } from './census.js';
import { actionsOf, findDeadRules, findLiveRules } from './dead-rules.js';
import { excessOf } from './excess.js';
import { type NeededPackets, neededPackets } from './needed-packets.js';
import { needsIn } from './needs.js';
import { findRedundantRules } from './redundant-rules.js';
import { cellsOf, classesOf, type SideCells } from './side-cells.js';

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

/**
 * The allowances that no declared flow needs, without the counting of what is too wide and the search for what is redundant.
 *
 * @param dead what `findAllDeadRules` found: a dead rule is not unneeded besides
 */
export function findUnneededRules(topology: Topology, dead: readonly RuleAnomaly[]): readonly RuleAnomaly[] {
  const census = takeCensus(topology);
  const needs = needsIn(topology);
  const deadIn = new Map<Element, Set<number>>();
  for (const { guard, index } of dead) deadIn.set(guard, (deadIn.get(guard) ?? new Set()).add(index));
  return topology.model.byKind.firewall.flatMap((guard) => {
    const tables = knownTables(topology, guard);
    const ground = { topology, census, container: containerOf(topology, guard) };
    const used = new Set(
      tables.flatMap((table) => {
        const wanted = needs(guard, table.side);
        if (wanted.length === 0 || table.lines.every(({ allows }) => !allows)) return [];
        return neededPackets(topology, ground.container, classesOf(ground, table), wanted).map(({ rule }) => rule);
      }),
    );
    return inOrder(unneededOf(guard, allowancesOf(guard, tables, deadIn.get(guard) ?? new Set()), used));
  });
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
  const container = containerOf(topology, guard);
  return knownTables(topology, guard).map((table): RuledSide => {
    const cells = cellsOf({ topology, census, container }, table);
    return { container, cells, live: findLiveRules(cells) };
  });
}

function containerOf({ model }: Topology, guard: Element): Element | undefined {
  return guard.parent === undefined ? undefined : model.byId.get(guard.parent);
}

/** What a rule matches has to be known, to say what it leaves to the others. */
function knownTables(topology: Topology, guard: Element): readonly GuardTable[] {
  const tables = (['incoming', 'outgoing'] as const).map((side) => topology.table(guard, side));
  if (tables.some(({ lines }) => lines.some(({ perhaps }) => perhaps))) return [];
  return tables.filter(({ lines }) => lines.length > 0);
}

function deadRulesOf(sides: readonly RuledSide[]): RuleAnomaly[] {
  return findDeadRules(
    sides.map(({ cells }) => cells),
    new Set(sides.flatMap(({ live }) => [...live])),
  );
}

/** A rule with sources on both sides is one rule: dead, redundant or unneeded only where it is so on both. */
function anomaliesOf(guard: Element, sides: readonly JudgedSide[]): RuleAnomaly[] {
  const used = new Set(sides.flatMap(({ needed }) => needed.map(({ rule }) => rule)));
  const dead = deadRulesOf(sides);
  const isDead = new Set(dead.map(({ index }) => index));
  const allowances = allowancesOf(
    guard,
    sides.map(({ cells: { table } }) => table),
    isDead,
  );
  const wanted = new Set([...allowances.keys()].filter((rule) => used.has(rule)));
  return [
    ...dead,
    ...findRedundantRules(sides, isDead).map((one): RuleAnomaly => ({ guard, ...one, anomaly: 'redundant' })),
    ...unneededOf(guard, allowances, used),
    ...sides.flatMap(({ cells, needed }) => tooWide(cells, wanted, needed)),
  ];
}

type Allowances = ReadonlyMap<number, Side>;

/** Every rule that allows something and is not dead, and the first side that it is about. */
function allowancesOf(guard: Element, tables: readonly GuardTable[], isDead: ReadonlySet<number>): Allowances {
  const allows = actionsOf(guard);
  return new Map(
    [...tables]
      .reverse()
      .flatMap(({ lines, side }) =>
        lines.flatMap(({ rule }) => (allows[rule] && !isDead.has(rule) ? [[rule, side] as const] : [])),
      ),
  );
}

function unneededOf(guard: Element, allowances: Allowances, used: ReadonlySet<number | undefined>): RuleAnomaly[] {
  const unneeded = [...allowances].filter(([rule]) => !used.has(rule));
  return unneeded.map(([index, side]) => ({ guard, side, index, anomaly: 'unneeded' }));
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
