import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from './digest.js';

/**
 * Where the running tool's own files lie: packaged, beside the bundle in dist/; in a source checkout, the sources. The one
 * place of the loader that looks around its own installation.
 */
const here = dirname(fileURLToPath(import.meta.url));

/** The folder with the tool's package.json. */
export const toolFolder = ancestors(here).find((folder) => existsSync(join(folder, 'package.json'))) ?? here;

/** Files that the build writes for the loader: the builder as one module, the engine, the version. */
const packaged = join(toolFolder, 'dist', 'sandbox');

export const isSource = here === join(toolFolder, 'src', 'load');

/** What `import … from 'stanchion'` means to the compiler. */
export const declarations = isSource
  ? join(toolFolder, 'src', 'index.ts')
  : join(toolFolder, 'dist', 'types', 'index.d.ts');

/** Every file below is the tool's own and was checked when the tool was built. */
export const ownTypes = dirname(declarations);

/** The builder as the sandbox reads it; only where packaged. */
export function builderModule(): string {
  return readFileSync(join(packaged, 'stanchion.js'), 'utf8');
}

export function sourceFolder(): string {
  return join(toolFolder, 'src');
}

export function engineBinary(): Buffer {
  const beside = join(packaged, 'quickjs.wasm');
  if (!isSource && existsSync(beside)) return readFileSync(beside);
  return readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
}

let version: string | undefined;

/** Changes whenever the tool does: written by the build, in a source checkout made from the sources. */
export function toolVersion(): string {
  version ??= isSource ? versionOfSources() : readFileSync(join(packaged, 'version'), 'utf8').trim();
  return version;
}

function versionOfSources(): string {
  const parts = ['vocabulary', 'graph', 'load'].map((part) => join(toolFolder, 'src', part));
  const files = parts.flatMap((part) =>
    readdirSync(part, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => join(part, file)),
  );
  return digest(files.map((file) => readFileSync(file, 'utf8')).join('\0'));
}

function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}
