import type { Architecture, Element } from '../../graph/architecture.js';
import type { Bits } from './bits.js';
import { firstCommon } from './bits.js';
import type { CompiledEnd, CompiledRule, Side } from './compiled-guard.js';
import { type EndIndex, indexEnds } from './end-index.js';
import { type IntervalIndex, indexIntervals } from './interval-index.js';
import type { Passage } from './result.js';

/** A rule stands on as many lines as it has targets, each with the services of its own. */
export interface Line {
  /** The place of its rule among all the guard's, from 0. */
  readonly rule: number;
  readonly allows: boolean;
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

/** @param otherwise what becomes of packets that no rule matches, given whether some rule is about this side */
export function tableOf(
  model: Architecture,
  guard: Element,
  side: Side,
  rules: readonly CompiledRule[],
  otherwise: (hasRules: boolean) => Passage,
): GuardTable {
  const numbered = rules.flatMap(({ allows, from, to }, rule) =>
    from[side].length === 0
      ? []
      : to.map(({ end, services }) => ({ line: { rule, allows, from: from[side], to: end }, services })),
  );
  const lines = numbered.map(({ line }) => line);
  const sources = lines.flatMap(({ from }, number) => from.map((end) => ({ end, number })));
  const services = numbered.flatMap((one, number) => one.services.map((interval) => ({ interval, number })));
  return {
    guard,
    side,
    lines,
    sources: indexEnds(model, sources, lines.length),
    targets: indexEnds(
      model,
      lines.map(({ to }, number) => ({ end: to, number })),
      lines.length,
    ),
    services: indexIntervals(services, lines.length),
    otherwise: otherwise(lines.length > 0),
  };
}

/** What a guard says to one packet, and by which rule; none: by its default. */
export interface Decision {
  readonly passage: Passage;
  readonly rule?: number;
}

export function decide({ lines, otherwise }: GuardTable, source: Bits, target: Bits, service: Bits): Decision {
  const line = lines[firstCommon(source, target, service)];
  return line ? { passage: line.allows ? 'open' : 'blocked', rule: line.rule } : { passage: otherwise };
}
