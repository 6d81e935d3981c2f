import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { placeWithDot } from '../../../src/draw/layout/graphviz.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The little of it that the test looks at; the project's types know only its name. */
interface Wasm {
  instantiate(...given: unknown[]): Promise<object>;
  readonly Memory: new (...given: never[]) => object;
}
const wasm = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly;

test('lets go of an engine that has made its share of layouts, and of one that gave up', async () => {
  const memories: WeakRef<object>[] = [];
  const { instantiate } = wasm;
  Object.assign(wasm, {
    async instantiate(...given: unknown[]) {
      const made = await instantiate(...given);
      const { exports } = ('instance' in made ? made.instance : made) as { readonly exports: object };
      for (const part of Object.values(exports)) if (part instanceof wasm.Memory) memories.push(new WeakRef(part));
      return made;
    },
  });
  try {
    for (let layout = 0; layout < 400; layout++) await placeWithDot(`digraph { a${layout} -> b }`);
    for (let mistake = 0; mistake < 5; mistake++) expect(await placeWithDot('no graph')).toBeUndefined();
    expect((await placeWithDot('digraph { a -> b }'))?.size).toBe(2);
  } finally {
    Object.assign(wasm, { instantiate });
  }
  expect(memories.length).toBeGreaterThan(5);
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(memories.filter((memory) => memory.deref() !== undefined).length).toBeLessThanOrEqual(2);
});
