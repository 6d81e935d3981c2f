import { setFlagsFromString } from 'node:v8';
import type { Graphviz } from '@hpcc-js/wasm-graphviz';

/** Centres of the nodes by name; pixels, y downwards. */
export type DotPlaces = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const pixelsPerInch = 72;

/**
 * The first layouts of a process are made by code that is compiled fast: left alone, the optimising compiler works on
 * Graphviz for longer than a picture takes, on the processors that draw it. Where many follow, a second engine that is
 * compiled well takes over. The engine also keeps about 22 KB of every layout, hence a fresh one now and then.
 */
const layoutsPerEngine = { quick: 40, thorough: 300 } as const;

let engine: Promise<Graphviz> | undefined;
let isQuick = true;
let layouts = 0;

/** Begins to load Graphviz; whoever knows that a picture will be wanted calls it early. */
export function loadGraphviz(): Promise<Graphviz> {
  engine ??= isQuick ? loadCompiledFast() : load();
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
    if (layouts >= (isQuick ? layoutsPerEngine.quick : layoutsPerEngine.thorough)) {
      isQuick = false;
      await unload();
    }
  }
}

async function load(): Promise<Graphviz> {
  const loaded = await import('@hpcc-js/wasm-graphviz');
  return loaded.Graphviz.load();
}

/** The flag counts for what is compiled while it is set; elsewhere than in V8's WebAssembly it changes nothing. */
async function loadCompiledFast(): Promise<Graphviz> {
  setFlagsFromString('--liftoff-only');
  try {
    return await load();
  } finally {
    setFlagsFromString('--no-liftoff-only');
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
