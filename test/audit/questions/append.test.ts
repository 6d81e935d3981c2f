import { append } from '../../../src/audit/questions/append.js';

test('values stand in the list of their key, in the order they came', () => {
  const lists = new Map<string, number[]>([['b', [0]]]);
  append(lists, 'a', 1);
  append(lists, 'b', 2);
  append(lists, 'a', 3);
  expect([...lists]).toEqual([
    ['b', [0, 2]],
    ['a', [1, 3]],
  ]);
});
