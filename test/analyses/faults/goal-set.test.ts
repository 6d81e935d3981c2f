import {
  add,
  addAll,
  type GoalSet,
  has,
  isEmpty,
  isEqual,
  keepOnly,
  members,
  noGoals,
  remove,
  size,
} from '../../../src/analyses/faults/goal-set.js';

/** Of a hundred goals, which take four words. */
function goals(...list: readonly number[]): GoalSet {
  const set = noGoals(100);
  for (const goal of list) add(set, goal);
  return set;
}

test.each([
  [0, 0],
  [1, 1],
  [32, 1],
  [33, 2],
  [64, 2],
  [65, 3],
])('%d goals take %d words', (count, words) => {
  expect(noGoals(count)).toHaveLength(words);
});

test.each([[[]], [[0]], [[31]], [[32]], [[0, 31, 32, 63, 64, 99]], [[5, 6, 7, 40, 95, 96]]])('%j are held', (list) => {
  const set = goals(...list);
  expect(members(set)).toEqual(list);
  expect(size(set)).toBe(list.length);
  expect(isEmpty(set)).toBe(list.length === 0);
  for (let goal = 0; goal < 100; goal += 1) expect(has(set, goal)).toBe(list.includes(goal));
});

test('one is added once, and taken out without the others', () => {
  const set = goals(0, 1, 31, 33);
  add(set, 1);
  expect(size(set)).toBe(4);
  remove(set, 1);
  remove(set, 2);
  remove(set, 33);
  expect(members(set)).toEqual([0, 31]);
});

test('sets are joined and cut word by word', () => {
  const set = goals(0, 31, 40, 99);
  addAll(set, goals(1, 40, 98));
  expect(members(set)).toEqual([0, 1, 31, 40, 98, 99]);
  keepOnly(set, goals(1, 2, 98, 99));
  expect(members(set)).toEqual([1, 98, 99]);
});

test.each<[readonly number[], readonly number[], boolean]>([
  [[], [], true],
  [[0, 40, 99], [0, 40, 99], true],
  [[0, 40, 99], [0, 40, 98], false],
  [[0, 40, 99], [1, 40, 99], false],
  [[0], [0, 64], false],
])('%j and %j are equal: %s', (left, right, equal) => {
  expect(isEqual(goals(...left), goals(...right))).toBe(equal);
});
