import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchitectureDocument } from '../graph/architecture.js';
import { validateDocument } from '../graph/validate-document.js';
import { digest } from './digest.js';
import { mostGraphBytes } from './most-bytes.js';
import { attempt, readSealed, writeSealed } from './own-files.js';
import { areKeptParts, currentParts, type KeptParts, keepParts, type Parts } from './parts.js';

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
  /** @param company the models that it was checked with, where they may have had a say in its types */
  keep(documents: readonly ArchitectureDocument[], parts: Parts, company?: string): void;
}

export interface CachedFile {
  readonly path: string;
  /** How people name it, which positions in the graph repeat. */
  readonly file: string;
}

export interface CacheHit {
  readonly documents: readonly ArchitectureDocument[];
  readonly parts: Parts;
  /** Absolute paths of all that took part. */
  readonly files: readonly string[];
  /** It counts only beside these. */
  readonly company: string | undefined;
}

interface Entry extends KeptParts {
  readonly documents: readonly unknown[];
  readonly company?: string;
}

export function openCache(folder: string, version: string, checkTypes: boolean): Cache {
  return {
    open({ path, file }) {
      const content = attempt(() => (statSync(path).size > mostGraphBytes ? undefined : digest(readFileSync(path))));
      // Whoever loads it is told why it cannot be read, or that it is too large.
      if (content === undefined) return { hit: undefined, keep: () => {} };
      const key = digest([version, String(checkTypes), file, content].join('\0'));
      const place = join(folder, key.slice(0, 2), `${key}.json`);
      const base = dirname(path);
      return {
        hit: attempt(() => readEntry(readSealed(place), base, file)),
        keep: (documents, parts, company) =>
          attempt(() => writeSealed(place, { ...keepParts(parts, base), documents, company })),
      };
    },
  };
}

function readEntry(entry: unknown, base: string, file: string): CacheHit | undefined {
  if (!isEntry(entry)) return undefined;
  const parts = currentParts(entry, base);
  if (!parts) return undefined;
  const documents = entry.documents.flatMap((value) => {
    const result = validateDocument(value, file);
    return 'document' in result ? result.document : [];
  });
  if (documents.length < entry.documents.length) return undefined;
  return { documents, parts, files: [...parts.files.keys()], company: entry.company };
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return 'documents' in value && Array.isArray(value.documents) && areKeptParts({ ...value });
}
