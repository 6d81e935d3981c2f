import fc from 'fast-check';
import { makeBucketQueue } from '../../../src/draw/layout/route/bucket-queue.js';

test('gives the lowest first, the newest of equals', () => {
  const queue = makeBucketQueue();
  for (const [item, priority] of [
    [1, 7],
    [2, 3],
    [3, 7],
    [4, 3],
  ] as const)
    queue.push(item, priority);
  const taken = [queue.pop(), queue.pop(), queue.pop(), queue.pop(), queue.pop()];
  expect(taken).toEqual([4, 2, 3, 1, -1]);
});

test('is empty after clear, and starts from the lowest again', () => {
  const queue = makeBucketQueue();
  queue.push(1, 50);
  queue.pop();
  queue.clear();
  expect(queue.pop()).toBe(-1);
  queue.push(2, 1);
  expect([queue.pop(), queue.priority()]).toEqual([2, 1]);
});

test('sorts whatever it is given, more than it first has room for and beyond its last bucket too', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70_000), { maxLength: 400 }), (priorities) => {
      const queue = makeBucketQueue();
      priorities.forEach((priority, item) => {
        queue.push(item, priority);
      });
      const taken = priorities.map(() => Math.min(priorities[queue.pop()]!, 65_535));
      expect(taken).toEqual(priorities.map((priority) => Math.min(priority, 65_535)).sort((a, b) => a - b));
    }),
    { numRuns: 50, seed: 1 },
  );
  const many = makeBucketQueue();
  for (let item = 0; item < 40_000; item++) many.push(item, item % 100);
  expect(many.pop() % 100).toBe(0);
});
