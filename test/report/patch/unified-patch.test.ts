import fc from 'fast-check';
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

test('names of files stand as they are, and blanks at the end of a line stay', () => {
  expect(unifiedPatch({ file: 'мой магазин.ts', before: 'a \n', after: 'b \n \n' })).toEqual([
    '--- a/мой магазин.ts',
    '+++ b/мой магазин.ts',
    '@@ -1,1 +1,2 @@',
    ...['-a ', '+b ', '+ '],
  ]);
});

test('whatever changed, the patch makes one side of the other', () => {
  const text = fc
    .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', '}', 'd\r'), { maxLength: 30 }), fc.constantFrom('\n', ''))
    .map(([lines, end]) => (lines.length === 0 ? '' : `${lines.join('\n')}${end}`));
  fc.assert(fc.property(text, text, (before, after) => expect(applied(patch(before, after), before)).toBe(after)));
});

/** What a patch makes of a text, line by line; throws where a line that it names is not there. */
function applied(patched: readonly string[], before: string): string {
  const old = linesOf(before);
  const made: string[] = [];
  let next = 0;
  for (const [index, line] of patched.slice(2).entries()) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      made.push(...old.slice(next, start));
      next = start;
    } else if (!line.startsWith('\\')) {
      const text = `${line.slice(1)}${patched[index + 3]?.startsWith('\\') ? '' : '\n'}`;
      if (!line.startsWith('+')) expect(old[next++]).toBe(text);
      if (!line.startsWith('-')) made.push(text);
    }
  }
  return [...made, ...old.slice(next)].join('');
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
