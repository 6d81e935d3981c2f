// The tests of a folder as one script: each file of tests is a function that runs it, and running the script anew gives new
// copies of all modules, as every file of tests has in jest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { everywhere } from '../../jest.config.js';
import { root } from './folders.mjs';

/** Modules of this package by their name, as jest resolves them. */
const alias = Object.fromEntries(
  Object.entries(everywhere.moduleNameMapper)
    .filter(([pattern]) => pattern.startsWith('^stanchion'))
    .map(([pattern, path]) => [pattern.slice(1, -1), path.replace('<rootDir>', root)]),
);

/**
 * @param instead sources by absolute path that take the place of what is on disk
 * @returns the script, and which file imports which
 */
export async function bundleTests(tests, instead = new Map()) {
  const entries = tests.map((test) => `${JSON.stringify(test)}: () => require(${JSON.stringify(`./${test}`)}),`);
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: `module.exports = {\n${entries.join('\n')}\n};`, resolveDir: root, sourcefile: 'tests.cjs' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias,
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [replacing(instead)],
  });
  return { script: outputFiles[0].text, imports: metafile.inputs };
}

function replacing(instead) {
  return {
    name: 'sources with mutants',
    setup(one) {
      one.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const source = instead.get(path) ?? readFileSync(path, 'utf8');
        const contents = source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
        return { contents, loader: 'ts' };
      });
    },
  };
}

export const absolute = (file) => join(root, file);
