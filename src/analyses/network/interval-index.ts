import { type Bits, emptyBits, setBit } from './bits.js';

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

/** @param size how many numbers there are */
export function indexIntervals(
  intervals: readonly { readonly interval: Interval; readonly number: number }[],
  size: number,
): IntervalIndex {
  const cuts = sorted(intervals.flatMap(({ interval }) => [interval.from, interval.to]));
  const none = emptyBits(size);
  const stretches = cuts.map(() => emptyBits(size));
  for (const { interval, number } of intervals) {
    const last = lastCutUpTo(cuts, interval.to - 1);
    for (let index = lastCutUpTo(cuts, interval.from); index <= last; index += 1) setBit(stretches[index]!, number);
  }
  return { cuts, at: (position) => stretches[lastCutUpTo(cuts, position)] ?? none };
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
export function sorted(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}

/** The intervals in pieces that no cut lies within. */
export function cutIntervals(intervals: readonly Interval[], cuts: readonly number[]): Interval[] {
  return intervals.flatMap((interval) => cutInterval(interval, cuts));
}

export function cutInterval({ from, to }: Interval, cuts: readonly number[]): Interval[] {
  const pieces: Interval[] = [];
  let start = from;
  for (let index = countUpTo(cuts, from); index < cuts.length && cuts[index]! < to; index += 1) {
    pieces.push({ from: start, to: cuts[index]! });
    start = cuts[index]!;
  }
  pieces.push({ from: start, to });
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
