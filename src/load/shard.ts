import type { ModelFile } from './find-models.js';

/** One of several runs that share the models among them. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Its files: of all, sorted by name, every so many. Which these are depends on nothing but the names. */
export function ofShard(files: readonly ModelFile[], { index, of }: Shard): readonly ModelFile[] {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const own = new Set(sorted.filter((_, place) => place % of === index - 1));
  return files.filter((file) => own.has(file));
}
