import fc from 'fast-check';
import { bundleStrokes } from '../../../src/draw/scene/bundle-strokes.js';
import { lookUp } from '../../../src/draw/scene/line-of.js';
import type { Stroke } from '../../../src/draw/scene/stroke.js';

const strokes = fc.array(
  fc.record({
    from: fc.constantFrom('a', 'b', 'c', 'd'),
    to: fc.constantFrom('c', 'd', 'e', 'f', 'g'),
    flows: fc.tuple(fc.nat(99).map(String)),
    line: fc.constantFrom('HTTP', 'TLS').map((label): Stroke['line'] => ({ ...lookUp, label, sideBySide: false })),
  }),
  { maxLength: 30 },
);

const itself = (id: string) => id;

test('a bundle joins nothing that was not joined, and leaves nothing out', () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      const wanted = drawn
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, line }) => `${from} ${to} ${line.label}`);
      const bundled = bundleStrokes(drawn, itself).flatMap(({ sources, targets, line }) =>
        sources.flatMap((from) => targets.map((to) => `${from} ${to} ${line.label}`)),
      );
      expect(new Set(bundled)).toEqual(new Set(wanted));
      expect(bundled).toHaveLength(new Set(wanted).size);
    }),
  );
});

test('every flow stands in a bundle of its own ends', () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      const bundles = bundleStrokes(drawn, itself);
      for (const { from, to, flows, line } of drawn) {
        if (from === to) continue;
        const home = bundles.find(
          (one) => one.line.label === line.label && one.sources.includes(from) && one.targets.includes(to),
        );
        expect(home!.flows).toEqual(expect.arrayContaining([...flows]));
      }
    }),
  );
});

test('what no card stands for is not drawn', () => {
  const stroke = { from: 'a', to: 'b', flows: ['f'], line: lookUp };
  expect(bundleStrokes([stroke], (id) => (id === 'a' ? 'a' : undefined))).toEqual([]);
});

test('a mesh is one tree with the number of its connections', () => {
  const mesh = ['a', 'b', 'c'].flatMap((from) =>
    ['x', 'y', 'z'].map((to) => ({ from, to, flows: [from + to], line: lookUp })),
  );
  const [tree, ...others] = bundleStrokes(mesh, itself);
  expect(others).toEqual([]);
  expect(tree).toMatchObject({ sources: ['a', 'b', 'c'], targets: ['x', 'y', 'z'], pairs: 9 });
});
