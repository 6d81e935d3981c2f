// By how many megabytes a process grows over a hundred pictures of a small model, after the first forty. Needs --expose-gc.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit, load, render } from '../dist/api.js';

const pictures = 100;
// By then both engines of Graphviz have been loaded once, and everything is compiled.
const before = 40;

const model = join(dirname(fileURLToPath(import.meta.url)), '..', 'models', 'three-zone-shop.ts');
const { models } = await load(model, { checkTypes: false });
const audited = audit(models[0], { today: '2026-11-21' });
await draw(before);
const start = memory();
await draw(pictures);
process.stdout.write(String(Math.round((memory() - start) / 10_000) / 100));

async function draw(times) {
  for (let time = 0; time < times; time++) await render(audited, { view: time % 2 ? 'overview' : 'deployment' });
}

function memory() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().rss;
}
