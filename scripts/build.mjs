// Builds dist/: the command and the library as bundles, declarations beside them, and the files that are read while running.
//
// Everything small is bundled (a package that is installed costs a look-up for each import, and bytes on the user's disk);
// what is native stays outside. The command is a bundle of its own, split where it imports lazily, so that an audit reads
// no drawing code.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleBuilder } from './bundle-builder.mjs';
import { extractGraphvizWasm, graphvizFromFile } from './extract-graphviz-wasm.mjs';
import { fontFiles } from './font-files.mjs';
import { mergeParts } from './merge-parts.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const dist = join(root, 'dist');
const fresh = join(root, '.cache', `dist-${process.pid}`);

const bundle = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['typescript', 'oxc-transform', 'ts-morph', '@resvg/resvg-js'],
  outdir: fresh,
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { STANCHION_VERSION: JSON.stringify(version) },
  // Every chunk that is imported lazily lies one folder deep, in command/ or library/.
  plugins: [graphvizFromFile('../graphviz.wasm')],
};

/** What an audit of a model that changed opens. */
const audited = [
  'cli-audit-afresh',
  'report-terminal-audit-to-terminal',
  'load-sources',
  'check-types',
  'ffi',
  'emscripten-module',
];

/** What a drawing opens besides. */
const drawn = ['cli-picture-request', 'cli-write-pictures', 'render'];

try {
  mkdirSync(fresh, { recursive: true });
  const [command, library] = await Promise.all([
    buildCommand(),
    buildLibrary(),
    emitTypes(),
    bundleBuilder(root, join(fresh, 'sandbox')),
    extractGraphvizWasm(join(fresh, 'graphviz.wasm')),
  ]);
  copyFonts();
  writeFileSync(join(fresh, 'THIRD-PARTY-NOTICES.md'), thirdPartyNotices(root, [...command, library.metafile]));
  swap();
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/**
 * What every audit runs is one file, since each further module costs a start some half a millisecond; what is imported lazily
 * from there (drawing, reports, the sandbox) becomes a part of its own in command/. A part repeats what it shares with
 * cli.js: these are functions and plain data, of which two copies do no harm.
 */
async function buildCommand() {
  const parts = new Map();
  const cut = {
    name: 'cut at lazy imports',
    setup(one) {
      one.onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || bundle.external.includes(path)) return undefined;
        const entry = path.startsWith('.') ? join(resolveDir, path.replace(/\.js$/, '.ts')) : path;
        const name = relative(join(root, 'src'), resolve(root, 'src', entry))
          .replace(/\.ts$/, '')
          .replace(/[^a-z0-9]+/g, '-');
        parts.set(name, entry);
        return { path: `./command/${name}.js`, external: true };
      });
    },
  };
  const hot = await build({
    ...bundle,
    splitting: false,
    entryPoints: { cli: 'src/cli/main.ts' },
    plugins: [cut, ...bundle.plugins],
  });
  const lazy = await build({
    ...bundle,
    entryPoints: Object.fromEntries(parts),
    outdir: join(fresh, 'command'),
    chunkNames: '[name]-[hash]',
  });
  const shared = { metafile: lazy.metafile, root, options: bundle };
  const earlier = await mergeParts({ ...shared, names: audited, target: 'audit.js' });
  await mergeParts({ ...shared, names: drawn, target: 'drawing.js', earlier });
  chmodSync(join(fresh, 'cli.js'), 0o755);
  return [hot.metafile, lazy.metafile];
}

function buildLibrary() {
  const entryPoints = {
    index: 'src/index.ts',
    'rules-api': 'src/rules-api.ts',
    testing: 'src/testing.ts',
    api: 'src/api.ts',
    'config-api': 'src/config-api.ts',
    'config-hooks': 'src/load/config/hooks-thread.ts',
  };
  return build({ ...bundle, entryPoints, chunkNames: 'library/[name]-[hash]' });
}

/** The renderer of PNG files reads fonts from files. */
function copyFonts() {
  mkdirSync(join(fresh, 'fonts'));
  for (const file of fontFiles(root)) copyFileSync(file, join(fresh, 'fonts', basename(file)));
}

function emitTypes() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['-p', join(root, 'tsconfig.json'), '--outDir', join(fresh, 'types')];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsc, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The declarations were not emitted: see above.')),
    );
  });
}

/** Whoever runs dist/ meanwhile sees the old files or the new ones, never half of them. */
function swap() {
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}
