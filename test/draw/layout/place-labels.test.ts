import type { Line } from '../../../src/draw/layout/label/line.js';
import { placeLabels } from '../../../src/draw/layout/label/place-labels.js';
import type { Point } from '../../../src/draw/layout/placement.js';
import type { Stage } from '../../../src/draw/layout/stage.js';
import { makeScene } from '../support/make-scene.js';

const [bundle] = makeScene({ bundles: [{ sources: ['a'], targets: ['b'] }] }).bundles;

function line(index: number, ...path: readonly Point[]): Line {
  const label = {
    bundle: `b${index}`,
    text: 'PostgreSQL 5432',
    width: 100,
    height: 18,
    short: { text: '5432', width: 40 },
    keyWidth: 16,
  };
  return {
    plan: { index, bundle: { ...bundle!, id: `b${index}` }, sources: [0], targets: [1], label },
    paths: [path],
    heads: [],
  };
}

function stage(boxes: Stage['boxes'] = []): Stage {
  return {
    boxes,
    boxBadges: [],
    frames: [],
    titles: [],
    details: [],
    groupBadges: [],
    boxPills: [],
    groupPills: [],
    closed: [],
  };
}

function walls(gap: number): Stage['boxes'] {
  return [
    { x: 0, y: -100, width: 200 - gap / 2, height: 200 },
    { x: 200 + gap / 2, y: -100, width: 200, height: 200 },
  ];
}

const upright = line(0, { x: 200, y: -100 }, { x: 200, y: 100 });
const drawn = () => true;

test('the full text stands on the middle of its line', () => {
  const { placed, keys } = placeLabels(stage(), drawn, [line(0, { x: 0, y: 0 }, { x: 400, y: 0 })]);
  expect(placed.get(0)).toEqual({ x: 150, y: -9, width: 100, height: 18, text: 'PostgreSQL 5432' });
  expect(keys).toEqual([]);
});

test('between cards too near for it the short text is taken, then a disc, then none', () => {
  expect(placeLabels(stage(walls(60)), drawn, [upright]).placed.get(0)?.text).toBe('5432');
  const disc = placeLabels(stage(walls(30)), drawn, [upright]);
  expect(disc.placed.get(0)).toMatchObject({ key: 'a', text: 'a', width: 16, height: 16 });
  expect(disc.keys.map(({ letter, text }) => [letter, text])).toEqual([['a', 'PostgreSQL 5432']]);
  expect(placeLabels(stage(walls(12)), drawn, [upright]).unplaced).toEqual(['b0']);
});

test('a card that is not drawn is no obstacle', () => {
  expect(placeLabels(stage(walls(12)), () => false, [upright]).placed.get(0)?.text).toBe('PostgreSQL 5432');
});

test('discs are lettered in the order of their bundles, beyond z too', () => {
  const many = Array.from({ length: 28 }, (_, n) =>
    line(n, { x: 200, y: n * 40 - 2000 }, { x: 200, y: n * 40 - 1970 }),
  );
  const tall = walls(30).map((wall) => ({ ...wall, y: -3000, height: 6000 }));
  const { keys } = placeLabels(stage(tall), drawn, many);
  expect(keys.map(({ letter }) => letter).slice(0, 2)).toEqual(['a', 'b']);
  expect(keys.map(({ letter }) => letter).slice(25)).toEqual(['z', 'aa', 'ab']);
  expect(keys.map(({ bundle: { id } }) => id)).toEqual(many.map(({ plan }) => plan.bundle.id));
});
