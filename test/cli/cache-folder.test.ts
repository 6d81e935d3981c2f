import { join } from 'node:path';
import { cacheFolder } from '../../src/cli/cache-folder.js';
import { fakeSurroundings } from './fake-surroundings.js';

const folder = (platform: string, environment: Record<string, string>) =>
  cacheFolder(fakeSurroundings({ platform, environment }));

test('the system’s cache folder of the user', () => {
  expect(folder('linux', { HOME: '/x/ann' })).toBe(join('/x/ann', '.cache', 'stanchion'));
  expect(folder('darwin', { HOME: '/x/ann' })).toBe(join('/x/ann', 'Library', 'Caches', 'stanchion'));
  expect(folder('win32', { LOCALAPPDATA: '/x/local', HOME: '/x/ann' })).toBe(join('/x/local', 'stanchion'));
  expect(folder('linux', { HOME: '/x/ann', XDG_CACHE_HOME: '/x/cache' })).toBe(join('/x/cache', 'stanchion'));
});

test('none, where none is named or it would depend on the working folder', () => {
  expect(folder('linux', {})).toBeUndefined();
  expect(folder('win32', {})).toBeUndefined();
  expect(folder('linux', { HOME: '/x/ann', XDG_CACHE_HOME: 'cache' })).toBeUndefined();
});
