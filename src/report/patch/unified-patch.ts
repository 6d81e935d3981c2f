import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

export interface ChangedFile {
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Lines that stand unchanged around a change, so that a reader knows where he is. */
const context = 3;

/** A patch as `git apply` and `patch -p1` take it: its lines, with the carriage returns of the files. */
export function unifiedPatch({ file, before, after }: ChangedFile): readonly string[] {
  const patch = structuredPatch(file, file, before, after, undefined, undefined, { context });
  if (patch.hunks.length === 0) return [];
  // Names are written here: the library would quote every letter beyond ASCII.
  return [`--- a/${file}`, `+++ b/${file}`, ...formatPatch(patch, OMIT_HEADERS).slice(0, -1).split('\n')];
}
