import { startWorking } from '../../../src/analyses/faults/fixpoint.js';
import { draftGates, type GateDraft } from '../../../src/analyses/faults/gates.js';
import { witnessesIn } from '../../../src/analyses/faults/witness.js';

/** Ten elements, 0 to 9, that need what is told. */
function witnesses(fill: (gates: GateDraft) => void, failed: readonly number[] = []) {
  const draft = draftGates(10);
  fill(draft);
  const gates = draft.finish();
  const state = startWorking(gates);
  state.fail(failed);
  const suffice = witnessesIn(gates, state);
  return (nodes: readonly number[], shunned?: readonly number[]) =>
    suffice(nodes, shunned && ((node) => shunned.includes(node)))
      .filter((node) => node < 10)
      .sort((left, right) => left - right);
}

test('what all is needed is taken, however far below, and each once', () => {
  const suffice = witnesses((gates) => {
    gates.needs(0, 1);
    gates.needs(1, gates.all([2, 3]));
    gates.needs(2, 4);
    gates.needs(3, 4);
    gates.needs(5, 6);
  });
  expect(suffice([0])).toEqual([0, 1, 2, 3, 4]);
  expect(suffice([5, 2])).toEqual([2, 4, 5, 6]);
  expect(suffice([])).toEqual([]);
});

describe('of a pool', () => {
  const pool =
    (need: number, members = [1, 2, 3], weights?: readonly number[]) =>
    (gates: GateDraft) => {
      gates.needs(0, gates.atLeast(need, members, weights));
      gates.needs(9, 3);
      gates.needs(2, 8);
    };

  test.each<[string, ReturnType<typeof pool>, readonly number[], readonly number[]]>([
    ['as many as are needed, from the first on', pool(1), [0], [0, 1]],
    ['two where two are', pool(2), [0], [0, 1, 2, 8]],
    ['all where all are', pool(3), [0], [0, 1, 2, 3, 8]],
    ['what is taken anyway', pool(1), [0, 9], [0, 3, 9]],
    ['what is taken anyway, and one more', pool(2), [0, 9], [0, 1, 3, 9]],
    ['what is given', pool(1), [0, 2], [0, 2, 8]],
    ['what is given, however often it is a member', pool(2, [1, 2, 2]), [0, 2], [0, 2, 8]],
    ['one that counts twice', pool(2, [1, 2, 2, 3]), [0], [0, 1, 2, 8]],
    ['by weight', pool(3, [1, 2, 3], [1, 1, 2]), [0], [0, 1, 2, 3, 8]],
    ['by weight, what is taken anyway first', pool(3, [1, 2, 3], [1, 1, 2]), [0, 9], [0, 1, 3, 9]],
    ['by weight, only as much as is missing', pool(2, [1, 2, 3], [2, 1, 2]), [0], [0, 1]],
    ['shares of weights, with rounding', pool(0.3, [1, 2, 3], [0.1, 0.2, 0.3]), [0], [0, 1, 2, 8]],
    ['all of unequal weights, where none can be spared', pool(4, [1, 2, 3], [1.5, 1.5, 1.5]), [0], [0, 1, 2, 3, 8]],
  ])('%s', (_, fill, nodes, wanted) => {
    expect(witnesses(fill)(nodes)).toEqual(wanted);
  });

  test.each<[string, number, readonly number[], readonly number[]]>([
    ['what is shunned comes last', 1, [1], [0, 2, 8]],
    ['the first two are', 1, [1, 2], [0, 3]],
    ['all of them are', 1, [1, 2, 3], [0, 1]],
    ['more are needed than are not', 2, [1, 2], [0, 1, 3]],
    ['none of the members is', 2, [5], [0, 1, 2, 8]],
  ])('%s', (_, need, shunned, wanted) => {
    expect(witnesses(pool(need))([0], shunned)).toEqual(wanted);
  });

  test('what is taken anyway counts once, also where it is asked first', () => {
    const suffice = witnesses((gates) => {
      gates.needs(0, gates.atLeast(2, [1, 2, 3]));
      gates.needs(9, 1);
    });
    expect(suffice([0, 9])).toEqual([0, 1, 2, 9]);
    expect(suffice([0, 9], [2])).toEqual([0, 1, 3, 9]);
    expect(suffice([0, 9], [2, 3])).toEqual([0, 1, 2, 9]);
  });

  test('only what works', () => {
    expect(witnesses(pool(1), [1])([0])).toEqual([0, 2, 8]);
    expect(witnesses(pool(1), [1, 8])([0])).toEqual([0, 3]);
    expect(witnesses(pool(1), [1, 8])([0], [3])).toEqual([0, 3]);
  });

  test('a pool chooses among what another needs, also of what is asked for later', () => {
    const suffice = witnesses((gates) => {
      gates.needs(0, gates.atLeast(1, [1, 2]));
      gates.needs(0, gates.atLeast(1, [3, 4]));
      gates.needs(0, 5);
      gates.needs(5, 2);
      gates.needs(2, 4);
    });
    expect(suffice([0])).toEqual([0, 2, 4, 5]);
  });

  test('what thousands of others depend on is a place, of which none are counted: the pool is asked instead', () => {
    const wide = witnesses((gates) => {
      gates.needs(0, gates.atLeast(2, [1, 2, 3]));
      for (let other = 0; other < 70; other += 1) gates.needs(gates.free(), 3);
    });
    expect(wide([0, 3])).toEqual([0, 1, 3]);
    const narrow = witnesses((gates) => {
      gates.needs(0, gates.atLeast(1, [1, 2, 3]));
      for (let other = 0; other < 3; other += 1) gates.needs(gates.free(), 3);
    });
    expect(narrow([0, 3])).toEqual([0, 3]);
  });

  test('a search does not remember what an earlier one took', () => {
    const suffice = witnesses(pool(1));
    expect(suffice([0, 9])).toEqual([0, 3, 9]);
    expect(suffice([0])).toEqual([0, 1]);
  });
});
