import type { GroupPlan } from '../../../src/analyses/faults/clusters.js';
import { isWorseOff } from '../../../src/analyses/faults/spares.js';
import type { Spare } from '../../../src/analyses/faults/structure.js';
import { draft } from '../support/document.js';

const d = draft();
d.element('database', 'one');
d.element('database', 'two');
const flow = d.flow('one', 'calls', 'two');
const { elements } = d.graph();
const [one] = elements;
const pool = { id: 'pool', verb: 'calls', from: 'one', flows: [flow.id], need: 1 } as const;

/** Nodes 0 to 5, of which these work; the element is node 0. */
function worseOff(spare: Spare, working: readonly number[]): boolean {
  const works = Uint8Array.from({ length: 6 }, (_, node) => (working.includes(node) ? 1 : 0));
  const rest = { cause: new Int32Array(6), dead: () => 0, fail: () => [], undo: () => undefined };
  return isWorseOff(spare, { works, ...rest }, 0);
}

test.each<[readonly number[], boolean]>([
  [[1], false],
  [[0, 2], true],
])('an optional need: with %j', (working, wanted) => {
  expect(worseOff({ sort: 'optional', flow, node: 1 }, working)).toBe(wanted);
});

test.each<[readonly number[], boolean]>([
  [[1, 2], false],
  [[1], true],
  [[2], true],
  [[], true],
])('a pool of two: with %j', (working, wanted) => {
  expect(worseOff({ sort: 'pool', pool, flows: [], nodes: [1, 2] }, working)).toBe(wanted);
});

describe('instances in three places, two and one and one', () => {
  test.each<[number, readonly number[], boolean]>([
    [1, [1, 2, 3], false],
    [1, [1], false],
    [1, [2, 3], false],
    [1, [3], true],
    [1, [], true],
    [3, [1, 2, 3], false],
    [3, [1, 2], true],
    [3, [2, 3], true],
    [4, [1, 2, 3], false],
    [4, [1, 2], false],
  ])('%d needed: with %j', (need, working, wanted) => {
    expect(worseOff({ sort: 'instances', nodes: [1, 2, 3], counts: [2, 1, 1], need }, working)).toBe(wanted);
  });
});

describe('a group of three', () => {
  const group = (
    need: number,
    options: { readonly active?: true; readonly mechanism?: number } = {},
    size = 3,
  ): Spare => {
    const cluster = { id: 'group', memberKind: 'database', members: ['one', 'two'] } as const;
    const plan: GroupPlan = { group: cluster, members: [], need, anyReads: true, acknowledgements: 0 };
    const { active, mechanism } = options;
    return {
      sort: 'group',
      plan: { ...plan, ...(active && { active: one! }) },
      nodes: [1, 2, 3].slice(0, size),
      ...(mechanism !== undefined && { mechanism }),
    };
  };

  test.each<[string, Spare, readonly number[], boolean]>([
    ['one needed, all there', group(1), [1, 2, 3], false],
    ['one needed, two there', group(1), [1, 3], false],
    ['one needed, one there', group(1), [3], true],
    ['none needed is one', group(0), [3], true],
    ['two needed, two there', group(2), [1, 2], true],
    ['all needed: never a spare', group(3), [1, 2], false],
    ['nobody takes over, all there', group(1, { active: true }), [1, 2, 3], false],
    ['nobody takes over, two there', group(1, { active: true }), [1, 2], true],
    ['nobody takes over, and it is alone', group(1, { active: true }, 1), [1], false],
    ['nobody takes over, and it is alone and gone', group(1, { active: true }, 1), [], false],
    ['somebody takes over', group(1, { active: true, mechanism: 4 }), [1, 2, 3, 4], false],
    ['somebody takes over, two there', group(1, { active: true, mechanism: 4 }), [1, 2, 4], false],
    ['somebody takes over, one there', group(1, { active: true, mechanism: 4 }), [2, 4], true],
    ['whoever takes over is gone', group(1, { active: true, mechanism: 4 }), [1, 2, 3], true],
    ['whoever takes over is gone, and there is nobody to', group(1, { active: true, mechanism: 4 }, 1), [1], false],
  ])('%s', (_, spare, working, wanted) => {
    expect(worseOff(spare, working)).toBe(wanted);
  });
});

describe('two replicas and what promotes each', () => {
  test.each<[readonly number[], boolean]>([
    [[0, 1, 2, 3, 4], false],
    [[0, 1, 3], false],
    [[0, 2, 4], false],
    [[0, 1, 4], true],
    [[0, 2, 3], true],
    [[0, 1, 2], true],
    [[0, 3, 4], true],
    [[1, 2, 3, 4], true],
  ])('with %j', (working, wanted) => {
    expect(worseOff({ sort: 'replicas', replicas: [], nodes: [1, 2], mechanisms: [3, 4] }, working)).toBe(wanted);
  });
});
