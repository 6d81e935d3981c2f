import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes what the sandbox of models reads at run time into `folder`: the builder with its collector as one module
 * (stanchion.js), the engine (quickjs.wasm), and a version that changes with any source or pinned package, since results
 * cached by another build must not be taken for this one's.
 */
export async function bundleBuilder(root, folder) {
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    stdin: {
      contents: "export * from './src/index.ts';\nexport { collect } from './src/vocabulary/collect.ts';\n",
      resolveDir: root,
    },
    outfile: join(folder, 'stanchion.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const engine = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
  copyFileSync(engine, join(folder, 'quickjs.wasm'));
  writeFileSync(join(folder, 'version'), `${versionOf(root)}\n`);
}

function versionOf(root) {
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join('src', file));
  const hash = createHash('sha256');
  for (const file of [...sources, 'package-lock.json'])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
