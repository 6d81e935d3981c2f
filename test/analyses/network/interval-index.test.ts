import fc from 'fast-check';
import { emptyBits, hasBit } from '../../../src/analyses/network/bits.js';
import {
  countUpTo,
  cutIntervals,
  indexIntervals,
  sorted,
  withoutHoles,
} from '../../../src/analyses/network/interval-index.js';
import { randomModels } from '../../support/random-models.js';

const interval = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
  .map(([from, length]) => ({ from, to: from + length }));
const holds = ({ from, to }: { from: number; to: number }, at: number) => from <= at && at < to;
const positions = Array.from({ length: 42 }, (_, at) => at);
const runs = { numRuns: randomModels, seed: 20_261_125 };

describe('intervals', () => {
  test('are found by each position that they hold', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 40 }), (intervals) => {
        const index = indexIntervals(
          intervals.map((one, number) => ({ interval: one, number })),
          emptyBits(intervals.length),
        );
        for (const at of positions) {
          const found = intervals.map((_, number) => hasBit(index.at(at), number));
          expect(found).toEqual(intervals.map((one) => holds(one, at)));
        }
      }),
      runs,
    );
  });

  test('keep what they hold when they are cut, and lose what a hole takes', () => {
    fc.assert(
      fc.property(fc.array(interval), fc.array(interval), (intervals, others) => {
        const cuts = sorted(others.flatMap(({ from, to }) => [from, to]));
        const pieces = cutIntervals(intervals, cuts);
        const left = withoutHoles(intervals, others);
        for (const at of positions) {
          const times = intervals.filter((one) => holds(one, at)).length;
          expect(pieces.filter((one) => holds(one, at))).toHaveLength(times);
          expect(left.filter((one) => holds(one, at))).toHaveLength(others.some((hole) => holds(hole, at)) ? 0 : times);
        }
        for (const { from, to } of pieces) expect(countUpTo(cuts, to - 1)).toBe(countUpTo(cuts, from));
      }),
      runs,
    );
  });
});
