import { naturally } from '../../../src/audit/frameworks/naturally.js';

test.each([
  ['numbers by their size', [], ['CWE-1053', 'CWE-200', 'CWE-319'], ['CWE-200', 'CWE-319', 'CWE-1053']],
  ['parts behind their whole', [], ['SC-8(1)', 'SC-13', 'AC-4', 'SC-8'], ['AC-4', 'SC-8', 'SC-8(1)', 'SC-13']],
  ['chapters', [], ['12.3.3', '2.10.1', '12.2.1'], ['2.10.1', '12.2.1', '12.3.3']],
  ['in an order of its own', ['OPS', 'SEC', 'REL'], ['REL02', 'OPS04', 'SEC09'], ['OPS04', 'SEC09', 'REL02']],
])('%s', (_, order, given, expected) => {
  expect([...given].sort(naturally(order))).toEqual(expected);
});
