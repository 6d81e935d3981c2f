import { isAbsolute, join } from 'node:path';
import type { Surroundings } from './surroundings.js';

/** The user's own cache folder, never the checkout; undefined where the system names none, and then nothing is cached. */
export function cacheFolder({ environment, platform }: Surroundings): string | undefined {
  const parent = environment.XDG_CACHE_HOME || systemCache(environment, platform);
  return parent && isAbsolute(parent) ? join(parent, 'stanchion') : undefined;
}

function systemCache(
  { HOME: home, LOCALAPPDATA: local }: Surroundings['environment'],
  platform: string,
): string | undefined {
  if (platform === 'win32') return local;
  if (!home) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}
