import { findImports } from '../../../src/cli/git/find-imports.js';

const from = (text: string) => findImports('a/b/x.ts', text);

test.each([
  "import { a } from '../c/d.js';",
  'export * from "../c/d.js"',
  'import `../c/d.js`',
  "import '../c/d.js';",
  "const late = await import(\n  '../c/d.js'\n);",
  "type T = import('../c/d.js').T;",
  "require('../c/d');",
  "new URL('../c/d.ts', import.meta.url)",
  '/// <reference path="../c/d.ts" />',
])('%s', (text) => {
  expect(from(text).paths).toContain('a/c/d.ts');
});

test('as the loader and the compiler would look for it', () => {
  expect(from("import './d'").paths).toEqual(
    expect.arrayContaining(['a/b/d.ts', 'a/b/d.js', 'a/b/d/index.ts', 'a/b/d.d.ts', 'a/b/d.json', 'a/b/d']),
  );
  expect(from("import '..'").paths).toContain('a/index.ts');
  expect(from("import './d.mjs'").paths).toEqual(expect.arrayContaining(['a/b/d.mts', 'a/b/d.mjs', 'a/b/d.d.mts']));
});

test('never out of the repository', () => {
  expect(from("import '../../../d.js'; import '../../..'").paths).toEqual([]);
});

test('packages by their names, without the tool and what Node brings', () => {
  const text =
    "import 'a'; import b from \"b/deep.js\"; export * from '@s/c/d'; import('e'); require('f'); import 'stanchion'; " +
    "import 'stanchion/rules'; import 'node:fs'; import '../x'; import '@..'; import '@s/../d'; import 'stanchion-x';";
  expect(from(text).packages).toEqual(['a', 'b', '@s/c', 'e', 'f', 'stanchion-x']);
});
