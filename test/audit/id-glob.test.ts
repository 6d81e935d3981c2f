import { matchesPattern } from '../../src/audit/id-glob.js';

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
])('%s is none of %s', (text, pattern) => {
  expect(matchesPattern(text, pattern)).toBe(false);
});
