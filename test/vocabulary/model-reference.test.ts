import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModels } from '../../src/load/load-models.js';
import { modelTables } from '../support/model-tables.js';

const path = 'docs/model.md';
const page = readFileSync(path, 'utf8');

/** A table stands between two marks; what stands there now is replaced. */
const marked = (name: string): RegExp =>
  new RegExp(`(<!-- ${name}: made from the vocabulary -->\\n)(?:(?!<!--)[\\s\\S])*(<!-- end -->)`);

function withTables(text: string): string {
  return Object.entries(modelTables).reduce(
    (whole, [name, made]) => whole.replace(marked(name), (_, start, end) => `${start}\n${made}\n\n${end}`),
    text,
  );
}

// `UPDATE_GOLDEN=1 npm test -- test/vocabulary/model-reference` writes them anew.
test('the tables of the reference say what the vocabulary says', () => {
  for (const name of Object.keys(modelTables)) expect(page).toMatch(marked(name));
  const made = withTables(page);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, made);
  else expect(page).toBe(made);
});

test('the examples of the reference are one model that loads', async () => {
  const source = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code).join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  writeFileSync(join(folder, 'reference.arch.ts'), source);
  const { models, problems } = await loadModels(['reference.arch.ts'], {
    cwd: folder,
    cacheFolder: undefined,
    checkTypes: true,
  });
  rmSync(folder, { recursive: true });
  expect(problems).toEqual([]);
  expect(models.map(({ architecture }) => architecture.name)).toEqual(['Shop', 'Shop']);
});
