import { placeInObject } from '../../src/rewrite/place-in-object.js';

const source = `// preset: 'recomended'
import { defineConfig } from 'stanchion/config';

const shared = { 'a/b': 'low' } as const;
const old = { rules: shared };

export default defineConfig({
  preset: 'recomended',
  scopes: [
    { environments: ['stagin'], rules: {} },
    { tag: ['x'], "rules": { 'a/b': { severity: 'bad' } } },
    old,
    { ...old, kinds: kindsOf() },
  ],
  failOn: (('hihg')) satisfies string,
} as Config);
`;

test.each<[readonly (string | number)[], boolean, string | undefined]>([
  [['preset'], false, '8:11'],
  [['preset'], true, '8:3'],
  [['scopes', 1, 'tag'], true, '11:7'],
  [['scopes', 1, 'rules', 'a/b', 'severity'], false, '11:49'],
  [['scopes', 2, 'rules', 'a/b'], false, '4:25'],
  [['scopes', 3, 'rules', 'a/b'], true, '4:18'],
  [['scopes', 3, 'kinds', 1], false, '13:22'],
  [['scopes', 3], false, '13:5'],
  [['failOn'], false, '15:11'],
  [['nothing'], false, undefined],
])('%j', (way, isName, place) => {
  const found = placeInObject(source, way, isName);
  expect(found && `${found.line}:${found.column}`).toBe(place);
});

test('nothing is written of what is computed', () => {
  expect(placeInObject('export default make();', ['preset'], false)).toBeUndefined();
  expect(placeInObject('const a = a;\nexport default a;', ['preset'], false)).toBeUndefined();
  expect(placeInObject('module.exports = {};', ['preset'], false)).toBeUndefined();
});
