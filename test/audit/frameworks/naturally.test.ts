import { naturally } from '../../../src/audit/frameworks/naturally.js';

test.each([
  ['numbers by their size', [], ['CWE-1053', 'CWE-200', 'CWE-319'], ['CWE-200', 'CWE-319', 'CWE-1053']],
  ['parts behind their whole', [], ['SC-8(1)', 'SC-13', 'AC-4', 'SC-8'], ['AC-4', 'SC-8', 'SC-8(1)', 'SC-13']],
  ['chapters', [], ['12.3.3', '2.10.1', '12.2.1'], ['2.10.1', '12.2.1', '12.3.3']],
  ['the first of the order first', ['S', 'T'], ['T', 'S'], ['S', 'T']],
  ['numbers before words', [], ['AC-x', 'AC-4', 'AC-10'], ['AC-4', 'AC-10', 'AC-x']],
  ['words that the order leaves out by the alphabet', ['Z'], ['Z', 'B', 'A'], ['A', 'B', 'Z']],
  ['a word beside one of the order by the alphabet', ['X'], ['X', 'B', 'Y'], ['B', 'X', 'Y']],
  ['in an order of its own', ['OPS', 'SEC', 'REL'], ['REL02', 'OPS04', 'SEC09'], ['OPS04', 'SEC09', 'REL02']],
])('%s', (_, order, given, expected) => {
  expect([...given].sort(naturally(order))).toEqual(expected);
});

test('what has the same parts is equal, and a part stands behind its whole both ways round', () => {
  const compare = naturally();
  expect(compare('SC-8', 'SC 8')).toBe(0);
  expect(compare('SC-8', 'SC-8(1)')).toBeLessThan(0);
  expect(compare('SC-8(1)', 'SC-8')).toBeGreaterThan(0);
  expect(compare('A-B-1', 'A')).toBeGreaterThan(0);
  expect(compare('', 'A')).toBeLessThan(0);
});
