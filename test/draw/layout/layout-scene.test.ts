import type { Placement } from '../../../src/draw/layout/placement.js';
import { makeScene } from '../support/make-scene.js';
import { asJson, placeScene } from '../support/place-scene.js';
import { blog, hostile, market, threeServers, threeZones } from '../support/scenes.js';

const scenes = { blog, threeServers, threeZones, market };

function centre(placement: Placement, id: string) {
  const { x, y, width, height } = placement.boxes.get(id)!;
  return { x: x + width / 2, y: y + height / 2 };
}

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  test('is drawn without an overlap, every line and label in its place', async () => {
    const { placement, overlaps } = await placeScene(scene());
    expect(overlaps).toEqual([]);
    expect(placement.unplacedLabels).toEqual([]);
    expect(placement.unroutedBundles).toEqual([]);
  });

  test('stands on the grid, with orthogonal lines and whole numbers', async () => {
    const { placement } = await placeScene(scene());
    for (const { x, y } of [...placement.boxes.values(), ...placement.groups.values()]) {
      expect([x % 12, y % 12]).toEqual([expect.closeTo(0), expect.closeTo(0)]);
    }
    for (const path of placement.lines.flatMap(({ paths }) => paths)) {
      for (const [index, to] of path.slice(1).entries()) {
        const from = path[index]!;
        expect(from.x === to.x || from.y === to.y).toBe(true);
      }
    }
    for (const { label } of placement.lines) {
      if (label) expect([label.x, label.y].every(Number.isInteger)).toBe(true);
    }
  });

  test('comes out the same every time', async () => {
    const [first, second] = [await placeScene(scene()), await placeScene(scene())];
    expect(asJson(second.placement)).toBe(asJson(first.placement));
  });

  test('keeps a pleasant shape', async () => {
    const { placement } = await placeScene(scene());
    const { width, height } = placement.bounds;
    if (width * height > 500_000) expect(width / height).toBeGreaterThan(0.5);
    expect(width / height).toBeLessThan(3);
  });
});

describe('what a reader expects', () => {
  test('users stand first and stores last', async () => {
    const { placement } = await placeScene(threeServers());
    const tops = [...placement.boxes.values()].map(({ y }) => y);
    expect(placement.boxes.get('u')!.y).toBe(Math.min(...tops));
    for (const store of ['d1', 'd2', 'd3']) expect(placement.boxes.get(store)!.y).toBe(Math.max(...tops));
  });

  test('replicas stand beside their primary, to its right, in declared order', async () => {
    const { placement } = await placeScene(threeZones());
    const [primary, second, third] = ['d1', 'd2', 'd3'].map((id) => centre(placement, id));
    expect([second!.y, third!.y]).toEqual([primary!.y, primary!.y]);
    expect(primary!.x).toBeLessThan(second!.x);
    expect(second!.x).toBeLessThan(third!.x);
  });

  test('groups that are alike stand in declared order, with even gaps', async () => {
    const { placement } = await placeScene(threeServers());
    const [first, second, third] = ['s1', 's2', 's3'].map((id) => placement.groups.get(id)!);
    const gap = second!.x - first!.x - first!.width;
    expect(gap).toBeGreaterThanOrEqual(24);
    expect(third!.x - second!.x - second!.width).toBe(gap);
    expect([second!.y, third!.y]).toEqual([first!.y, first!.y]);
  });

  test('the boxes of a server stand in one column', async () => {
    const { placement } = await placeScene(threeServers());
    for (const n of [1, 2, 3]) {
      const columns = new Set([`w${n}`, `a${n}`, `d${n}`].map((id) => centre(placement, id).x));
      expect(columns.size).toBe(1);
    }
  });

  test('a chain is drawn with straight lines', async () => {
    const { placement } = await placeScene(blog());
    for (const { paths } of placement.lines) expect(paths.map(({ length }) => length)).toEqual([2]);
  });

  test('a user and the name that is looked up stand side by side', async () => {
    const { placement } = await placeScene(threeServers());
    expect(placement.boxes.get('dns')!.y).toBe(placement.boxes.get('u')!.y);
    const line = placement.lines.find(({ bundle }) => bundle.sideBySide)!;
    expect(line.paths.map(({ length }) => length)).toEqual([2]);
    expect(line.label?.text).toBe('resolves');
  });

  test('operations push nothing about', async () => {
    const scene = threeServers();
    const traffic = ['u', 'fw', 'lb', 'w1', 'a1', 'd1'];
    const without = { ...scene, bundles: scene.bundles.filter(({ sources }) => sources[0] !== 'mon') };
    const [all, less] = [await placeScene(scene), await placeScene(without)];
    const order = ({ placement }: typeof all) =>
      [...traffic].sort((a, b) => centre(placement, a).y - centre(placement, b).y);
    expect(order(all)).toEqual(traffic);
    expect(order(less)).toEqual(traffic);
  });

  test('a scene that reads from left to right has its users at the left', async () => {
    const { placement, overlaps } = await placeScene({ ...blog(), direction: 'LR' });
    expect(overlaps).toEqual([]);
    expect(placement.direction).toBe('LR');
    expect(centre(placement, 'n1').x).toBeLessThan(centre(placement, 'n4').x);
  });
});

describe.each(['flat-TB', 'flat-TB-loose', 'flat-LR', 'blocks-TB', 'blocks-LR'] as const)(
  'the variant %s alone',
  (variant) => {
    test.each(Object.entries(scenes))('draws %s without an overlap', async (_, scene) => {
      const { overlaps } = await placeScene(scene(), { variants: [variant] });
      expect(overlaps).toEqual([]);
    });
  },
);

describe('scenes that nobody would draw', () => {
  const boxes = ['n1', 'n2', 'n3'].map((id) => ({ id }));

  test('nothing at all', async () => {
    const { placement, overlaps } = await placeScene(makeScene({}));
    expect(overlaps).toEqual([]);
    expect(placement.bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  test('one box', async () => {
    const { placement, overlaps } = await placeScene(makeScene({ boxes: [{ id: 'n1' }] }));
    expect(overlaps).toEqual([]);
    expect(placement.boxes.size).toBe(1);
  });

  test('boxes without lines', async () => {
    expect((await placeScene(makeScene({ boxes }))).overlaps).toEqual([]);
  });

  test('two systems that know nothing of one another', async () => {
    const two = makeScene({
      boxes: [...boxes, { id: 'n4' }],
      bundles: [
        { sources: ['n1'], targets: ['n2'], label: 'HTTP' },
        { sources: ['n3'], targets: ['n4'], label: 'HTTP' },
      ],
    });
    expect((await placeScene(two)).overlaps).toEqual([]);
  });

  test('groups without content, one in the other', async () => {
    const { placement, overlaps } = await placeScene(
      makeScene({ boxes, groups: [{ id: 'g1' }, { id: 'g2', parent: 'g1' }] }),
    );
    expect(overlaps).toEqual([]);
    expect(placement.groups.size).toBe(2);
    expect(placement.boxes.size).toBe(3);
  });

  test('groups in a circle, and a group that does not exist', async () => {
    const circle = makeScene({
      boxes: [
        { id: 'n1', cluster: 'g1' },
        { id: 'n2', cluster: 'nowhere' },
      ],
      groups: [
        { id: 'g1', parent: 'g2' },
        { id: 'g2', parent: 'g1' },
      ],
    });
    const { placement } = await placeScene(circle);
    expect([...placement.boxes.keys()]).toEqual(['n1', 'n2']);
  });

  test('groups six deep, with a line from the innermost to the outside', async () => {
    const deep = makeScene({
      boxes: [{ id: 'n1', cluster: 'g6' }, { id: 'n2', cluster: 'g3' }, { id: 'n3' }],
      groups: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `g${n}`, ...(n > 1 && { parent: `g${n - 1}` }) })),
      bundles: [
        { sources: ['n3'], targets: ['n1'], label: 'HTTPS' },
        { sources: ['n1'], targets: ['n2'], label: 'SQL' },
      ],
    });
    expect((await placeScene(deep)).overlaps).toEqual([]);
  });

  test('a line from a box to itself, and peers that are sources and targets', async () => {
    const loops = makeScene({
      boxes,
      bundles: [
        { sources: ['n1'], targets: ['n1'], label: 'itself' },
        { sources: ['n1', 'n2', 'n3'], targets: ['n1', 'n2', 'n3'], label: 'gossip ×9' },
        { sources: ['n2', 'n2'], targets: ['n3', 'n3'], label: 'twice' },
      ],
    });
    const { placement, overlaps } = await placeScene(loops);
    expect(overlaps).toEqual([]);
    expect(placement.lines).toHaveLength(3);
  });

  test('replication in a circle that is traffic as well', async () => {
    const circle = makeScene({
      boxes,
      bundles: [
        { sources: ['n1'], targets: ['n2'], sort: 'replication', label: 'a' },
        { sources: ['n2'], targets: ['n3'], sort: 'replication', label: 'b' },
        { sources: ['n3'], targets: ['n1'], sort: 'replication', label: 'c' },
        { sources: ['n1'], targets: ['n3'], label: 'd' },
        { sources: ['n3'], targets: ['n2'], label: 'e', sideBySide: true },
      ],
    });
    expect((await placeScene(circle)).overlaps).toEqual([]);
  });

  test('a line to a box that does not exist is reported, the rest is drawn', async () => {
    const lost = makeScene({
      boxes,
      bundles: [
        { sources: ['n1'], targets: ['nowhere'] },
        { sources: ['n1'], targets: ['n2'] },
      ],
    });
    const { placement, overlaps } = await placeScene(lost);
    expect(placement.unroutedBundles).toEqual(['b0']);
    expect(overlaps).toEqual([{ kind: 'line missing', what: 'b0' }]);
  });

  test('names that try to break out of whatever they are put into', async () => {
    const { placement, overlaps } = await placeScene(hostile());
    expect(overlaps.filter(({ what }) => what !== 'b8')).toEqual([]);
    expect(placement.unroutedBundles).toEqual(['b8']);
  });

  test('five hundred boxes get their places, and straight lines', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ id: `n${n}`, cluster: `g${n % 20}` }));
    const bundles = many.slice(1).map(({ id }, n) => ({ sources: [`n${n >> 1}`], targets: [id], label: 'HTTP' }));
    const groups = Array.from({ length: 20 }, (_, n) => ({ id: `g${n}` }));
    const { placement, overlaps } = await placeScene(makeScene({ boxes: many, bundles, groups }));
    const kinds = new Set(overlaps.map(({ kind }) => kind));
    for (const kind of [
      'card on card',
      'card on frame',
      'card outside its frame',
      'frame on frame',
      'line missing',
    ] as const) {
      expect(kinds).not.toContain(kind);
    }
    expect(placement.lines).toHaveLength(499);
    expect(placement.unplacedLabels).toHaveLength(499);
    for (const { paths } of placement.lines) for (const path of paths) expect(path).toHaveLength(2);
  }, 30_000);
});
