import { demandInWords, rounded, tellsNoCapacity } from '../../../src/audit/questions/capacity-figures.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

test('says which elements leave open what they take', () => {
  const site = architecture('shop');
  site.appServer('open');
  site.appServer('connections only', { capacity: { connections: 100 } });
  site.appServer('told', { capacity: { requestsPerSecond: 100 } });
  const [model] = build(site);
  expect(model!.elements.filter(tellsNoCapacity).map(({ id }) => id)).toEqual(['open', 'connections only']);
});

test('rounds to as many digits as are asked for', () => {
  expect(rounded(12.34)).toBe(12.3);
  expect(rounded(12.35)).toBe(12.4);
  expect(rounded(12.345, 2)).toBe(12.35);
  expect(rounded(12, 2)).toBe(12);
});

test('says of a demand that there may be more', () => {
  expect(demandInWords(12.34, true)).toBe('12.3');
  expect(demandInWords(12.34, false)).toBe('at least 12.3');
});
