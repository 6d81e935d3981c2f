import fc from 'fast-check';
import { diffModels, isSame } from '../../src/diff/diff-models.js';
import type { Change, Difference, FactChange, ModelDiff } from '../../src/diff/model-diff.js';
import { type RandomChange, randomChanges } from './random-change.js';

const runs = { numRuns: 200 };

test('a model does not differ from itself', () => {
  fc.assert(
    fc.property(randomChanges, ({ base, head }) => {
      expect(isSame(diffModels(base, base))).toBe(true);
      expect(isSame(diffModels(head, head))).toBe(true);
    }),
    runs,
  );
});

test('what was added, removed, renamed and changed is found, and nothing else', () => {
  fc.assert(
    fc.property(randomChanges, ({ base, head, added, removed, renamed, changed }: RandomChange) => {
      const { elements, flows } = diffModels(base, head);
      expect(elements.added.map(({ id }) => id).sort()).toEqual(added);
      expect(elements.removed.map(({ id }) => id).sort()).toEqual(removed);
      const found = elements.changed.filter(({ isRenamed }) => isRenamed);
      expect(found.map(({ before, after }) => [before.id, after.id]).sort()).toEqual([...renamed].sort());
      const told = elements.changed.filter(({ facts }) => facts.length > 0);
      expect(told.map(({ after }) => after.id).sort()).toEqual(changed);
      expect(elements.changed.filter(({ moves }) => moves.length > 0)).toEqual([]);
      expect(flows.changed).toEqual([]);
      expect(base.flows.length - flows.removed.length).toBe(head.flows.length - flows.added.length);
      const touches = new Set([...added, ...removed]);
      for (const { from, to } of [...flows.added, ...flows.removed]) {
        expect(touches.has(from) || touches.has(to)).toBe(true);
      }
    }),
    runs,
  );
});

test('seen from the other side it is the mirror image', () => {
  fc.assert(
    fc.property(randomChanges, ({ base, head }) => {
      expect(inOrder(diffModels(head, base))).toEqual(inOrder(mirrored(diffModels(base, head))));
    }),
    runs,
  );
});

function mirrored(diff: ModelDiff): ModelDiff {
  return {
    facts: diff.facts.map(turned),
    elements: {
      added: diff.elements.removed,
      removed: diff.elements.added,
      changed: diff.elements.changed.map(({ before, after, facts, moves, isRenamed }) => {
        return { before: after, after: before, facts: facts.map(turned), moves: moves.map(turned), isRenamed };
      }),
    },
    flows: other(diff.flows),
    pools: other(diff.pools),
    journeys: other(diff.journeys),
    waivers: other(diff.waivers),
    toHead: new Map([...diff.toHead].map(([before, after]) => [after, before])),
    flowsToHead: new Map([...diff.flowsToHead].map(([before, after]) => [after, before])),
  };
}

function other<T>({ added, removed, changed }: Difference<T>): Difference<T> {
  return { added: removed, removed: added, changed: changed.map(turnedChange) };
}

function turnedChange<T>({ before, after, facts }: Change<T>): Change<T> {
  return { before: after, after: before, facts: facts.map(turned) };
}

function turned({ path, before, after }: FactChange): FactChange {
  return { path, before: after, after: before };
}

/** Changes stand in the order of the head, which is the other model now. */
function inOrder({ elements, flows, toHead, flowsToHead }: ModelDiff): unknown {
  const sorted = (changes: readonly Change<{ readonly id: string }>[]) =>
    [...changes].sort((a, b) => (a.before.id < b.before.id ? -1 : 1));
  return {
    elements: { ...elements, changed: sorted(elements.changed) },
    flows: { ...flows, changed: sorted(flows.changed) },
    ids: [...toHead, ...flowsToHead].map((pair) => pair.join(' ')).sort(),
  };
}
