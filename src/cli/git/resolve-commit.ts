import { Misuse } from '../misuse.js';
import { missingCommit } from './missing-commit.js';
import { quoted } from './notes.js';
import type { Repository } from './open-repository.js';

/** The id of the commit that a ref names, in full; or why the base is empty. */
export type Resolved = { readonly id: string } | { readonly empty: string };

/** @throws Misuse where there is no such commit, or the name means several */
export function resolveCommit(ref: string, repository: Repository): Resolved {
  refuseUnclear(ref);
  if (/^(0{40}|0{64})$/.test(ref)) return { empty: 'The id of the base is all zeros: there was nothing before.' };
  const id = commitOf(ref, repository);
  if (id !== undefined) return { id };
  const head = commitOf('HEAD', repository);
  if (head === undefined && !hasRefs(repository)) return { empty: 'The repository has no commit yet.' };
  const isParentOfHead = /^(HEAD|@)(~1?|\^1?)$/.test(ref);
  if (isParentOfHead && head !== undefined && !repository.isShallow) {
    return { empty: 'The commit that is checked out is the first one.' };
  }
  throw missingCommit(ref, repository);
}

/** Names that git would take for an option or for a search, which whoever writes commit messages could steer. */
function refuseUnclear(ref: string): void {
  const hint = 'A commit is named by a branch, a tag or its id: origin/main';
  if (ref === '') throw new Misuse('The commit has no name.', hint);
  if (isUnclear(ref)) throw new Misuse(`${quoted(ref)} cannot name a commit.`, hint);
}

function isUnclear(ref: string): boolean {
  return ref.startsWith('-') || /[\p{Cc}:]|\^\{(?!commit\})/u.test(ref) || ref.length > 1_000;
}

/** Whether a word could be meant for a commit, be it that several refs have that name. */
export function namesCommit(word: string, { git }: Repository): boolean {
  if (word === '' || isUnclear(word)) return false;
  return git(['rev-parse', '--quiet', '--verify', '--end-of-options', `${word}^{commit}`]).exitCode === 0;
}

/** @throws Misuse where several refs have that name: somebody who may push branches could put one in front of another */
export function commitOf(ref: string, { git }: Repository): string | undefined {
  const { exitCode, stdout, stderr } = git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`]);
  const id = stdout.toString('latin1').trim();
  if (exitCode !== 0 || !isFullId(id)) return undefined;
  if (/^warning: refname .* is ambiguous/m.test(stderr) && !isFullId(ref)) {
    throw new Misuse(
      `There are several refs called ${quoted(ref)}.`,
      `Say which: refs/heads/${ref}, refs/tags/${ref} or refs/remotes/${ref}.`,
    );
  }
  return id;
}

function isFullId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function hasRefs({ git }: Repository): boolean {
  return git(['for-each-ref', '--count=1']).stdout.length > 0;
}
