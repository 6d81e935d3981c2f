import { type Bits, emptyBits, firstCommon, hasBit, setBit } from '../bits.js';
import type { CompiledEnd } from '../compiled-guard.js';
import type { GuardTable } from '../guard-table.js';
import type { Interval } from '../interval-index.js';
import type { Passage } from '../result.js';
import type { SideCells } from './side-cells.js';

/**
 * Rules that can all go together, with the dead ones, and no decision changes: tried from the first to the last, so that of
 * those that stand in for one another the last stays. Never the deny that closes the list.
 */
export function findRedundantRules(cells: SideCells, live: ReadonlySet<number>): readonly number[] {
  const { otherwise } = cells.table;
  const contested = contestedCells(cells, live);
  const gone = new Set<number>();
  const changesWithout = (rule: number, rulings: readonly Ruling[]) => {
    const left = rulings.filter((one) => !gone.has(one.rule));
    return left[0]?.rule === rule && left[0].passage !== (left[1]?.passage ?? otherwise);
  };
  for (const rule of [...contested.candidates].sort((left, right) => left - right)) {
    if (!contested.cells.some((rulings) => changesWithout(rule, rulings))) gone.add(rule);
  }
  return [...gone];
}

interface Ruling {
  readonly rule: number;
  readonly passage: Passage;
}

interface Contested {
  /** Rules of which each could go by itself. */
  readonly candidates: ReadonlySet<number>;
  /** Of every sort of packet that one of them decides: the live rules that match it, in order. */
  readonly cells: readonly (readonly Ruling[])[];
}

function contestedCells(cells: SideCells, live: ReadonlySet<number>): Contested {
  const { table, sources, requests } = cells;
  const liveLines = emptyBits(table.lines.length);
  for (const [line, { rule }] of table.lines.entries()) if (live.has(rule)) setBit(liveLines, line);
  const candidates = new Set(live);
  const closing = closingDeny(cells);
  if (closing !== undefined) candidates.delete(closing);
  for (const { bits } of sources) {
    for (const request of requests) {
      const [first, second] = rulingsOf(table, bits, request.bits, liveLines, 2);
      if (first && first.passage !== (second?.passage ?? table.otherwise)) candidates.delete(first.rule);
    }
  }
  const found = new Map<string, readonly Ruling[]>();
  for (const { bits } of candidates.size === 0 ? [] : sources) {
    for (const request of requests) {
      const line = table.lines[firstCommon(bits, request.bits, liveLines)];
      if (!line || !candidates.has(line.rule)) continue;
      const rulings = rulingsOf(table, bits, request.bits, liveLines, Number.POSITIVE_INFINITY);
      found.set(rulings.map(({ rule }) => rule).join(), rulings);
    }
  }
  return { candidates, cells: [...found.values()] };
}

/** The first rules that match, each once. */
function rulingsOf({ lines }: GuardTable, source: Bits, request: Bits, among: Bits, most: number): readonly Ruling[] {
  const rulings: Ruling[] = [];
  let line = firstCommon(source, request, among);
  while (line >= 0 && rulings.length < most) {
    const { rule, allows } = lines[line]!;
    if (rulings.at(-1)?.rule !== rule) rulings.push({ rule, passage: allows ? 'open' : 'blocked' });
    line = firstCommon(source, request, among, line + 1);
  }
  return rulings;
}

/** The last rule of the side, where it denies whatever is left. */
function closingDeny({ table, services, everything }: SideCells): number | undefined {
  const number = table.lines.length - 1;
  const last = table.lines[number];
  if (!last || last.allows || !services.every(({ from }) => hasBit(table.services.at(from), number))) return undefined;
  const closes = ({ anyone, block, elements }: CompiledEnd) =>
    anyone === true ||
    (block !== undefined && everything.some((family) => isSame(family, block))) ||
    elements?.some(({ id }) => id === table.guard.parent) === true;
  return last.from.some(closes) && closes(last.to) ? last.rule : undefined;
}

function isSame(one: Interval, other: Interval): boolean {
  return one.from === other.from && one.to === other.to;
}
