import { labelsIn, listed } from '../../../src/analyses/faults/labels.js';
import { draft } from '../support/document.js';

test('an element is called by its name, and by its id where another has the same name', () => {
  const d = draft();
  d.element('server', 'a', { name: 'alone' });
  d.element('server', 'b', { name: 'shared' });
  d.element('server', 'c', { name: 'shared' });
  const { elements } = d.graph();
  expect(elements.map(labelsIn({ elements }))).toEqual(["'alone'", "'b'", "'c'"]);
});

test.each<[readonly string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b and 3 more'],
])('%j are listed as "%s"', (names, text) => {
  expect(listed(names)).toBe(text);
});

test('as many are listed as are asked for', () => {
  expect(listed(['a', 'b', 'c'], 2)).toBe('a and 2 more');
});
