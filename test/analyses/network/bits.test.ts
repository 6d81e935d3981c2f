import {
  addBits,
  emptyBits,
  firstCommon,
  hasBit,
  isEmpty,
  keyOfBits,
  setBit,
} from '../../../src/analyses/network/bits.js';

const bitsOf = (size: number, ...numbers: readonly number[]) => {
  const bits = emptyBits(size);
  for (const number of numbers) setBit(bits, number);
  return bits;
};

describe('a set of small numbers', () => {
  test.each([
    [0, 0],
    [1, 1],
    [32, 1],
    [33, 2],
    [64, 2],
    [65, 3],
  ])('of %i takes %i words, all empty', (size, words) => {
    expect(emptyBits(size)).toEqual(new Array(words).fill(0));
    expect(isEmpty(emptyBits(size))).toBe(true);
  });

  test.each([0, 1, 30, 31, 32, 33, 63, 64, 95])('holds %i and nothing else', (number) => {
    const bits = bitsOf(96, number);
    const held = Array.from({ length: 96 }, (_, one) => one).filter((one) => hasBit(bits, one));
    expect(held).toEqual([number]);
    expect(isEmpty(bits)).toBe(false);
    expect(firstCommon(bits, bits, bits)).toBe(number);
  });

  test('takes the numbers of another', () => {
    const bits = bitsOf(96, 0, 40);
    addBits(bits, bitsOf(96, 0, 33, 95));
    expect([0, 1, 33, 40, 41, 94, 95].filter((one) => hasBit(bits, one))).toEqual([0, 33, 40, 95]);
  });

  test('has a key of its own', () => {
    const sets = [[], [0], [31], [32], [0, 32], [64], [0, 64], [32, 64], [0, 32, 64]];
    const keys = sets.map((numbers) => keyOfBits(bitsOf(65, ...numbers)));
    expect(new Set(keys).size).toBe(sets.length);
    const short = [[], [1], [33], [1, 33], [33, 34], [1, 34]].map((numbers) => keyOfBits(bitsOf(64, ...numbers)));
    expect(new Set(short).size).toBe(short.length);
    expect(keyOfBits(bitsOf(32, 1))).not.toBe(keyOfBits(bitsOf(32, 2)));
  });
});

describe('the first number that three sets share', () => {
  test.each<[readonly number[], readonly number[], readonly number[], number, number]>([
    [[3, 5], [3, 5], [5], 0, 5],
    [[3, 5], [5], [3, 5], 0, 5],
    [[5], [3, 5], [3, 5], 0, 5],
    [[3, 5], [3, 5], [3, 5], 0, 3],
    [[3, 5], [3, 5], [3, 5], 3, 3],
    [[3, 5], [3, 5], [3, 5], 4, 5],
    [[3, 5], [3, 5], [3, 5], 6, -1],
    [[3], [4], [5], 0, -1],
    [[40], [40], [40], 0, 40],
    [[40, 90], [40, 90], [90], 0, 90],
    [[40, 90], [90], [40, 90], 0, 90],
    [[90], [40, 90], [40, 90], 0, 90],
    [[1, 40], [1, 40], [1, 40], 2, 40],
    [[31, 32], [31, 32], [31, 32], 31, 31],
    [[31, 32], [31, 32], [31, 32], 32, 32],
    [[95], [95], [95], 96, -1],
    [[95], [95], [95], 95, 95],
    [[0], [0], [0], 95, -1],
  ])('of %j, %j and %j from %i on is %i', (one, other, third, from, expected) => {
    const [a, b, c] = [bitsOf(96, ...one), bitsOf(96, ...other), bitsOf(96, ...third)];
    expect(firstCommon(a, b, c, from)).toBe(expected);
    if (from === 0) expect(firstCommon(a, b, c)).toBe(expected);
  });

  test('is none where there is no number at all', () => {
    expect(firstCommon([], [], [])).toBe(-1);
  });
});
