import { type Diagram, type DiagramLimits, openDiagram } from '../../../../src/analyses/faults/availability/diagram.js';
import { diagramAlgebra } from '../../../../src/analyses/faults/availability/diagram-algebra.js';
import { plainAlgebra } from '../../../../src/analyses/faults/availability/plain-algebra.js';

const roomy: DiagramLimits = { nodes: 100_000, steps: 1_000_000 };

/** The function of a node as text: a digit for each of the states of so many events, the first event counting least. */
function truth(diagram: Diagram, root: number, events: number): string {
  return Array.from({ length: 2 ** events }, (_, state) => {
    let node = root;
    while (node > 1) node = (state >>> diagram.levelOf(node)) & 1 ? diagram.whenSo(node) : diagram.otherwise(node);
    return node;
  }).join('');
}

describe('a diagram', () => {
  test('of events, and of what they come to', () => {
    const diagram = openDiagram(roomy);
    const [a, b] = [diagram.event(0), diagram.event(1)];
    expect(truth(diagram, a, 2)).toBe('0101');
    expect(truth(diagram, b, 2)).toBe('0011');
    expect(truth(diagram, diagram.either(a, b), 2)).toBe('0111');
    expect(truth(diagram, diagram.either(b, a), 2)).toBe('0111');
    expect(truth(diagram, diagram.both(a, b), 2)).toBe('0001');
    expect(truth(diagram, diagram.both(b, a), 2)).toBe('0001');
    expect(truth(diagram, diagram.choose(b, 0, a), 2)).toBe('0100');
    expect(truth(diagram, diagram.choose(a, b, 1), 2)).toBe('1011');
    expect(diagram.isFull()).toBe(false);
  });

  test('has one node for a function, however it came about', () => {
    const diagram = openDiagram(roomy);
    const [a, b, c] = [0, 1, 2].map((level) => diagram.event(level)) as [number, number, number];
    const first = diagram.either(diagram.both(a, b), diagram.both(a, c));
    const before = diagram.size();
    expect(diagram.both(a, diagram.either(c, b))).toBe(first);
    expect(diagram.node(2, 0, 1)).toBe(c);
    expect(diagram.node(2, b, b)).toBe(b);
    expect(diagram.both(a, a)).toBe(a);
    expect(diagram.choose(a, 1, 0)).toBe(a);
    expect(diagram.both(a, diagram.choose(a, 0, 1))).toBe(0);
    expect(diagram.either(a, diagram.choose(a, 0, 1))).toBe(1);
    // All that is new is `not a`.
    expect(diagram.size()).toBe(before + 1);
  });

  test('tells levels and branches', () => {
    const diagram = openDiagram(roomy);
    const [a, b] = [diagram.event(0), diagram.event(1)];
    const top = diagram.node(0, 1, b);
    expect([diagram.levelOf(top), diagram.otherwise(top), diagram.whenSo(top)]).toEqual([0, 1, b]);
    expect(diagram.levelOf(0)).toBeGreaterThan(1e9);
    expect(diagram.levelOf(1)).toBe(diagram.levelOf(0));
    expect(a).toBe(2);
  });

  /** Pairs far apart in the order: the number of nodes doubles with each of them. */
  function pairs(diagram: Diagram, count: number): number {
    let any = 0;
    for (let place = 0; place < count; place += 1)
      any = diagram.either(any, diagram.both(diagram.event(place), diagram.event(place + count)));
    return any;
  }

  test('stays right while it grows', () => {
    const diagram = openDiagram(roomy);
    const root = pairs(diagram, 10);
    expect(diagram.size()).toBeGreaterThan(2_048);
    for (let state = 0; state < 2 ** 20; state += 977) {
      let node = root;
      while (node > 1) node = (state >>> diagram.levelOf(node)) & 1 ? diagram.whenSo(node) : diagram.otherwise(node);
      expect(node === 1).toBe((state & (state >>> 10) & 1023) !== 0);
    }
    const size = diagram.size();
    expect(pairs(diagram, 10)).toBe(root);
    expect(diagram.size()).toBe(size);
  });

  test('remembers what it was asked, also after it grew', () => {
    const diagram = openDiagram(roomy);
    const root = pairs(diagram, 8);
    const odd = diagram.either(diagram.event(3), diagram.event(12));
    diagram.both(root, odd);
    const before = diagram.steps();
    diagram.both(root, odd);
    expect(diagram.steps()).toBe(before + 1);
  });

  test('goes as deep as there are events', () => {
    const diagram = openDiagram(roomy);
    let all = 1;
    for (let level = 599; level >= 0; level -= 1) all = diagram.node(level, 0, all);
    let any = 0;
    for (let level = 599; level >= 0; level -= 1) any = diagram.node(level, any, 1);
    expect(diagram.both(all, any)).toBe(all);
    expect(diagram.either(all, any)).toBe(any);
    const neither = diagram.choose(any, 0, 1);
    expect(diagram.both(all, neither)).toBe(0);
  });

  test('is full beyond its nodes, and its answers are never from then on', () => {
    const diagram = openDiagram({ nodes: 5, steps: 1_000 });
    const events = [0, 1, 2].map((level) => diagram.event(level));
    expect([events, diagram.size(), diagram.isFull()]).toEqual([[2, 3, 4], 5, false]);
    expect(diagram.event(1)).toBe(3);
    expect(diagram.isFull()).toBe(false);
    expect(diagram.event(3)).toBe(0);
    expect(diagram.isFull()).toBe(true);
    expect(diagram.either(2, 3)).toBe(0);
    expect(diagram.size()).toBe(5);
  });

  test('is full beyond its steps, its own or such as are made for it', () => {
    const diagram = openDiagram({ nodes: 1_000, steps: 10 });
    const [a, b] = [diagram.event(0), diagram.event(1)];
    diagram.both(a, b);
    expect([diagram.steps(), diagram.isFull()]).toEqual([3, false]);
    diagram.spend(7);
    expect([diagram.steps(), diagram.isFull()]).toEqual([10, false]);
    expect(diagram.both(a, a)).toBe(0);
    expect(diagram.isFull()).toBe(true);
    const other = openDiagram({ nodes: 1_000, steps: 10 });
    other.spend(11);
    expect(other.isFull()).toBe(true);
  });

  test('forgets what it made from a node on, what it answered with that, and that it was full', () => {
    const diagram = openDiagram({ nodes: 7, steps: 100 });
    const [a, b, c] = [0, 1, 2].map((level) => diagram.event(level)) as [number, number, number];
    const before = diagram.size();
    const joined = diagram.either(a, b);
    diagram.either(b, c);
    diagram.both(a, c);
    expect(diagram.isFull()).toBe(true);
    diagram.forget(before);
    expect([diagram.size(), diagram.steps(), diagram.isFull()]).toEqual([before, 0, false]);
    expect([0, 1, 2].map((level) => diagram.event(level))).toEqual([a, b, c]);
    expect(truth(diagram, diagram.both(b, c), 3)).toBe('00000011');
    expect(truth(diagram, diagram.either(a, b), 3)).toBe('01110111');
    expect(joined).toBeGreaterThanOrEqual(before);
  });
});

describe.each([
  ['plain', plainAlgebra],
  ['by parts', diagramAlgebra],
])('functions of events, %s', (_, algebraOf) => {
  /** Events 10 to 13 on levels 0 to 3. */
  const levels = new Map([10, 11, 12, 13].map((event, level) => [event, level]));
  function algebra() {
    const diagram = openDiagram(roomy);
    const made = algebraOf(diagram, levels);
    const [a, b, c, d] = [10, 11, 12, 13].map((event) => made.event(event)) as [number, number, number, number];
    return { made, a, b, c, d, told: (value: number) => truth(diagram, made.nodeOf(value), 4) };
  }
  const bits = (holds: (a: boolean, b: boolean, c: boolean, d: boolean) => boolean) =>
    Array.from({ length: 16 }, (_, state) => {
      return holds((state & 1) > 0, (state & 2) > 0, (state & 4) > 0, (state & 8) > 0) ? 1 : 0;
    }).join('');

  test('either, both, and one but not the other', () => {
    const { made, a, b, c, d, told } = algebra();
    expect(told(made.always)).toBe(bits(() => true));
    expect(told(0)).toBe(bits(() => false));
    expect(told(made.either(a, b))).toBe(bits((a, b) => a || b));
    expect(told(made.either(a, a))).toBe(bits((a) => a));
    expect(told(made.either(a, made.always))).toBe(bits(() => true));
    expect(told(made.either(0, c))).toBe(bits((_a, _b, c) => c));
    expect(told(made.both(a, b))).toBe(bits((a, b) => a && b));
    expect(told(made.both(b, b))).toBe(bits((_, b) => b));
    expect(told(made.both(made.always, d))).toBe(bits((_a, _b, _c, d) => d));
    expect(told(made.both(0, d))).toBe(bits(() => false));
    expect(told(made.both(made.either(a, b), made.either(c, a)))).toBe(bits((a, b, c) => (a || b) && (c || a)));
    expect(told(made.both(made.either(a, b), made.either(c, d)))).toBe(bits((a, b, c, d) => (a || b) && (c || d)));
    expect(told(made.butNot(made.either(a, b), made.either(b, c)))).toBe(bits((a, b, c) => a && !b && !c));
    expect(told(made.butNot(made.always, d))).toBe(bits((_a, _b, _c, d) => !d));
  });

  test('more than so many, also where all share something', () => {
    const { made, a, b, c, d, told } = algebra();
    const ones = (count: number) => new Float64Array(count).fill(1);
    expect(told(made.moreThan(1, [a, b, c], ones(3)))).toBe(bits((a, b, c) => (a && b) || (a && c) || (b && c)));
    expect(told(made.moreThan(2, [a, b, c, d], Float64Array.of(2, 1, 1, 1)))).toBe(
      bits((a, b, c, d) => (a && (b || c || d)) || (b && c && d)),
    );
    const shared = [b, c, d].map((value) => made.either(value, a));
    expect(told(made.moreThan(1, shared, ones(3)))).toBe(
      bits((a, b, c, d) => a || [b, c, d].filter(Boolean).length > 1),
    );
    const some = [made.either(a, b), made.either(a, c), d];
    expect(told(made.moreThan(1, some, ones(3)))).toBe(
      bits((a, b, c, d) => [a || b, a || c, d].filter(Boolean).length > 1),
    );
    expect(told(made.moreThan(2, [a, b], ones(2)))).toBe(bits(() => false));
  });

  test('one value for one function, once settled', () => {
    const { made, a, b, c } = algebra();
    const left = made.settled(made.either(made.both(a, b), made.both(a, c)));
    expect(made.settled(made.both(a, made.either(c, b)))).toBe(left);
    expect(made.settled(made.either(a, b))).toBe(made.settled(made.either(b, a)));
    expect(made.settled(a)).toBe(a);
    expect(made.settled(0)).toBe(0);
    expect(made.settled(made.either(a, made.butNot(made.always, a)))).toBe(made.always);
    expect(made.isFull()).toBe(false);
  });
});

test('parts beyond two hundred are multiplied out', () => {
  const diagram = openDiagram(roomy);
  const made = diagramAlgebra(diagram, new Map(Array.from({ length: 300 }, (_, event) => [event, event])));
  const any = (count: number) => {
    let joined = 0;
    for (let event = 0; event < count; event += 1) joined = made.either(joined, made.event(event));
    return joined;
  };
  any(200);
  expect(diagram.size()).toBe(202);
  const all = any(300);
  expect(diagram.size()).toBeGreaterThan(400);
  let node = made.nodeOf(all);
  for (let level = 0; level < 300; level += 1) {
    expect([diagram.levelOf(node), diagram.whenSo(node)]).toEqual([level, 1]);
    node = diagram.otherwise(node);
  }
  expect(node).toBe(0);
});
