import { type Bits, keyOfBits } from './bits.js';
import { cutIntervals, type Interval } from './interval-index.js';
import { everyService, protocolAt } from './service-axis.js';
import type { Stage } from './way.js';

/** Services that every rule on the way treats alike. */
export interface ServiceClass {
  /** For each stage: the lines that they match there. */
  readonly lines: readonly Bits[];
  /** One of them. */
  readonly position: number;
  readonly intervals: readonly Interval[];
}

const noLines: Bits = [];

export function serviceClasses(
  stages: readonly Stage[],
  services: readonly Interval[] = everyService,
): readonly ServiceClass[] {
  // Without memory a guard tells protocols apart, even without rules: what has no ports has no reply.
  const apart = stages.some(({ reply }) => reply !== undefined);
  let pieces = services;
  for (const { table } of stages) if (table) pieces = cutIntervals(pieces, table.services.cuts);
  const classes = new Map<string, { lines: Bits[]; position: number; intervals: Interval[] }>();
  for (const piece of pieces) {
    const lines = stages.map(({ table }) => (table ? table.services.at(piece.from) : noLines));
    const key = `${apart ? protocolAt(piece.from) : ''} ${lines.map(keyOfBits).join(' ')}`;
    const alike = classes.get(key);
    if (alike) alike.intervals.push(piece);
    else classes.set(key, { lines, position: piece.from, intervals: [piece] });
  }
  return [...classes.values()];
}
