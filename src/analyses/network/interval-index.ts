import { type Bits, setBit } from './bits.js';

/** From `from` up to, and without, `to`, on an axis of whole numbers. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Which of many numbered intervals hold a position: an axis cut wherever one of them begins or ends. */
export interface IntervalIndex {
  /** Rising. */
  readonly cuts: readonly number[];
  /** The numbers of the intervals that hold a position. */
  at(position: number): Bits;
}

/** @param always the numbers that every position has; not changed */
export function indexIntervals(
  intervals: readonly { readonly interval: Interval; readonly number: number }[],
  always: Bits,
): IntervalIndex {
  const bounds: number[] = [];
  for (const { interval } of intervals) bounds.push(interval.from, interval.to);
  const cuts = sorted(bounds);
  const stretches = cuts.map(() => always.slice());
  for (const { interval, number } of intervals) {
    const last = lastCutUpTo(cuts, interval.to - 1);
    for (let index = lastCutUpTo(cuts, interval.from); index <= last; index += 1) setBit(stretches[index]!, number);
  }
  return { cuts, at: (position) => stretches[lastCutUpTo(cuts, position)] ?? always };
}

/** The index of the last cut that is not behind a position; -1 before the first. */
function lastCutUpTo(cuts: readonly number[], position: number): number {
  return countUpTo(cuts, position) - 1;
}

/** How many of the rising numbers are at most `position`. */
export function countUpTo(numbers: readonly number[], position: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rising, each number once. */
export function sorted(numbers: readonly number[]): readonly number[] {
  const rising = Float64Array.from(numbers).sort();
  const each: number[] = [];
  for (const number of rising) if (number !== each.at(-1)) each.push(number);
  return each;
}

/** The intervals in pieces that no cut lies within. */
export function cutIntervals(intervals: readonly Interval[], cuts: readonly number[]): readonly Interval[] {
  if (cuts.length === 0) return intervals;
  const pieces: Interval[] = [];
  for (const interval of intervals) {
    let { from } = interval;
    for (let index = countUpTo(cuts, from); index < cuts.length && cuts[index]! < interval.to; index += 1) {
      pieces.push({ from, to: cuts[index]! });
      from = cuts[index]!;
    }
    pieces.push(from === interval.from ? interval : { from, to: interval.to });
  }
  return pieces;
}

/** What is left of the intervals without the holes. */
export function withoutHoles(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  return holes.reduce<Interval[]>((left, hole) => left.flatMap((interval) => leave(interval, hole)), [...intervals]);
}

function leave(interval: Interval, hole: Interval): Interval[] {
  if (hole.to <= interval.from || interval.to <= hole.from) return [interval];
  return [
    ...(interval.from < hole.from ? [{ from: interval.from, to: hole.from }] : []),
    ...(hole.to < interval.to ? [{ from: hole.to, to: interval.to }] : []),
  ];
}
