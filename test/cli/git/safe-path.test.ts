import { whyUnsafe } from '../../../src/cli/git/safe-path.js';

test.each([
  'a',
  'a/b.ts',
  '.github/x',
  'git/x',
  '..a',
  'a..',
  '...',
  '.gitignore',
  'a b',
  '商店/🏪.ts',
  'con',
  'a\\b',
  'a:b',
])('%j may be written', (path) => expect(whyUnsafe(path, 'linux')).toBeUndefined());

test.each([
  '/a',
  '..',
  '../a',
  'a/../b',
  './a',
  'a//b',
  'a/',
  '',
  '.git',
  'a/.git/hooks/x',
  '.GIT/x',
  '.g\u200Dit/x',
  '.git./x',
  '.git /x',
  'GIT~1/x',
  '.ｇｉｔ/x',
])('%j may not', (path) => expect(whyUnsafe(path, 'linux')).toBeDefined());

test.each(['a\\b', '..\\a', 'C:a', 'a.ts:stream', 'con', 'a/NUL.txt', 'com1', 'a.', 'a ', 'a*', 'a?'])(
  '%j may not on Windows',
  (path) => expect(whyUnsafe(path, 'win32')).toBe('cannot be the name of a file on Windows'),
);
