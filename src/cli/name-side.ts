import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFolder } from '../load/paths.js';
import { missingCommit } from './git/missing-commit.js';
import { quoted } from './git/notes.js';
import { isPath } from './git/open-base.js';
import type { Repository } from './git/open-repository.js';
import { namesCommit, resolveCommit } from './git/resolve-commit.js';
import { isInput } from './is-input.js';
import { isMisuse, Misuse } from './misuse.js';
import type { Surroundings } from './surroundings.js';

/** What one side of a comparison is: files, a folder, a pattern; or a commit. */
export type NamedSide = { readonly input: string } | { readonly ref: string };

/** Undefined where the working folder lies in no repository. @throws Misuse where it does and cannot be read */
export type Ask = () => Repository | undefined;

/**
 * Tells a commit from files. Nothing is guessed: what is both has to be written so that it is one of them, `git:word` or `./word`.
 *
 * @throws Misuse where a word is both, or neither
 */
export function nameSide(word: string, surroundings: Surroundings, ask: Ask): NamedSide {
  if (word.startsWith('git:')) return { ref: word.slice('git:'.length) };
  if (isPath(word, surroundings.platform) || word.includes('\\')) return { input: word };
  const path = resolve(surroundings.cwd, word);
  const isThere = existsSync(path);
  const repository = isThere ? unlessRefused(ask) : ask();
  if (!repository) return { input: word };
  const isCommit = namesCommit(word, repository);
  if (isCommit && isThere) throw isBoth(word, isFolder(path) ? 'folder' : 'file');
  if (isCommit) return { ref: word };
  if (isThere) return { input: word };
  refuseOtherForms(word, repository);
  if (isInput(word, surroundings.cwd) && !/@\{|[~^]/.test(word)) return { input: word };
  return missing(word, repository, surroundings.cwd);
}

/** What is there is files where no repository can be asked. */
function unlessRefused(ask: Ask): Repository | undefined {
  try {
    return ask();
  } catch (error) {
    if (isMisuse(error)) return undefined;
    throw error;
  }
}

function isBoth(word: string, sort: string): Misuse {
  return new Misuse(
    `${quoted(word)} is a ${sort} here, and a commit of this repository.`,
    `Write ${quoted(`./${word}`)} for the ${sort}, ${quoted(`git:${word}`)} for the commit.`,
  );
}

/** As git itself takes them. */
function refuseOtherForms(word: string, repository: Repository): void {
  const [, ref = '', path] = /^([^:]+):(.+)$/.exec(word) ?? [];
  if (path !== undefined && namesCommit(ref, repository)) {
    throw new Misuse(
      `${quoted(word)}: which files of a commit are meant stands behind two dashes.`,
      `Write: stanchion diff ${ref} -- ${path}`,
    );
  }
  const [, base = '', dots = '', head = ''] = /^(.+?)(\.{2,3})(.*)$/.exec(word) ?? [];
  if (namesCommit(base, repository) && (head === '' || namesCommit(head, repository))) {
    const words = [base, head].filter(Boolean).join(' ');
    throw new Misuse(
      `${quoted(word)}: two commits are two words, without '${dots}'.`,
      `Write: stanchion diff ${words}`,
    );
  }
}

/** Names that mean a commit of which there is none are commits too: what was before the first. */
function missing(word: string, repository: Repository, cwd: string): NamedSide {
  try {
    resolveCommit(word, repository);
    return { ref: word };
  } catch (error) {
    if (!isMisuse(error) || !/^There is no commit/.test(error.message)) throw error;
    throw missingCommit(word, repository, {
      message: `${quoted(word)} is neither a file or folder here nor a commit of this repository.`,
      names: readdirSync(cwd),
    });
  }
}
