import fc from 'fast-check';
import { compareLines } from '../../../src/report/patch/compare-lines.js';
import { unifiedPatch } from '../../../src/report/patch/unified-patch.js';

const patch = (before: string, after: string) => unifiedPatch({ file: 'a.ts', before, after });

test('nothing changed: no patch', () => {
  expect(patch('a\n', 'a\n')).toEqual([]);
});

test('one line among others, with three lines around it', () => {
  expect(patch('1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\nfive\n6\n7\n8\n9\n')).toEqual([
    '--- a/a.ts',
    '+++ b/a.ts',
    '@@ -2,7 +2,7 @@',
    ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
  ]);
});

test('changes far apart are hunks of their own, and count the lines that came before', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`);
  const after = ['0\n', ...lines.slice(0, 19)];
  expect(patch(lines.join(''), after.join('')).filter((line) => line.startsWith('@@'))).toEqual([
    '@@ -1,3 +1,4 @@',
    '@@ -17,4 +18,3 @@',
  ]);
});

test('a last line without an end is told, and a file may begin from nothing', () => {
  expect(patch('', 'a')).toEqual(['--- a/a.ts', '+++ b/a.ts', '@@ -0,0 +1,1 @@', '+a', '\\ No newline at end of file']);
});

test('carriage returns stay', () => {
  expect(patch('a\r\n', 'b\r\n').slice(3)).toEqual(['-a\r', '+b\r']);
});

test('whatever changed, either side can be read off', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '}'), { maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = compareLines(before, after);
      expect(changes.filter(({ sort }) => sort !== '+').map(({ line }) => line)).toEqual(before);
      expect(changes.filter(({ sort }) => sort !== '-').map(({ line }) => line)).toEqual(after);
    }),
  );
});
