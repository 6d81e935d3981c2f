import { roundedPath } from '../../../src/draw/svg/rounded-path.js';

const corner = [
  { x: 0, y: 0 },
  { x: 0, y: 100 },
  { x: 100, y: 100 },
];

test('corners are round', () => {
  expect(roundedPath(corner)).toBe('M0 0L0 92Q0 100 8 100L100 100');
});

test('a corner where a branch joins is not, so that the branch reaches it', () => {
  expect(roundedPath(corner, [{ x: 0, y: 100 }])).toBe('M0 0L0 100L100 100');
});

test('one point is no line', () => {
  expect(roundedPath(corner.slice(0, 1))).toBe('');
});
