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
  const { table, sources, requests, deciding } = cells;
  const liveLines = emptyBits(table.lines.length);
  for (const [line, { rule }] of table.lines.entries()) if (live.has(rule)) setBit(liveLines, line);
  const candidates = new Set(live);
  const closing = closingDeny(cells);
  if (closing !== undefined) candidates.delete(closing);
  const isCandidate = table.lines.map(({ rule }) => candidates.has(rule));
  for (let cell = 0; cell < deciding.length; cell += 1) {
    const first = deciding[cell]!;
    if (first < 0 || !isCandidate[first]) continue;
    const source = sources[Math.floor(cell / requests.length)]!.bits;
    const request = requests[cell % requests.length]!.bits;
    const { rule, allows } = table.lines[first]!;
    let second = firstCommon(source, request, liveLines, first + 1);
    while (table.lines[second]?.rule === rule) second = firstCommon(source, request, liveLines, second + 1);
    const next = table.lines[second];
    if (next ? next.allows === allows : table.otherwise === passageOf(allows)) continue;
    candidates.delete(rule);
    for (let line = first; table.lines[line]?.rule === rule; line += 1) isCandidate[line] = false;
    for (let line = first - 1; table.lines[line]?.rule === rule; line -= 1) isCandidate[line] = false;
  }
  const found = new Map<string, readonly Ruling[]>();
  for (let cell = 0; candidates.size > 0 && cell < deciding.length; cell += 1) {
    const first = deciding[cell]!;
    if (first < 0 || !isCandidate[first]) continue;
    const source = sources[Math.floor(cell / requests.length)]!.bits;
    const rulings = rulingsOf(table, source, requests[cell % requests.length]!.bits, liveLines);
    found.set(rulings.map(({ rule }) => rule).join(), rulings);
  }
  return { candidates, cells: [...found.values()] };
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
