import fc from 'fast-check';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { plain } from '../../../src/report/terminal/paint.js';
import { tableLines } from '../../../src/report/terminal/table-lines.js';

const brushes = { strong: plain, muted: plain, place: plain, good: plain, bad: plain };
const paint = { ...brushes, severity: { critical: plain, high: plain, medium: plain, low: plain } };
const columns = [{ head: '#' }, { head: 'name', share: 1 }, { head: 'note', share: 2 }];

describe('tableLines', () => {
  test('stands in columns, with room for the longest cell', () => {
    expect(
      tableLines(
        columns,
        [
          ['1', 'ab', 'x y'],
          ['2', 'c', 'z'],
        ],
        { width: 80, paint },
      ),
    ).toEqual(['#  name  note', '1  ab    x y', '2  c     z']);
  });

  test('leaves out a column that is empty in every row', () => {
    expect(tableLines(columns, [['1', '', 'x']], { width: 80, paint })).toEqual(['#  note', '1  x']);
  });

  test('tells a row line by line where there is no room for columns', () => {
    expect(tableLines(columns, [['1', 'ab', 'x']], { width: 40, paint })).toEqual(['#: 1', 'name: ab', 'note: x', '']);
  });

  test('keeps within the width, whatever is in it, and keeps every word', () => {
    const cell = fc.oneof(fc.string({ maxLength: 120, unit: 'grapheme' }), fc.lorem({ maxCount: 12 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 74, max: 110 }),
        (rows, width) => {
          const lines = tableLines(
            columns,
            rows.map(([name, note], index) => [String(index), name, note]),
            { width, paint },
          );
          for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 1_000, seed: 20_261_125 },
    );
  });

  test('what would move the cursor is spelled out', () => {
    const lines = tableLines(columns, [['1', '\u001b[2J', 'a\nb']], { width: 80, paint });
    expect(lines.join()).toContain('\\u001b[2J');
    expect(lines).toHaveLength(2);
  });
});
