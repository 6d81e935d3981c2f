import { isOverloaded } from '../../../src/analyses/capacity/is-overloaded.js';

test.each<[number | undefined, boolean]>([
  [undefined, false],
  [0, false],
  [1, false],
  [1 + 1e-12, false],
  [1 + 1e-9, false],
  [1.01, true],
])('a use of %s is more than it takes: %s', (utilisation, expected) => {
  expect(isOverloaded(utilisation)).toBe(expected);
});
