import { resolve } from 'node:path';
import { isFolder } from '../../load/paths.js';
import { nearestName } from '../../vocabulary/nearest-name.js';
import { Misuse } from '../misuse.js';
import { quoted } from './notes.js';
import type { Repository } from './open-repository.js';

const mostNames = 10_000;

export interface SoughtBesides {
  readonly message: string;
  /** What could be meant as well. */
  readonly names: readonly string[];
}

/** Why there is no such commit, and what to do about it. */
export function missingCommit(ref: string, repository: Repository, besides?: SoughtBesides): Misuse {
  const message = besides?.message ?? `There is no commit ${quoted(ref)} in this repository.`;
  if (isFolder(resolve(repository.top, repository.prefix, ref))) {
    return new Misuse(message, `If you mean the folder, write: ${quoted(`./${ref}`)}`);
  }
  const [, first] = /^([^.]+(?:\.[^.]+)*)\.{2,3}/.exec(ref) ?? [];
  if (first !== undefined) return new Misuse(message, `One commit is asked for, and no range: ${quoted(first)}`);
  const nearest = onlyRemote(ref, repository) ?? nearestName(ref, [...namesOf(repository), ...(besides?.names ?? [])]);
  if (nearest !== undefined) return new Misuse(message, `Did you mean ${quoted(nearest)}?`);
  const fetchLine = fetchOf(ref.replace(/^origin\/|[~^].*$/g, ''), repository);
  if (repository.isShallow) {
    return new Misuse(
      `${message} It was cloned without its history.`,
      `Fetch it first: ${fetchLine}, or fetch-depth: 0 for actions/checkout.`,
    );
  }
  return new Misuse(message, `Is it fetched? ${fetchLine}; git branch --all and git tag list what there is.`);
}

/** A fresh clone has of most branches only what the remote calls them. */
function onlyRemote(ref: string, { git }: Repository): string | undefined {
  if (!/^[\w]/.test(ref) || ref.startsWith('HEAD')) return undefined;
  const name = `origin/${ref}`;
  const { exitCode } = git(['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`]);
  return exitCode === 0 ? name : undefined;
}

/** A clone of a single branch fetches no other, unless it is said where that goes. */
function fetchOf(branch: string, { isShallow }: Repository): string {
  const git = `git fetch ${isShallow ? '--unshallow ' : ''}origin`;
  const isName = /^[\w][\w./-]*$/.test(branch) && !/^HEAD$|^[0-9a-f]{7,}$|\.\./.test(branch);
  return isName ? `${git} '+refs/heads/${branch}:refs/remotes/origin/${branch}'` : git;
}

function namesOf({ git }: Repository): readonly string[] {
  const format = '--format=%(refname:short)';
  const refs = git(['for-each-ref', `--count=${mostNames}`, format, 'refs/heads', 'refs/remotes', 'refs/tags']);
  return refs.stdout.toString('utf8').split('\n').filter(Boolean);
}
