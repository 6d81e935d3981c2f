import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { digest } from './digest.js';
import { isFile } from './paths.js';

/** What a result depends on. */
export interface Parts {
  /** By absolute path: the digest of the content that was used. */
  readonly files: ReadonlyMap<string, string>;
  /** Absolute paths of files that would have taken part, had they existed. */
  readonly missing: Iterable<string>;
}

/** The same as JSON, by path relative to a folder: a checkout may be moved. */
export interface KeptParts {
  readonly files: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

const mostFiles = 10_000;

export function keepParts({ files, missing }: Parts, base: string): KeptParts {
  const name = (path: string): string => relative(base, path).split(sep).join('/');
  return {
    files: Object.fromEntries([...files].map(([path, known]) => [name(path), known])),
    missing: [...missing].map(name),
  };
}

/** The parts again, or undefined where one is not as it was. @throws where a file cannot be read */
export function currentParts({ files, missing }: KeptParts, base: string): Parts | undefined {
  const known = new Map(Object.entries(files).map(([name, content]) => [resolve(base, name), content]));
  const absent = missing.map((name) => resolve(base, name));
  const isSame = [...known].every(([path, content]) => digest(readFileSync(path)) === content);
  return isSame && !absent.some(isFile) ? { files: known, missing: absent } : undefined;
}

export function areKeptParts(value: { readonly [key: string]: unknown }): boolean {
  const { files, missing } = value;
  if (typeof files !== 'object' || files === null || !Array.isArray(missing)) return false;
  const digests: unknown[] = Object.values(files);
  return (
    digests.length <= mostFiles &&
    digests.every((text) => typeof text === 'string') &&
    missing.every((name) => typeof name === 'string')
  );
}

/** All parts of several results; undefined where one of them cannot tell its own. */
export function joinParts(all: readonly (Parts | undefined)[]): Parts | undefined {
  const known = all.flatMap((parts) => parts ?? []);
  if (known.length < all.length) return undefined;
  return {
    files: new Map(known.flatMap(({ files }) => [...files])),
    missing: new Set(known.flatMap(({ missing }) => [...missing])),
  };
}
