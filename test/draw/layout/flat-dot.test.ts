import { placeWithDot } from '../../../src/draw/layout/graphviz.js';
import { makePlan } from '../../../src/draw/layout/make-plan.js';
import { flatDot } from '../../../src/draw/layout/places/flat-dot.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import { makeScene } from '../support/make-scene.js';
import { hostile, threeServers } from '../support/scenes.js';

const options = { direction: 'TB', rankGap: 72, nodeGap: 36, idleLast: true } as const;

function dotOf(scene = threeServers()): string {
  return flatDot(makePlan(measureScene(scene)), options);
}

test('no text of an author enters it', () => {
  const known = /^(digraph|graph|node|subgraph|cluster|rank|same|min|n\d+|cluster_\d+)$/;
  const outsideBrackets = dotOf(hostile())
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/<<TABLE.*?<\/TABLE>>/g, ' ');
  const words = outsideBrackets.match(/[\p{L}_][\p{L}\d_]*/gu) ?? [];
  expect(words.filter((word) => !known.test(word))).toEqual([]);
  expect(dotOf(hostile())).toMatch(/^[\x20-\x7e\n]*$/);
});

test('operations do not rank, replication stands in one rank', () => {
  const dot = dotOf(
    makeScene({
      boxes: ['a', 'b', 'c'].map((id) => ({ id })),
      bundles: [
        { sources: ['a'], targets: ['b'], sort: 'operations' },
        { sources: ['b'], targets: ['c'], sort: 'replication' },
      ],
    }),
  );
  expect(dot).toContain('n0->n1[constraint=false]');
  expect(dot).toContain('{rank=same;n1;n2}');
});

test('users that nobody calls stand in the first rank', () => {
  const users = makeScene({
    boxes: [{ id: 'a', shape: 'person' }, { id: 'b' }],
    bundles: [{ sources: ['a'], targets: ['b'] }],
  });
  expect(dotOf(users)).toContain('{rank=min;n0}');
});

test('a mesh of very many pairs is thinned out, but nobody is left out', () => {
  const ids = Array.from({ length: 40 }, (_, n) => `n${n}`);
  const dot = dotOf(
    makeScene({ boxes: ids.map((id) => ({ id })), bundles: [{ sources: ids.slice(0, 20), targets: ids.slice(20) }] }),
  );
  const edges = dot.match(/n\d+->n\d+/g)!;
  expect(edges.length).toBeLessThanOrEqual(40);
  expect(new Set(edges.flatMap((edge) => edge.split('->'))).size).toBe(40);
});

describe('Graphviz', () => {
  test('gives centres by name, y downwards', async () => {
    const places = await placeWithDot('digraph{node[shape=box fixedsize=true width=1 height=1]n0->n1}');
    expect(places!.get('n0')!.y).toBeLessThan(places!.get('n1')!.y);
  });

  test('is asked again after it has failed', async () => {
    expect(await placeWithDot('digraph{')).toBeUndefined();
    expect((await placeWithDot('digraph{n0}'))!.size).toBe(1);
  });

  test('gives the same places from its first engine and from the next', async () => {
    const dot = dotOf();
    const first = JSON.stringify([...(await placeWithDot(dot))!]);
    for (let time = 0; time < 45; time++) expect(JSON.stringify([...(await placeWithDot(dot))!])).toBe(first);
  });
});
