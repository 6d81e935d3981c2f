import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ArchitectureDocument } from '../graph/architecture.js';
import { validateDocument } from '../graph/validate-document.js';
import { digest } from './digest.js';
import { isFile } from './paths.js';

/**
 * What a model's file came to, kept for the next run in the user's cache folder. A model is found by its name, its own content and
 * the tool's version; what is found counts only while every other file that took part is as it was. Only models without problems
 * are kept. Reading never fails: what is damaged, foreign or out of date is as good as absent.
 */
export interface Cache {
  /** Looks a model up by its content of this moment; `keep` stores what that content came to. */
  open(model: CachedFile): CacheSlot;
}

export interface CacheSlot {
  readonly hit: CacheHit | undefined;
  keep(documents: readonly ArchitectureDocument[], parts: Parts): void;
}

export interface CachedFile {
  readonly path: string;
  /** How people name it, which positions in the graph repeat. */
  readonly file: string;
}

export interface CacheHit {
  readonly documents: readonly ArchitectureDocument[];
  /** Absolute paths of all that took part. */
  readonly files: readonly string[];
}

export interface Parts {
  /** By absolute path: the digest of the content that was used. */
  readonly files: ReadonlyMap<string, string>;
  /** Absolute paths of files that would have taken part, had they existed. */
  readonly missing: Iterable<string>;
}

interface Entry {
  /** By path relative to the model's folder: the digest of the content. */
  readonly files: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly documents: readonly unknown[];
}

const mostFiles = 10_000;

export function openCache(folder: string, version: string, checkTypes: boolean): Cache {
  return {
    open({ path, file }) {
      const key = digest([version, String(checkTypes), file, digest(readFileSync(path))].join('\0'));
      const place = join(folder, key.slice(0, 2), `${key}.json`);
      const base = dirname(path);
      return {
        hit: attempt(() => readEntry(readOwn(place), base, file)),
        keep: (documents, parts) => attempt(() => writeWhole(place, sealed(toEntry(base, documents, parts)))),
      };
    },
  };
}

/** A cache that cannot be read or written costs time, nothing else. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function toEntry(base: string, documents: readonly ArchitectureDocument[], { files, missing }: Parts): Entry {
  const name = (path: string): string => relative(base, path).split(sep).join('/');
  const digests = Object.fromEntries([...files].map(([path, known]) => [name(path), known]));
  return { files: digests, missing: [...missing].map(name), documents };
}

/** The first line is the digest of the rest: a file that was cut short or written over is known without reading it. */
function sealed(entry: Entry): string {
  const body = JSON.stringify(entry);
  return `${digest(body)}\n${body}`;
}

function readEntry(content: string | undefined, base: string, file: string): CacheHit | undefined {
  if (content === undefined || content[64] !== '\n' || content.slice(0, 64) !== digest(content.slice(65)))
    return undefined;
  const entry: unknown = JSON.parse(content.slice(65));
  if (!isEntry(entry) || !isCurrent(entry, base)) return undefined;
  const documents = entry.documents.flatMap((value) => {
    const result = validateDocument(value, file);
    return 'document' in result ? result.document : [];
  });
  if (documents.length < entry.documents.length) return undefined;
  return { documents, files: Object.keys(entry.files).map((name) => resolve(base, name)) };
}

function isCurrent({ files, missing }: Entry, base: string): boolean {
  const isSame = ([name, known]: [string, string]): boolean => digest(readFileSync(resolve(base, name))) === known;
  return Object.entries(files).every(isSame) && !missing.some((name) => isFile(resolve(base, name)));
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { files, missing, documents } = value as { readonly [key: string]: unknown };
  if (typeof files !== 'object' || files === null || !Array.isArray(missing) || !Array.isArray(documents)) return false;
  const digests: unknown[] = Object.values(files);
  return (
    digests.length <= mostFiles &&
    digests.every((text) => typeof text === 'string') &&
    missing.every((name) => typeof name === 'string')
  );
}

/** Only a plain file of this user's that nobody else can write is trusted, in a folder of which the same holds. */
function readOwn(path: string): string | undefined {
  const owned = [path, dirname(path)].every((place) => {
    const status = lstatSync(place, { throwIfNoEntry: false });
    return status !== undefined && !status.isSymbolicLink() && isOurs(status.uid, status.mode);
  });
  return owned ? readFileSync(path, 'utf8') : undefined;
}

function isOurs(uid: number, mode: number): boolean {
  const user = userInfo().uid;
  return user === -1 || (uid === user && (mode & 0o022) === 0);
}

function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, content, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
