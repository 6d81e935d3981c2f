import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModels } from '../../src/load/load-models.js';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');

test('the models of this repository load, types and all', async () => {
  const { models, problems } = await loadModels([], { cwd: root, cacheFolder: undefined, checkTypes: true });
  expect(problems).toEqual([]);
  expect(models.length).toBeGreaterThan(3);
});
