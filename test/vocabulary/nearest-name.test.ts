import { nearestName } from '../../src/vocabulary/nearest-name.js';

const names = ['audit', 'render', 'report', 'rules', 'schema'];

test.each([
  ['adit', 'audit'],
  ['rnder', 'render'],
  ['reprot', 'report'],
  ['RENDER', 'render'],
  ['shema', 'schema'],
  ['rule', 'rules'],
])('%s → %s', (typed, nearest) => {
  expect(nearestName(typed, names)).toBe(nearest);
});

test.each(['', 'x', 'deploy', 'a'.repeat(10_000), '🦩'])('nothing is like %j', (typed) => {
  expect(nearestName(typed, names)).toBeUndefined();
});

test('of equally near names the first', () => {
  expect(nearestName('bat', ['cat', 'hat'])).toBe('cat');
});

test('no names', () => {
  expect(nearestName('audit', [])).toBeUndefined();
});
