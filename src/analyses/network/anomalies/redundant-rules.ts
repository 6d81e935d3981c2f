import { type Bits, emptyBits, firstCommon, hasBit, setBit } from '../bits.js';
import type { CompiledEnd, Side } from '../compiled-guard.js';
import type { GuardTable } from '../guard-table.js';
import type { Interval } from '../interval-index.js';
import type { Passage } from '../result.js';
import type { SideCells } from './side-cells.js';

interface JudgedSide {
  readonly cells: SideCells;
  /** The rules that decide some packet on this side. */
  readonly live: ReadonlySet<number>;
}

/**
 * Rules that can all go together and no decision changes, whether the dead ones stay or go too: tried from the first to the
 * last, so that of those that stand in for one another the last stays. Never the deny that closes the list.
 */
export function findRedundantRules(
  sides: readonly JudgedSide[],
  dead: ReadonlySet<number>,
): readonly { readonly index: number; readonly side: Side }[] {
  const candidates = new Map<number, Side>();
  for (const { cells, live } of [...sides].reverse()) for (const rule of live) candidates.set(rule, cells.table.side);
  for (const { cells } of sides) {
    candidates.delete(closingDeny(cells) ?? -1);
    dismissDecisive(cells, dead, candidates);
  }
  const contested = sides.flatMap(({ cells }) => contestedCells(cells, candidates));
  const gone = new Set<number>();
  const changesWithout = (rule: number, { rulings, otherwise }: Contested) => {
    const left = rulings.filter((one) => !gone.has(one.rule));
    return [left, left.filter((one) => !dead.has(one.rule))].some(
      ([first, second]) => first?.rule === rule && first.passage !== (second?.passage ?? otherwise),
    );
  };
  for (const rule of [...candidates.keys()].sort((left, right) => left - right)) {
    if (!contested.some((cell) => changesWithout(rule, cell))) gone.add(rule);
  }
  return [...gone].map((index) => ({ index, side: candidates.get(index)! }));
}

interface Ruling {
  readonly rule: number;
  readonly passage: Passage;
}

/** A sort of packet that a candidate decides: all the rules that match it, in order. */
interface Contested {
  readonly rulings: readonly Ruling[];
  readonly otherwise: Passage;
}

/** Strikes out the rules without which some packet would fare otherwise, with the dead ones or without them. */
function dismissDecisive(
  { table, sources, requests, deciding }: SideCells,
  dead: ReadonlySet<number>,
  candidates: Map<number, Side>,
): void {
  const all = linesWhere(table, () => true);
  const live = linesWhere(table, (rule) => !dead.has(rule));
  for (let cell = 0; candidates.size > 0 && cell < deciding.length; cell += 1) {
    const first = deciding[cell]!;
    if (first < 0 || !candidates.has(table.lines[first]!.rule)) continue;
    const source = sources[Math.floor(cell / requests.length)]!.bits;
    const request = requests[cell % requests.length]!.bits;
    const { rule, allows } = table.lines[first]!;
    const passage = passageOf(allows);
    if (passageBehind(table, source, request, all, first) !== passage) candidates.delete(rule);
    else if (dead.size > 0 && passageBehind(table, source, request, live, first) !== passage) candidates.delete(rule);
  }
}

function linesWhere({ lines }: GuardTable, isIn: (rule: number) => boolean): Bits {
  const found = emptyBits(lines.length);
  for (const [line, { rule }] of lines.entries()) if (isIn(rule)) setBit(found, line);
  return found;
}

/** What the next rule behind that of a line says. */
function passageBehind(
  { lines, otherwise }: GuardTable,
  source: Bits,
  request: Bits,
  among: Bits,
  line: number,
): Passage {
  const { rule } = lines[line]!;
  let next = firstCommon(source, request, among, line + 1);
  while (lines[next]?.rule === rule) next = firstCommon(source, request, among, next + 1);
  const found = lines[next];
  return found ? passageOf(found.allows) : otherwise;
}

function contestedCells(
  { table, sources, requests, deciding }: SideCells,
  candidates: ReadonlyMap<number, Side>,
): readonly Contested[] {
  const found = new Map<string, Contested>();
  const all = linesWhere(table, () => true);
  for (let cell = 0; candidates.size > 0 && cell < deciding.length; cell += 1) {
    const first = deciding[cell]!;
    if (first < 0 || !candidates.has(table.lines[first]!.rule)) continue;
    const source = sources[Math.floor(cell / requests.length)]!.bits;
    const rulings = rulingsOf(table, source, requests[cell % requests.length]!.bits, all);
    found.set(rulings.map(({ rule }) => rule).join(), { rulings, otherwise: table.otherwise });
  }
  return [...found.values()];
}

/** The rules that match, in order, each once. */
function rulingsOf({ lines }: GuardTable, source: Bits, request: Bits, among: Bits): readonly Ruling[] {
  const rulings: Ruling[] = [];
  let line = firstCommon(source, request, among);
  while (line >= 0) {
    const { rule, allows } = lines[line]!;
    if (rulings.at(-1)?.rule !== rule) rulings.push({ rule, passage: passageOf(allows) });
    line = firstCommon(source, request, among, line + 1);
  }
  return rulings;
}

function passageOf(allows: boolean): Passage {
  return allows ? 'open' : 'blocked';
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
