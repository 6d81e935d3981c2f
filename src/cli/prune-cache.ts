import { lstatSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
/** What nobody has asked for in so long is made anew where it is needed. */
const longestKept = 30 * day;

/** Names that the cache itself gives; the second is left of a run that was ended while it wrote. */
const entry = /^[0-9a-f]{64}\.json$/;
const leftover = /^[0-9a-f]{64}\.json\.[0-9a-f]{12}$/;

/** Once a day takes out of the cache what is no longer asked for. It costs time where it fails, nothing else. */
export function pruneCache(folder: string, now: number): void {
  const mark = join(folder, 'pruned');
  try {
    const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Math.abs(now - last) < day || !lstatSync(folder).isDirectory()) return;
    writeFileSync(mark, '');
    for (const place of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!place.isFile() || !(entry.test(place.name) || leftover.test(place.name))) continue;
      removeOld(join(place.parentPath, place.name), now - (entry.test(place.name) ? longestKept : day));
    }
  } catch {
    // Another run may be at the same; tomorrow is another day.
  }
}

function removeOld(path: string, since: number): void {
  const { atimeMs, mtimeMs } = lstatSync(path);
  if (Math.max(atimeMs, mtimeMs) < since) rmSync(path, { force: true });
}
