import type { Graphviz } from '@hpcc-js/wasm-graphviz';

/** Centres of the nodes by name; pixels, y downwards. */
export type DotPlaces = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const pixelsPerInch = 72;

/** The engine keeps about 22 KB of every layout: a long-running process takes a fresh one now and then. */
const layoutsPerEngine = 300;

let engine: Promise<Graphviz> | undefined;
let layouts = 0;

/** Begins to load Graphviz; whoever knows that a picture will be wanted calls it early. */
export function loadGraphviz(): Promise<Graphviz> {
  engine ??= import('@hpcc-js/wasm-graphviz').then((loaded) => loaded.Graphviz.load());
  return engine;
}

/** Lays out one graph in the DOT language; undefined where Graphviz gives up on it. */
export async function placeWithDot(dot: string): Promise<DotPlaces | undefined> {
  const graphviz = await loadGraphviz();
  try {
    return readPlain(graphviz.layout(dot, 'plain', 'dot'));
  } catch {
    await unload();
    return undefined;
  } finally {
    layouts += 1;
    if (layouts >= layoutsPerEngine) await unload();
  }
}

async function unload(): Promise<void> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  Graphviz.unload();
  engine = undefined;
  layouts = 0;
}

function readPlain(plain: string): DotPlaces {
  const places = new Map<string, { x: number; y: number }>();
  let height = 0;
  for (const line of plain.split('\n')) {
    const [word, name, x, y] = line.split(' ');
    if (word === 'graph') height = Number(y) * pixelsPerInch;
    if (word === 'node') places.set(name!, { x: Number(x) * pixelsPerInch, y: height - Number(y) * pixelsPerInch });
  }
  return places;
}
