import { matchesGlob, matchesPattern } from '../../src/vocabulary/glob.js';

test.each([
  ['inside/web', 'inside/**'],
  ['inside/rack/web', 'inside/**'],
  ['inside/web', 'inside/*'],
  ['web', '*'],
  ['web', '**'],
  ['a/b/web', '**/web'],
  ['web', '**/web'],
  ['web 1', 'web ?'],
  ['a.b', 'a.b'],
  ['a(b)', 'a(b)'],
  ['a[b]', 'a[b]'],
  ['a[b]', 'a[*'],
  ['a{b,c}', 'a{b,c}'],
  ['.hidden/.web', '**'],
  ['../shop/web.ts', '**/web.ts'],
  ['.web', '*b'],
  ['a/b/c/web', 'a/**/web'],
  ['a/web', 'a/**/web'],
  ['a\nb', 'a*b'],
  ['web 🐢', 'web ?'],
  ['inside/web', 'in*/w*b'],
])('%s is one of %s', (text, pattern) => {
  expect(matchesPattern(text, pattern)).toBe(true);
});

test.each([
  ['inside', 'inside/**'],
  ['inside/rack/web', 'inside/*'],
  ['insider/web', 'inside/**'],
  ['my web', '**/web'],
  ['web 12', 'web ?'],
  ['axb', 'a.b'],
  ['xweb', 'web'],
  ['ab', 'a[b]'],
  ['ab', 'a{b,c}'],
  ['a/bweb', 'a/**/web'],
])('%s is none of %s', (text, pattern) => {
  expect(matchesPattern(text, pattern)).toBe(false);
});

test.each([
  ['a/b.ts', '*/[a-c].ts', true],
  ['a/b.ts', '*/[!a-c].ts', false],
  ['a/b.ts', '{a,c}/b.{ts,js}', true],
  ['c/d.ts', '{a,b}/*.ts', false],
  ['.a/b.ts', '**', false],
  ['.a/b.ts', '**/b.ts', false],
  ['a/.b.ts', '*/*.ts', false],
  ['a/.b.ts', '*/?b.ts', false],
  ['.a/.b.ts', '.a/.*.ts', true],
  ['a/b.ts', './a/**', true],
  ['a', '**/a', true],
  ['!', '[!]', true],
  ['axb', 'a.b', false],
])('a file: %s by %s is %s', (path, pattern, expected) => {
  expect(matchesGlob(path, pattern)).toBe(expected);
});
