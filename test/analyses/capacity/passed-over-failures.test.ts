import type { Group } from '../../../src/analyses/capacity/demand-draft.js';
import { compileDemand } from '../../../src/analyses/capacity/demand-network.js';
import { raisedEnough } from '../../../src/analyses/capacity/raised-enough.js';
import { shiftsIn } from '../../../src/analyses/capacity/shifts.js';
import { worstHits } from '../../../src/analyses/capacity/stress.js';
import type { Deaths, Working } from '../../../src/analyses/capacity/working.js';

/** Requests from one number to others, each of which works by its own node for reading; `also`: by others for writing. */
function group(
  source: number,
  targets: readonly number[],
  more: Partial<Group> & { also?: readonly number[] } = {},
): Group {
  const { also, ...rest } = more;
  const arms = targets.map((target, place) => ({
    ...{ target, read: target, write: also?.[place] ?? -1 },
    ...{ weight: 1, flow: -1 },
  }));
  return { source, sender: { read: source, write: -1 }, access: 'any', policy: 'share', factor: 1, arms, ...rest };
}

const nodes = 20;

/** `carried` by arm, in the order of the groups. */
function shift(
  groups: readonly Group[],
  carried: readonly number[],
  reading: readonly number[],
  writing: readonly number[] = [],
) {
  const isUp = (read: number, write: number) =>
    (read >= 0 && !reading.includes(read)) || (write >= 0 && !writing.includes(write));
  const mode = { structure: { gates: { count: nodes } } };
  const working = { isUp, read: mode, write: mode } as unknown as Working;
  const shiftBy = shiftsIn(compileDemand(nodes, groups), working, Float64Array.from(carried));
  const deaths: Deaths = { read: reading, write: writing };
  const first = shiftBy(deaths);
  // What one failure did is forgotten by the next.
  expect(shiftBy({ read: [], write: [] })).toEqual({ groups: [], isAny: false, bound: 1 });
  expect(shiftBy(deaths)).toEqual(first);
  return first;
}

describe('what a failure does to shares', () => {
  const three = group(0, [1, 2, 3]);

  test.each<[string, Group, readonly number[], readonly number[], number]>([
    ['one of three is lost', three, [30, 30, 30], [1], 1.5],
    ['the largest of three is lost', three, [45, 30, 15], [1], 2],
    ['two of three are lost', three, [30, 30, 30], [1, 3], 3],
    ['all are lost, and nothing goes anywhere', three, [30, 30, 30], [1, 2, 3], 1],
    ['the sender is lost too', three, [30, 30, 30], [0, 1], 1],
    ['the sender alone is lost', three, [30, 30, 30], [0], 1],
    ['one that carried nothing is lost', three, [0, 30, 30], [1], 1],
    ['as good as all is lost', three, [1e12, 0.5, 0.5], [1], Number.POSITIVE_INFINITY],
    ['a millionth is left', three, [1e6, 0.5, 0.5], [1], 1e6 + 1],
    [
      'the first of those that take turns is lost',
      group(0, [1, 2], { policy: 'first' }),
      [30, 0],
      [1],
      Number.POSITIVE_INFINITY,
    ],
    ['requests go round', group(0, [1, 0]), [30, 30], [1], Number.POSITIVE_INFINITY],
    ['one is lost for reading that takes requests by writing', group(0, [1, 2], { also: [11, 12] }), [30, 30], [1], 1],
  ])('%s', (_, one, carried, dead, bound) => {
    expect(shift([one], carried, dead)).toEqual({ groups: [0], isAny: bound > 1, bound });
  });

  test('is counted once where it is dead for reading and for writing', () => {
    const both = group(0, [1, 2, 3], { also: [1, 2, 3] });
    expect(shift([both], [30, 30, 30], [1], [1])).toEqual({ groups: [0], isAny: true, bound: 1.5 });
  });

  test('is nothing where nothing of a group is lost', () => {
    expect(shift([three], [30, 30, 30], [7])).toEqual({ groups: [], isAny: false, bound: 1 });
  });

  test('finds groups by their arms and by their senders', () => {
    const groups = [three, group(4, [5]), group(6, [7, 8])];
    expect(shift(groups, [30, 30, 30, 10, 10, 10], [6]).groups).toEqual([2]);
    expect(shift(groups, [30, 30, 30, 10, 10, 10], [4]).groups).toEqual([1]);
    expect(shift(groups, [30, 30, 30, 10, 10, 10], [8, 2])).toEqual({ groups: [2, 0], isAny: true, bound: 2 });
  });

  test('multiplies along a way, and not side by side', () => {
    const above = group(0, [1, 2]);
    const left = group(1, [3, 4]);
    const right = group(2, [5, 6]);
    expect(shift([above, left], [20, 20, 10, 10], [2, 4]).bound).toBe(4);
    expect(shift([above, left, right], [20, 20, 10, 10, 5, 15], [4, 6]).bound).toBe(4);
    expect(shift([above, left, right], [20, 20, 10, 10, 15, 5], [4, 6]).bound).toBe(2);
  });

  test('is behind what leads there by a longer way', () => {
    // 0 → 1 → 2 and 0 → 2: what 1 loses reaches 2, and what 2 loses is behind it.
    const groups = [group(0, [1]), group(0, [2]), group(1, [2, 5]), group(2, [3, 4])];
    expect(shift(groups, [10, 10, 10, 10, 10, 10], [5, 4]).bound).toBe(4);
    const turned = [group(0, [2]), group(0, [1]), group(1, [2, 5]), group(2, [3, 4])];
    expect(shift(turned, [10, 10, 10, 10, 10, 10], [5, 4]).bound).toBe(4);
  });
});

describe('a failure that can raise nothing further', () => {
  const use = (count: number) => Float64Array.from({ length: count }, () => 10);
  const untold = (count: number) => new Float64Array(count).fill(Number.NaN);

  /** Whether it is passed over when the elements `raised` are used twice as much by others already. */
  function isPassedOver(
    groups: readonly Group[],
    raised: readonly number[],
    { bound = 2, hit = [0], few = 2, elements = 8 } = {},
  ): boolean {
    const worst = worstHits(use(elements), untold(elements));
    const isRaised = raisedEnough(compileDemand(nodes, groups), worst, few);
    // Nothing is raised yet, and what is asked then must not stick.
    expect(isRaised({ groups: hit, isAny: true, bound })).toBe(false);
    for (const element of raised) worst.offer(element, 0, 20, Number.NaN);
    return isRaised({ groups: hit, isAny: true, bound });
  }
  const three = group(0, [1, 2, 3]);

  test.each<[string, readonly Group[], readonly number[], Parameters<typeof isPassedOver>[2], boolean]>([
    ['where all are raised as far', [three], [1, 2, 3], {}, true],
    ['not where one is not', [three], [1, 3], {}, false],
    ['not where it would raise further', [three], [1, 2, 3], { bound: 2.1 }, false],
    ['where it would raise less', [three], [1, 2, 3], { bound: 1.5 }, true],
    ['not where nobody knows how far it raises', [three], [1, 2, 3], { bound: Number.POSITIVE_INFINITY }, false],
    ['not where it has few arms', [three], [1, 2, 3], { few: 3 }, false],
    ['where one of its groups has many', [three, group(4, [5, 6])], [1, 2, 3, 5, 6], { hit: [1, 0] }, true],
    ['not where all of its groups have few', [three, group(4, [5, 6])], [5, 6], { hit: [1] }, false],
    ['not where one of its groups is not raised', [three, group(4, [5, 6])], [1, 2, 3, 5], { hit: [0, 1] }, false],
    ['not where what lies behind is not raised', [three, group(2, [5])], [1, 2, 3], {}, false],
    ['where what lies behind is raised', [three, group(2, [5]), group(5, [6, 1])], [1, 2, 3, 5, 6], {}, true],
    ['not where what lies far behind is not raised', [three, group(2, [5]), group(5, [6])], [1, 2, 3, 5], {}, false],
    ['whatever lies behind others', [three, group(6, [5])], [1, 2, 3], {}, true],
    ['where requests go round', [three, group(3, [0]), group(1, [2])], [0, 1, 2, 3], {}, true],
    ['where only elements count, and what hands on is none', [group(0, [9, 2, 3]), group(9, [1])], [1, 2, 3], {}, true],
    ['where only elements count, and the first behind them is none', [group(0, [8, 2, 3])], [2, 3], {}, true],
  ])('is passed over %s', (_, groups, raised, options, expected) => {
    expect(isPassedOver(groups, raised, options)).toBe(expected);
  });
});
