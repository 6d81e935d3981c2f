import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Misuse } from './misuse.js';
import { writeWhole } from './output-folder.js';

/** Beside a file while it is being edited: how it was before. Its ending keeps it from being taken for a model. */
export const keptEnding = '.before-edit';

export interface Replacement {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Files that were replaced, until it is known whether they are good. */
export interface Replaced {
  /** Puts back what was there. */
  restore(): void;
  /** Takes away what was kept of the old. */
  settle(): void;
}

/**
 * Writes files so that the old text is on the disk at every moment: first beside it, then the new one in its place. A run that is ended
 * in between leaves both. @throws Misuse where a file cannot be written, or an earlier run left its old text behind
 */
export function replaceFiles(files: readonly Replacement[]): Replaced {
  for (const { path } of files) {
    if (existsSync(`${path}${keptEnding}`)) {
      throw new Misuse(
        `'${path}${keptEnding}' is left of a run that was ended: it holds the file as it was before.`,
        'Put it back in its place or remove it, then try again.',
      );
    }
  }
  const begun: string[] = [];
  const restore = (): void => {
    for (const path of begun) renameSync(`${path}${keptEnding}`, path);
  };
  try {
    for (const { path, before, after } of files) {
      const { mode } = statSync(path);
      writeWhole(`${path}${keptEnding}`, before, undefined, mode);
      begun.push(path);
      writeWhole(path, after, undefined, mode);
    }
  } catch (error) {
    restore();
    throw error;
  }
  return {
    restore,
    settle: () => {
      for (const path of begun) rmSync(`${path}${keptEnding}`, { force: true });
    },
  };
}
