// Graphviz comes as WebAssembly inside a script, compressed and written as text: decoding it takes longer than laying out a
// picture. The build takes the bytes out once, beside the bundles, and lets the script read them from there. In a checkout
// without a build the package loads itself as its makers meant it to.
import { readFile, writeFile } from 'node:fs/promises';

const loader =
  /function (\w+)\(\)\{return (\w+)\?\?=\w+\(\w+\((\w+)\)\),(\w+)\(\{wasmBinary:\2,locateFile:\(\)=>""\}\)\}/;

/** Writes the package's WebAssembly module to a file: whatever the package decodes and hands to the engine. */
export async function extractGraphvizWasm(file) {
  const instantiate = WebAssembly.instantiate;
  let binary;
  WebAssembly.instantiate = (source, imports) => {
    binary = source;
    return instantiate(source, imports);
  };
  try {
    const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
    await Graphviz.load();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  if (!(binary instanceof Uint8Array)) throw new Error('The WebAssembly module of Graphviz was not found.');
  await writeFile(file, binary);
}

/** An esbuild plugin: the bundled package reads its module from a file, named relative to the chunk it ends up in. */
export function graphvizFromFile(file) {
  return {
    name: 'Graphviz from a file',
    setup({ onLoad }) {
      onLoad({ filter: /wasm-graphviz[\\/]dist[\\/]index\.js$/ }, async ({ path }) => ({
        contents: readingFrom(file, await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

function readingFrom(file, source) {
  const found = loader.exec(source);
  if (!found)
    throw new Error('The loader of @hpcc-js/wasm-graphviz has changed: see scripts/extract-graphviz-wasm.mjs.');
  const [text, name, binary, encoded, start] = found;
  const read = `${binary}??=readGraphvizWasm(new URL(${JSON.stringify(file)},import.meta.url))`;
  const reading = `function ${name}(){return ${read},${start}({wasmBinary:${binary},locateFile:()=>""})}`;
  const withoutText = removeText(
    source.replace(text, () => reading),
    encoded,
  );
  return `import{readFileSync as readGraphvizWasm}from'node:fs';${withoutText}`;
}

function removeText(source, name) {
  const begin = new RegExp(`\\b${name}=(['"])`).exec(source);
  const from = begin.index + begin[0].length;
  return source.slice(0, from) + source.slice(source.indexOf(begin[1], from));
}
