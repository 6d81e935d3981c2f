import fc from 'fast-check';
import { modelFolders } from '../../src/cli/model-folders.js';
import { safeName, safeNames } from '../../src/draw/safe-name.js';
import type { Architecture } from '../../src/graph/architecture.js';

test.each([
  ['Simple web stack', 'simple-web-stack'],
  ['www.foobar.com', 'www-foobar-com'],
  ['Shop (production)', 'shop-production'],
])('%s → %s', (name, expected) => {
  expect(safeName(name)).toBe(expected);
});

test.each([
  '',
  ' ',
  '.',
  '..',
  '../../etc/passwd',
  'a/../../b',
  'C:\\Windows\\system32',
  'con',
  'NUL',
  'com1',
  'lpt9',
  'Сайт',
  '店舗',
  '🦩',
  'café',
  '<script>alert(1)</script>',
  'a\nb',
  'a\u0000b',
  '\u001b[31mred',
  '\u202eevil',
  'x'.repeat(10_000),
])('%j is never more than a name, and carries a hash', (name) => {
  expect(safeName(name)).toMatch(/^([a-z0-9-]+-)?[0-9a-f]{8}$/);
  expect(safeName(name).length).toBeLessThanOrEqual(72);
});

test('any name at all gives a portable one, and distinct names of other scripts give distinct ones', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(safeName(name)).toMatch(/^[a-z0-9]([a-z0-9-]{0,70}[a-z0-9])?$/);
      for (const one of safeNames([name, name])) expect(one).toMatch(/[0-9a-f]{8}(-2)?$/);
    }),
  );
  expect(safeName('店舗')).not.toBe(safeName('店铺'));
});

test('models whose names fall together get folders of their own', () => {
  const model = (name: string, environment?: 'production' | 'staging') =>
    ({ name, facts: environment ? { environment } : {} }) as unknown as Architecture;
  const folders = modelFolders([
    model('Shop A'),
    model('shop-a'),
    model('Shop', 'production'),
    model('Shop', 'staging'),
    model('Other'),
  ]);
  expect(new Set(folders).size).toBe(5);
  expect(folders.slice(2)).toEqual(['shop-production', 'shop-staging', 'other']);
  expect(folders[0]).toMatch(/^shop-a-[0-9a-f]{8}$/);
});

test('a model whose name has no Latin letter is called by its file, and never by its path', () => {
  const model = (name: string, file?: string, environment?: 'production' | 'staging') =>
    ({
      name,
      ...(file && { at: { file } }),
      facts: { ...(environment && { environment }) },
    }) as unknown as Architecture;
  expect(modelFolders([model('Κατάστημα', 'models/shop.arch.ts'), model('倉庫 2', 'C:\\models\\store.json')])).toEqual([
    'shop',
    'store',
  ]);
  expect(
    modelFolders([
      model('Сайт', 'site.ts', 'production'),
      model('Сайт', 'site.ts', 'staging'),
      model('Café', 'bar.ts'),
    ]),
  ).toEqual(['site-production', 'site-staging', expect.stringMatching(/^cafe-[0-9a-f]{8}$/)]);
  const alike = [model('Shop', 'a.ts'), model('店舗', 'shop.ts'), model('店铺', 'b/shop.ts'), model('店铺', 'shop.ts')];
  const folders = modelFolders(alike);
  expect(folders[0]).toBe('shop');
  expect(new Set(folders).size).toBe(4);
  for (const folder of folders.slice(1)) expect(folder).toMatch(/^shop(-[0-9a-f]{8}){1,2}(-2)?$/);
  expect(modelFolders([...alike].reverse())).toEqual(expect.arrayContaining([folders[0], folders[1]]));
  const odd = [model('店舗'), model('店舗', '../..'), model('店舗', '店舗.ts'), model('店舗', '../con.ts')];
  for (const folder of modelFolders(odd)) expect(folder).toMatch(/^(con-)?[0-9a-f]{8}(-[0-9a-f]{8})?(-\d)?$/);
});

test('no two of several names share a file, not even where they are the same', () => {
  const files = safeNames(['dmz', 'dmz', 'DMZ', 'dmz']);
  expect(new Set(files).size).toBe(4);
});
