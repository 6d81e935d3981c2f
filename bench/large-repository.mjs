import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeManyModels } from './many-models.mjs';
import { measure } from './measure.mjs';

const count = 1_000;

/** What 1,000 models of 30 elements take in one run: audited, and held against a base of which one model has changed. */
export function measureLargeRepository(command, folder, { rounds, today }) {
  const base = join(folder, 'base');
  const head = join(folder, 'head');
  const [file] = writeManyModels(join(base, 'models'), { count });
  cpSync(base, head, { recursive: true });
  const changed = join(head, 'models', file);
  appendFileSync(changed, "site.user('second visitor').visits(balancer);\n");
  const [cold, warm] = ['cold', 'warm'].map((name) => join(folder, name));
  const forget = () => rmSync(cold, { recursive: true, force: true });
  const touch = () => appendFileSync(changed, '// once more\n');
  const run = (name, cache, args, before) => ({
    ...{ name, args: [command, ...args, '--no-baseline', '--today', today], before },
    ...{ cwd: head, env: { XDG_CACHE_HOME: cache } },
  });
  mkdirSync(warm);
  const audit = ['audit', 'models'];
  const gate = ['gate', 'models', '--base', base];
  const times = measure(
    [
      run('1,000 models, audited, cold', cold, audit, forget),
      run('1,000 models, audited, one changed', warm, audit, touch),
      // Right after it, since the others touch the model again.
      run('1,000 models, audited, unchanged', warm, audit),
      run('1,000 models, gate, one changed, warm', warm, gate, touch),
      run('1,000 models, gate, one changed, cold', cold, gate, forget),
    ],
    rounds,
  );
  const seconds = (name, limit) => {
    const milliseconds = Math.round(times.get(name) * 10) / 10;
    return [name, { value: Math.round(milliseconds / 10) / 100, unit: 's', limit, milliseconds }];
  };
  const [gateCold, auditCold] = ['gate, one changed, cold', 'audited, cold'].map((name) =>
    times.get(`1,000 models, ${name}`),
  );
  return Object.fromEntries([
    seconds('1,000 models, audited, cold', 20),
    seconds('1,000 models, audited, unchanged', 2),
    seconds('1,000 models, audited, one changed', 5),
    seconds('1,000 models, gate, one changed, warm', 5),
    [
      '1,000 models, gate, one changed, cold',
      { value: Math.round((gateCold / auditCold) * 100) / 100, unit: '× cold audit', limit: 1.2 },
    ],
  ]);
}
