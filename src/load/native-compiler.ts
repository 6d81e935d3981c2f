import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/** A program and the arguments before those of the compiler. */
export interface Compiler {
  readonly program: string;
  readonly first: readonly string[];
  /** Its whole environment; left out: ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The executable is written in Go: for the moment that it runs, it need not collect garbage before there is a lot of it. */
const env = { GOGC: 'off', GOMEMLIMIT: '1GiB' };

/**
 * TypeScript's own executable, which its package for this platform carries: starting it directly saves its wrapper's start of
 * Node. Where it is not found, the wrapper, run by the Node on the path.
 */
export function findCompiler(): Compiler {
  found ??= lookUp();
  return found;
}

let found: Compiler | undefined;

function lookUp(): Compiler {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const folder = dirname(manifest);
  const name = platform() === 'win32' ? 'tsc.exe' : 'tsc';
  const executable = join(platformPackage(manifest) ?? folder, 'lib', name);
  if (existsSync(executable)) return { program: executable, first: [], env };
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly bin: { readonly tsc: string } };
  return { program: 'node', first: [join(folder, bin.tsc)] };
}

/** Looked up from TypeScript's place, not ours: a package manager may keep it where only TypeScript sees it. */
function platformPackage(manifest: string): string | undefined {
  try {
    return dirname(createRequire(manifest).resolve(`@typescript/typescript-${platform()}-${arch()}/package.json`));
  } catch {
    return undefined;
  }
}
