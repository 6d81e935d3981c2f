import type { Element } from '../../graph/architecture.js';
import { type Bits, keyOfBits } from './bits.js';
import { cutIntervals, type Interval } from './interval-index.js';
import type { Topology } from './topology.js';
import { cutForTranslation, keepsOrder, seenFromOutside, type Translation } from './translations.js';
import type { Stage, Way } from './way.js';

/** Addresses of one party that every rule on the way treats alike, and what matches them at each stage. */
export interface PartyClass {
  /** For each stage: the lines that it matches there. */
  readonly here: readonly Bits[];
  /** For each stage without memory: the lines that it matches as the other end of a reply. */
  readonly back: readonly (Bits | undefined)[];
  /** As the party itself knows them. */
  readonly intervals: readonly Interval[];
}

type Role = 'source' | 'target';

/** @param element undefined: addresses outside that are no element's */
export function classesOf(
  topology: Topology,
  way: Way,
  role: Role,
  element: Element | undefined,
  intervals: readonly Interval[],
): readonly PartyClass[] {
  const levels = levelsOf(topology, way, role);
  const classes = new Map<string, { here: Bits[]; back: (Bits | undefined)[]; intervals: Interval[] }>();
  const add = (own: Interval, positionAt: (stage: number) => number) => {
    const here = way.stages.map(({ table }, stage) => linesOf(table, role, element, positionAt(stage)));
    const back = way.stages.map(
      ({ reply }, stage) => reply && linesOf(reply, opposite[role], element, positionAt(stage)),
    );
    const key = keyOf(here, back);
    const alike = classes.get(key);
    if (alike) alike.intervals.push(own);
    else classes.set(key, { here, back, intervals: [own] });
  };
  if (levels.length === 1) {
    for (const piece of piecesOf(intervals, levels[0]!, role)) add(piece, () => piece.from);
    return [...classes.values()];
  }
  const pieces = levels.reduce(
    (before, level) => before.flatMap((piece) => throughLevel(piece, level, role)),
    intervals.map((interval): Piece => ({ own: interval, seen: interval, isExact: true, positions: [] })),
  );
  const levelOf = way.stages.map((stage) => levels.findIndex(({ stages }) => stages.includes(stage)));
  for (const { own, positions } of pieces) add(own, (stage) => positions[levelOf[stage]!]!);
  return [...classes.values()];
}

function keyOf(here: readonly Bits[], back: readonly (Bits | undefined)[]): string {
  let key = '';
  for (const bits of here) key += `${keyOfBits(bits)} `;
  for (const bits of back) if (bits) key += `${keyOfBits(bits)} `;
  return key;
}

const opposite = { source: 'target', target: 'source' } as const;
const noLines: Bits = [];

function linesOf(table: Stage['table'], role: Role, element: Element | undefined, position: number): Bits {
  if (!table || table.lines.length === 0) return noLines;
  return (role === 'source' ? table.sources : table.targets).at(element, position);
}

/** Stages that see a party at the same addresses, and the translation that it goes through behind them. */
interface Level {
  readonly stages: readonly Stage[];
  readonly behind: readonly Translation[];
}

/** From the party outwards through its own borders; the stages at the other end see what came out. */
function levelsOf({ translations }: Topology, way: Way, role: Role): readonly Level[] {
  if (translations.none) return [{ stages: way.stages, behind: [] }];
  const own = role === 'source' ? way.leaving : [...way.entering].reverse();
  const levels: Level[] = [];
  let stages: Stage[] = [];
  for (const container of own) {
    stages.push(...way.stages.filter((stage) => stage.container === container));
    const behind = translations.at(container);
    if (behind.length === 0) continue;
    levels.push({ stages, behind });
    stages = [];
  }
  const others = way.stages.filter(({ container }) => !own.includes(container));
  return [...levels, { stages: [...stages, ...others], behind: [] }];
}

interface Piece {
  readonly own: Interval;
  /** As the stages see it that come next. */
  readonly seen: Interval;
  /** Address by address: a part that is seen is a part of its own. */
  readonly isExact: boolean;
  /** One for each level passed. */
  readonly positions: readonly number[];
}

function throughLevel({ own, seen, isExact, positions }: Piece, level: Level, role: Role): Piece[] {
  const { behind } = level;
  const pieces = piecesOf([seen], level, role).flatMap((piece) => cutForTranslation(piece, behind));
  return pieces.map((piece) => ({
    own: isExact ? { from: own.from + piece.from - seen.from, to: own.from + piece.to - seen.from } : own,
    seen: seenFromOutside(piece, behind),
    isExact: isExact && keepsOrder(piece, behind),
    positions: [...positions, piece.from],
  }));
}

function piecesOf(intervals: readonly Interval[], { stages }: Level, role: Role): readonly Interval[] {
  let pieces = intervals;
  for (const { table, reply } of stages) {
    if (table) pieces = cutIntervals(pieces, cutsOf(table, role));
    if (reply) pieces = cutIntervals(pieces, cutsOf(reply, opposite[role]));
  }
  return pieces;
}

function cutsOf(table: NonNullable<Stage['table']>, role: Role): readonly number[] {
  return (role === 'source' ? table.sources : table.targets).cuts;
}
