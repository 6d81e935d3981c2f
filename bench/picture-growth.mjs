// By how many megabytes a process grows over a hundred pictures of a small model: as the system sees it (`process`), and what
// the program itself holds on to (`heap`). Needs --expose-gc.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit, load, render } from '../dist/api.js';

const pictures = 100;
// By then both engines of Graphviz have been loaded once, everything is compiled, and V8 has given its young generation the
// size that it keeps: 16 MB more, once, somewhere between the fortieth and the hundredth picture.
const before = 120;

const model = join(dirname(fileURLToPath(import.meta.url)), '..', 'models', 'three-zone-shop.ts');
const { models } = await load(model, { checkTypes: false });
const audited = audit(models[0], { today: '2026-11-21' });
await draw(before);
const start = memory();
await draw(pictures);
const end = memory();
process.stdout.write(JSON.stringify({ process: end.rss - start.rss, heap: end.heapUsed - start.heapUsed }));

async function draw(times) {
  for (let time = 0; time < times; time++) await render(audited, { view: time % 2 ? 'overview' : 'deployment' });
}

function memory() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage();
}
