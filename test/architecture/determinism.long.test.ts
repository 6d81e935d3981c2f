import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder } from '../cli/built-command.js';
import { root } from './sources.js';

/** The whole output of our own models and what was printed, written in a folder of its own. */
function produce(folder: BareFolder, env: Record<string, string>): Record<string, string> {
  cpSync(join(root, 'models'), join(folder.path, 'models'), { recursive: true });
  const today = ['--today', '2026-11-21'];
  const audited = folder.stanchion(['audit', ...today], { env });
  const json = folder.stanchion(['audit', '--json', ...today], { env });
  const reported = folder.stanchion(['report', ...today], { env });
  const failures = folder.stanchion(['simulate', '--each', '--pairs', ...today], { env });
  const scenario = folder.stanchion(['simulate', '--on', '2028-01-01', '--json', '--picture', ...today], { env });
  const explained = folder.stanchion(['explain', 'H1', 'models/three-zone-shop.ts', 'models/scaled-up.ts', ...today], {
    env,
  });
  expect(reported).toMatchObject({ exitCode: 0, stderr: '' });
  return {
    audited: audited.stdout,
    json: json.stdout,
    reported: reported.stdout,
    failures: failures.stdout,
    scenario: scenario.stdout,
    explained: explained.stdout,
    ...filesOf(join(folder.path, 'output')),
  };
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

test('the same models give the same bytes: again, elsewhere, in another time zone and language, with a warm cache', () => {
  const folders = [bareFolder(), bareFolder()] as const;
  try {
    const first = produce(folders[0], { TZ: 'UTC', LANG: 'en_US.UTF-8' });
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(Object.keys(first).length).toBeGreaterThan(8);
    expect(produce(folders[1], elsewhere)).toEqual(first);
    expect(produce(folders[0], elsewhere)).toEqual(first);
  } finally {
    for (const folder of folders) folder.remove();
  }
}, 180_000);
