import { isPleasant, score, type Traits } from '../../../src/draw/layout/choose/score.js';

const calm: Traits = {
  width: 1400,
  height: 1000,
  crossings: 2,
  bends: 10,
  length: 5000,
  usersLate: false,
  hits: 0,
  unplaced: 0,
  keys: 0,
};

test.each<[string, Partial<Traits>]>([
  ['an overlap', { hits: 1 }],
  ['a label without a place', { unplaced: 1 }],
  ['a disc', { keys: 1 }],
  ['more crossings', { crossings: 9 }],
  ['more bends', { bends: 30 }],
  ['longer lines', { length: 9000 }],
  ['more room', { width: 2800, height: 2000 }],
  ['a strip', { width: 7000, height: 200 }],
  ['a tower', { width: 400, height: 3500 }],
  ['users who come late', { usersLate: true }],
])('%s makes it worse', (_, worse) => {
  expect(score({ ...calm, ...worse })).toBeGreaterThan(score(calm));
});

test('an overlap outweighs everything else', () => {
  expect(score({ ...calm, hits: 1 })).toBeGreaterThan(score({ ...calm, crossings: 100, bends: 200, keys: 10 }));
});

test('small pictures may have any shape, large ones from 1:2 to 3:1', () => {
  expect(isPleasant({ width: 1400, height: 60 })).toBe(true);
  expect(isPleasant({ width: 3000, height: 900 })).toBe(false);
  expect(isPleasant({ width: 900, height: 2000 })).toBe(false);
  expect(isPleasant({ width: 2400, height: 200 })).toBe(false);
  expect(isPleasant({ width: 0, height: 0 })).toBe(true);
});
