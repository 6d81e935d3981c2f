import type {
  MeasuredScene,
  PlacedBox,
  PlacedGroup,
  PlacedLine,
  Placement,
  Rect,
} from '../../../src/draw/layout/placement.js';
import { checkPlacement } from '../../../src/draw/self-test/check-placement.js';
import { countCrossings } from '../../../src/draw/self-test/count-crossings.js';
import type { OverlapKind } from '../../../src/draw/self-test/overlap.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import { makeScene, mark } from '../support/make-scene.js';

const scene = makeScene({
  boxes: [{ id: 'a', marks: [mark(1)] }, { id: 'b', cluster: 'g' }, { id: 'c' }],
  groups: [{ id: 'g' }],
  bundles: [
    { sources: ['a'], targets: ['b'], label: 'one' },
    { sources: ['a'], targets: ['c'], label: 'two' },
  ],
});
const measured: MeasuredScene = measureScene(scene);

function rect(x: number, y: number, width: number, height: number): Rect {
  return { x, y, width, height };
}

const a: PlacedBox = { id: 'a', ...rect(0, 0, 120, 60), badges: [rect(90, -8, 24, 16)] };
const b: PlacedBox = { id: 'b', ...rect(0, 240, 120, 60), badges: [] };
const c: PlacedBox = { id: 'c', ...rect(300, 0, 120, 60), badges: [] };
const g: PlacedGroup = { id: 'g', ...rect(-24, 192, 168, 132), title: rect(-12, 202, 40, 20), badges: [] };
const first: PlacedLine = {
  bundle: scene.bundles[0]!,
  paths: [
    [
      { x: 60, y: 60 },
      { x: 60, y: 240 },
    ],
  ],
  heads: [{ from: { x: 60, y: 228 }, to: { x: 60, y: 240 } }],
  label: { ...rect(40, 110, 40, 18), text: 'one' },
};
const second: PlacedLine = {
  bundle: scene.bundles[1]!,
  paths: [
    [
      { x: 120, y: 36 },
      { x: 300, y: 36 },
    ],
  ],
  heads: [{ from: { x: 288, y: 36 }, to: { x: 300, y: 36 } }],
  label: { ...rect(190, 27, 40, 18), text: 'two' },
};

interface Changes {
  readonly boxes?: readonly PlacedBox[];
  readonly groups?: readonly PlacedGroup[];
  readonly lines?: readonly PlacedLine[];
}

function place({ boxes = [a, b, c], groups = [g], lines = [first, second] }: Changes = {}): Placement {
  return {
    direction: 'TB',
    boxes: new Map(boxes.map((box) => [box.id, box])),
    groups: new Map(groups.map((group) => [group.id, group])),
    lines,
    keys: [],
    unplacedLabels: [],
    unroutedBundles: [],
    bounds: rect(-24, -8, 444, 332),
  };
}

function labelled(line: PlacedLine, at: Rect): PlacedLine {
  return { ...line, label: { ...at, text: 'moved' } };
}

function routed(line: PlacedLine, ...points: readonly (readonly [number, number])[]): PlacedLine {
  const path = points.map(([x, y]) => ({ x, y }));
  return { ...line, paths: [path], heads: [{ from: path.at(-2)!, to: path.at(-1)! }] };
}

const inner: PlacedGroup = { ...g, id: 'other', ...rect(100, 250, 100, 100), title: rect(110, 320, 20, 10) };

const planted: readonly (readonly [OverlapKind, Changes])[] = [
  ['label on card', { lines: [labelled(first, rect(40, 50, 40, 18)), second] }],
  ['label on title', { lines: [labelled(first, rect(20, 205, 45, 10)), second] }],
  ['label on label', { lines: [labelled(first, rect(180, 40, 40, 18)), second] }],
  ['label on badge', { lines: [labelled(first, rect(100, -20, 40, 18)), second] }],
  ['label on border', { lines: [labelled(first, rect(40, 183, 40, 18)), second] }],
  ['label on foreign line', { lines: [labelled(first, rect(130, 27, 40, 18)), second] }],
  ['label away from its line', { lines: [labelled(first, rect(70, 110, 40, 18)), second] }],
  ['label missing', { lines: [{ ...first, label: undefined }, second] }],
  [
    'line through card',
    { lines: [first, routed(second, [120, 36], [132, 36], [132, 280], [20, 280], [20, 330], [300, 330], [300, 60])] },
  ],
  ['line through card', { lines: [routed(first, [60, 0], [60, 240]), second] }],
  ['line through title', { lines: [routed(first, [60, 60], [60, 210], [0, 210], [0, 240]), second] }],
  ['line through badge', { lines: [first, routed(second, [100, 0], [100, -30], [360, -30], [360, 0])] }],
  ['line on line', { lines: [first, routed(second, [60, 60], [60, 100], [360, 100], [360, 60])] }],
  ['line missing', { lines: [first] }],
  ['line does not reach', { lines: [first, routed(second, [120, 36], [290, 36])] }],
  ['line does not reach', { lines: [first, { ...second, heads: [] }] }],
  [
    'line does not reach',
    {
      lines: [
        first,
        {
          ...second,
          paths: [
            ...second.paths,
            [
              { x: 200, y: 100 },
              { x: 220, y: 100 },
            ],
          ],
        },
      ],
    },
  ],
  ['badge on card', { boxes: [a, { ...b, badges: [rect(310, 10, 24, 16)] }, c] }],
  ['badge on badge', { boxes: [{ ...a, badges: [rect(60, -8, 24, 16), rect(70, -8, 24, 16)] }, b, c] }],
  ['badge on title', { boxes: [a, { ...b, badges: [rect(0, 210, 24, 16)] }, c] }],
  ['card on card', { boxes: [a, b, { ...c, x: 100 }] }],
  ['card on frame', { boxes: [a, b, { ...c, x: 100, y: 200 }] }],
  ['card outside its frame', { boxes: [a, { ...b, x: 60 }, c] }],
  ['card missing', { boxes: [a, b] }],
  ['frame missing', { groups: [] }],
  ['frame on frame', { groups: [g, inner] }],
  ['title outside its frame', { groups: [{ ...g, title: rect(-12, 202, 400, 20) }] }],
  ['title on title', { groups: [{ ...g, detail: rect(0, 202, 40, 20) }] }],
];

test('a good placement is found good', () => {
  expect(checkPlacement(measured, place())).toEqual([]);
});

test.each(planted)('what is planted is found: %s', (kind, changes) => {
  expect(checkPlacement(measured, place(changes)).map((hit) => hit.kind)).toContain(kind);
});

describe('the pill of a state', () => {
  const dead = measureScene({
    ...scene,
    boxes: scene.boxes.map((box) => (box.id === 'c' ? { ...box, state: 'dead' } : box)),
    groups: scene.groups.map((group) => ({ ...group, state: 'degraded' })),
  });
  const pilled: PlacedBox = { ...c, pill: rect(308, 52, 50, 16) };
  const framed: PlacedGroup = { ...g, pill: rect(-10, 316, 70, 16) };
  const boxes = [a, b, pilled];
  const groups = [framed];

  test('in its place is found good', () => {
    expect(checkPlacement(dead, place({ boxes, groups }))).toEqual([]);
  });

  test.each([
    ['pill missing', { boxes: [a, b, c], groups }],
    ['pill missing', { boxes, groups: [g] }],
    ['badge on card', { boxes: [a, b, { ...pilled, pill: rect(10, 232, 50, 16) }], groups }],
    ['badge on title', { boxes: [a, b, { ...pilled, pill: rect(-10, 210, 50, 16) }], groups }],
    ['badge on badge', { boxes: [a, b, { ...pilled, pill: rect(80, -8, 50, 16) }], groups }],
    ['label on badge', { boxes, groups, lines: [first, labelled(second, rect(300, 60, 40, 18))] }],
    [
      'line through badge',
      { boxes, groups, lines: [first, routed(second, [120, 36], [132, 36], [132, 90], [320, 90], [320, 60])] },
    ],
  ] satisfies [OverlapKind, Changes][])('planted wrongly is found: %s', (kind, changes) => {
    expect(checkPlacement(dead, place(changes)).map((hit) => hit.kind)).toContain(kind);
  });
});

test('a frame outside the frame around it is found', () => {
  const nested = measureScene(makeScene({ groups: [{ id: 'outer' }, { id: 'g', parent: 'outer' }] }));
  const outer = { ...g, id: 'outer', ...rect(-24, 150, 100, 300), title: rect(0, 160, 20, 20) };
  const kinds = checkPlacement(nested, place({ boxes: [], lines: [], groups: [outer, g] })).map(({ kind }) => kind);
  expect(kinds).toEqual(['frame outside its frame']);
});

test('slanting lines are checked like others', () => {
  const slanting = routed(second, [120, 36], [300, 290], [300, 60]);
  const through = { ...c, id: 'c', ...rect(180, 120, 60, 60) };
  const hits = checkPlacement(measured, place({ boxes: [a, b, through], lines: [first, slanting] }));
  expect(hits).toContainEqual({ kind: 'line through card', what: 'b1', other: 'c' });
});

describe('crossings', () => {
  test('are counted between bundles, not within one, and not where lines only touch', () => {
    const across = routed(second, [0, 100], [300, 100]);
    expect(countCrossings({ lines: [first, across] })).toBe(1);
    expect(countCrossings({ lines: [{ ...first, paths: [...first.paths, ...across.paths] }] })).toBe(0);
    expect(countCrossings({ lines: [first, routed(second, [60, 100], [300, 100])] })).toBe(0);
    expect(countCrossings({ lines: [] })).toBe(0);
  });
});
