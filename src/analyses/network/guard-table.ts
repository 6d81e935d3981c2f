import type { Architecture, Element } from '../../graph/architecture.js';
import { type Bits, emptyBits, firstCommon } from './bits.js';
import type { CompiledEnd, CompiledRule, Side } from './compiled-guard.js';
import { type EndIndex, indexEnds, type NumberedEnd } from './end-index.js';
import { type Interval, type IntervalIndex, indexIntervals } from './interval-index.js';
import type { Passage } from './result.js';

/** A rule stands on as many lines as it has targets, each with the services of its own. */
export interface Line {
  /** The place of its rule among all the guard's, from 0. */
  readonly rule: number;
  readonly allows: boolean;
  /** Whether it matches, nobody can tell. */
  readonly perhaps?: true;
  readonly from: readonly CompiledEnd[];
  readonly to: CompiledEnd;
}

/** One side of a guard, compiled once: the lines in order, and what each of them matches. */
export interface GuardTable {
  readonly guard: Element;
  readonly side: Side;
  readonly lines: readonly Line[];
  readonly sources: EndIndex;
  readonly targets: EndIndex;
  readonly services: IntervalIndex;
  /** What becomes of packets that no line matches. */
  readonly otherwise: Passage;
}

/** @param otherwise what becomes of packets that no rule matches */
export function tableOf(
  model: Architecture,
  guard: Element,
  side: Side,
  rules: readonly CompiledRule[],
  otherwise: Passage,
): GuardTable {
  const lines: Line[] = [];
  const sources: NumberedEnd[] = [];
  const targets: NumberedEnd[] = [];
  const services: { interval: Interval; number: number }[] = [];
  for (const [rule, { allows, from, to }] of rules.entries()) {
    if (from[side].length === 0) continue;
    for (const target of to) {
      const number = lines.length;
      const line = { rule, allows, from: from[side], to: target.end };
      lines.push(target.perhaps ? { ...line, perhaps: target.perhaps } : line);
      for (const end of from[side]) sources.push({ end, number });
      targets.push({ end: target.end, number });
      for (const interval of target.services) services.push({ interval, number });
    }
  }
  return {
    guard,
    side,
    lines,
    sources: indexEnds(model, sources, lines.length),
    targets: indexEnds(model, targets, lines.length),
    services: indexIntervals(services, emptyBits(lines.length)),
    otherwise,
  };
}

/** What a guard says to one packet, and by which rule; none: by its default. */
export interface Decision {
  readonly passage: Passage;
  readonly rule?: number;
}

export function decide({ lines, otherwise }: GuardTable, source: Bits, target: Bits, service: Bits): Decision {
  const line = lines[firstCommon(source, target, service)];
  if (!line) return { passage: otherwise };
  return line.perhaps ? { passage: 'unknown' } : { passage: line.allows ? 'open' : 'blocked', rule: line.rule };
}
