import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Problem } from '../../graph/problem.js';
import { digest } from '../digest.js';
import { importPosition } from '../modules.js';
import { isFile } from '../paths.js';
import { candidates } from '../resolve-import.js';
import { toolFolder } from '../tool.js';
import { isModule, type Transformed, transformModule } from '../transform-module.js';

/** What was seen while a configuration was imported. Paths are absolute. */
export type Note =
  | { readonly file: string; readonly digest: string }
  | { readonly missing: string }
  | { readonly transformed: string; readonly map: NonNullable<Transformed['map']> }
  | { readonly fault: Problem }
  /** A module that reads others unseen: what all of it depends on cannot be told. */
  | { readonly unseen: true };

/** What `stanchion` and its parts are to a configuration and to own rules: the very tool that runs. */
const entries: Readonly<Record<string, string>> = {
  stanchion: 'index.js',
  'stanchion/rules': 'rules-api.js',
  'stanchion/config': 'config-api.js',
  'stanchion/testing': 'testing.js',
  'stanchion/api': 'api.js',
};

const ownModules = `${pathToFileURL(join(toolFolder, 'dist')).href}/`;
const nothing = 'data:text/javascript,';

/** The file below which imports lead elsewhere than Node would take them; undefined: as Node does it. */
export function redirect(specifier: string, parent: string | undefined, tell: (note: Note) => void) {
  const entry = Object.hasOwn(entries, specifier) ? entries[specifier] : undefined;
  if (entry !== undefined) return ownModules + entry;
  if (!parent?.startsWith('file:') || isForeign(parent) || !/^\.\.?(\/|$)/.test(specifier)) return undefined;
  const importer = fileURLToPath(parent);
  const wanted = resolve(dirname(importer), specifier);
  for (const path of specifier.endsWith('.cjs') ? [wanted] : candidates(wanted, specifier)) {
    if (isFile(path)) return pathToFileURL(path).href;
    tell({ missing: path });
  }
  tell({ fault: atImport(importer, specifier, `There is no file '${specifier}'.`) });
  return nothing;
}

/** What an import that Node could not follow is told as. */
export function unresolved(specifier: string, parent: string | undefined): Problem {
  const message = `The package '${specifier}' cannot be imported.`;
  const hint = 'Is it installed beside the configuration?';
  return parent?.startsWith('file:') ? atImport(fileURLToPath(parent), specifier, message, hint) : { message, hint };
}

function atImport(importer: string, specifier: string, message: string, hint?: string): Problem {
  const position = importPosition(readFileSync(importer, 'utf8'), specifier);
  return { file: importer, ...position, message, ...(hint !== undefined && { hint }) };
}

/** The source of an ES module, whatever package.json says of its folder, its types stripped; undefined: as Node reads it. */
export function sourceOf(url: string, tell: (note: Note) => void): string | undefined {
  if (!url.startsWith('file:') || url.startsWith(ownModules)) return undefined;
  const path = fileURLToPath(url);
  const content = readFileSync(path);
  tell({ file: path, digest: digest(content) });
  if (isForeign(url)) tellManifest(path, tell);
  const text = content.toString('utf8').replace(/^\uFEFF/, '');
  if (!/\.[cm]?ts$/.test(path) && (isForeign(url) || !isModule(path, text))) return undefined;
  const result = transformModule(path, text);
  if ('code' in result) {
    if (result.map) tell({ transformed: path, map: result.map });
    return result.code;
  }
  tell({ fault: { file: path, ...result } });
  return '';
}

function isForeign(url: string): boolean {
  return url.includes('/node_modules/');
}

/** The package.json that decides how a package's file is read. */
function tellManifest(path: string, tell: (note: Note) => void): void {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    tell({ file: manifest, digest: digest(readFileSync(manifest)) });
    return;
  }
}
