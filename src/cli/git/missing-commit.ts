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
  const nearest = nearestName(ref, [...namesOf(repository), ...(besides?.names ?? [])]);
  if (nearest !== undefined) return new Misuse(message, `Did you mean ${quoted(nearest)}?`);
  if (repository.isShallow) {
    const branch = ref.replace(/^origin\//, '').replace(/[~^].*$/, '');
    return new Misuse(
      `${message} It was cloned without its history.`,
      `Fetch it first: git fetch --unshallow origin ${branch}, or fetch-depth: 0 for actions/checkout.`,
    );
  }
  return new Misuse(message, 'Is it fetched? git fetch origin; git branch --all and git tag list what there is.');
}

function namesOf({ git }: Repository): readonly string[] {
  const format = '--format=%(refname:short)';
  const refs = git(['for-each-ref', `--count=${mostNames}`, format, 'refs/heads', 'refs/remotes', 'refs/tags']);
  return refs.stdout.toString('utf8').split('\n').filter(Boolean);
}
