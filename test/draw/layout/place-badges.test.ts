import { placeBadges } from '../../../src/draw/layout/place-badges.js';
import { overlaps } from '../../../src/draw/layout/rect.js';
import { mark } from '../support/make-scene.js';

const frame = { x: 100, y: 200, width: 144, height: 60 };

test('stand astride the top edge, the last against the right corner, in the order of the marks', () => {
  const [first, second] = placeBadges(frame, [mark(1), mark(12)], 6);
  expect(first).toMatchObject({ y: 192, width: 24, height: 16 });
  expect(second).toMatchObject({ y: 192, width: 31 });
  expect(first!.x + first!.width).toBeLessThan(second!.x);
  expect(second!.x + second!.width).toBe(frame.x + frame.width - 6);
});

test('take further rows above where one is full, and never overlap', () => {
  const badges = placeBadges(
    frame,
    Array.from({ length: 14 }, (_, n) => mark(n + 95)),
    6,
  );
  expect(badges).toHaveLength(14);
  expect(new Set(badges.map(({ y }) => y)).size).toBeGreaterThan(2);
  badges.forEach((badge, index) => {
    expect(badges.slice(index + 1).some((other) => overlaps(badge, other))).toBe(false);
    expect(badge.x).toBeGreaterThanOrEqual(frame.x);
  });
});

test('none without marks', () => {
  expect(placeBadges(frame, [], 6)).toEqual([]);
});
