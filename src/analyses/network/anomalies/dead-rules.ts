import type { Element } from '../../../graph/architecture.js';
import { emptyBits, firstCommon, isEmpty, setBit } from '../bits.js';
import type { Side } from '../compiled-guard.js';
import type { RuleAnomaly } from '../result.js';
import type { SideCells } from './side-cells.js';

/** Rules that decide some packet. */
export function findLiveRules({ table: { lines }, deciding }: SideCells): ReadonlySet<number> {
  const decides = new Uint8Array(lines.length);
  for (const line of deciding) if (line >= 0) decides[line] = 1;
  return new Set(lines.filter((_, line) => decides[line] === 1).map(({ rule }) => rule));
}

/**
 * Rules of which every packet is matched by earlier ones together. `shadowed` and `covered` are what Al-Shaer and Hamed
 * ("Discovery of policy anomalies in distributed firewalls", 2004) call shadowed and redundant between two rules, here for
 * any number of earlier ones (Yuan et al., "FIREMAN", 2006).
 *
 * @param live the rules that decide some packet on either side
 */
export function findDeadRules(sides: readonly SideCells[], live: ReadonlySet<number>): RuleAnomaly[] {
  const found = new Map<number, { readonly side: Side; readonly by: Set<number> }>();
  for (const cells of sides) {
    for (const [rule, by] of decidersOfDead(cells, live)) {
      const one = found.get(rule) ?? { side: cells.table.side, by: new Set<number>() };
      for (const other of by) one.by.add(other);
      found.set(rule, one);
    }
  }
  const [first] = sides;
  if (!first) return [];
  const { guard } = first.table;
  const allows = actionsOf(guard);
  return [...found].map(([index, { side, by }]) => ({
    guard,
    side,
    index,
    anomaly: [...by].some((other) => allows[other] !== allows[index]) ? 'shadowed' : 'covered',
    by: [...by].sort((left, right) => left - right),
  }));
}

/** By dead rule, the rules that decide its packets. */
function decidersOfDead(
  { table: { lines }, sources, requests, deciding }: SideCells,
  live: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlySet<number>> {
  const deciders = new Map<number, Set<number>>();
  const deadLines = emptyBits(lines.length);
  for (const [line, { rule }] of lines.entries()) if (!live.has(rule)) setBit(deadLines, line);
  if (isEmpty(deadLines)) return deciders;
  for (const [source, { bits }] of sources.entries()) {
    for (const [number, request] of requests.entries()) {
      let line = firstCommon(bits, request.bits, deadLines);
      if (line < 0) continue;
      const first = lines[deciding[source * requests.length + number]!]!.rule;
      for (; line >= 0; line = firstCommon(bits, request.bits, deadLines, line + 1)) {
        const { rule } = lines[line]!;
        deciders.set(rule, (deciders.get(rule) ?? new Set()).add(first));
      }
    }
  }
  return deciders;
}

export function actionsOf({ rules = [] }: Element): readonly boolean[] {
  return rules.map(({ action }) => action === 'allow');
}
