import { posix } from 'node:path';
import { candidates } from '../../load/resolve-import.js';

/** What the text of a module may import: rather too much than too little. */
export interface Imports {
  /** Paths from the top of the repository, of which some exist. */
  readonly paths: readonly string[];
  /** Names of packages. */
  readonly packages: readonly string[];
}

const otherEndings = ['.d.ts', '.d.mts', '.mts', '.mjs', '.cts', '.cjs', '.json', ''];
const indexes = ['index.mts', 'index.mjs', 'index.d.ts', 'index.cjs', 'index.json'];
const ownName = /^(stanchion$|stanchion\/|node:)/;

/** Any text that begins like a relative path counts: it may be imported, required, or read beside `import.meta.url`. */
export function findImports(path: string, text: string): Imports {
  const relatives = [...text.matchAll(/(['"`])(\.\.?(?:\/[^'"`\n]{0,1000})?)\1/g)].map(
    ([, , specifier = '']) => specifier,
  );
  const bare = [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n./][^'"`\n]{0,1000})\1/g)];
  const packages = bare
    .map(([, , specifier = '']) => specifier)
    .filter((specifier) => !ownName.test(specifier))
    .flatMap((specifier) => /^(@[\w.~-]+\/)?[\w~-][\w.~-]*/.exec(specifier)?.[0] ?? []);
  return {
    paths: [...new Set(relatives)].flatMap((specifier) => leadsTo(specifier, posix.dirname(path))),
    packages: [...new Set(packages)],
  };
}

function leadsTo(specifier: string, folder: string): readonly string[] {
  const wanted = posix.normalize(posix.join(folder, specifier)).replace(/\/+$/, '');
  if (wanted === '..' || wanted.startsWith('../')) return [];
  const stem = wanted.replace(/\.([mc]?)js$/, '');
  return [
    ...candidates(wanted, specifier).map((candidate) => candidate.replaceAll('\\', '/')),
    ...otherEndings.flatMap((ending) => [`${wanted}${ending}`, `${stem}${ending}`]),
    ...indexes.map((name) => posix.join(wanted, name)),
  ];
}
