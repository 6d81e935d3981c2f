import { compareFacts } from '../../src/diff/compare-facts.js';
import { factWords } from '../../src/diff/fact-words.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { architecture } from '../../src/index.js';
import { build } from '../support/build.js';

const site = architecture('Shop');
site.zone('web').webServer('public site');
const model = build(site)[0] as Architecture;
const told = (path: string, before: unknown, after: unknown) =>
  factWords(model, model, { path, before, after }, (text) => text);

test('ids are told by names where a fact names elements, and nowhere else', () => {
  expect(told('parent', undefined, 'web/public site')).toBe('parent not stated → public site');
  expect(told('through', ['web/public site'], [])).toBe('through public site → none');
  expect(told('failover', 'manual', { by: 'web/public site' })).toBe('failover manual → by public site');
  expect(told('owner', 'shop team', 'web/public site')).toBe('owner shop team → web/public site');
  expect(told('tags', ['a', 'a'], ['web/public site'])).toBe('tags a ×2 → web/public site');
});

test('a listener may be called like what every object has', () => {
  const after = { constructor: { protocol: 'http' } };
  expect(compareFacts({}, {}, after, 'listeners')).toEqual([
    { path: 'listeners.constructor', before: undefined, after: after.constructor },
  ]);
});
