import { spawnSync } from 'node:child_process';

/** Builds dist/ where it is missing or older than the sources. */
export default function prepare({ rootDir }) {
  const { status } = spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd: rootDir, stdio: 'inherit' });
  if (status !== 0) throw new Error('dist/ could not be built: see above.');
}
