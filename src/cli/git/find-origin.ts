import type { Notes } from './notes.js';
import type { Repository } from './open-repository.js';
import { commitOf } from './resolve-commit.js';

/** The commit in which the change began: the merge base of what is checked out and the tip of the base. */
export function findOrigin(tip: string, name: string, repository: Repository, notes: Notes): string {
  const head = commitOf('HEAD', repository);
  if (head === undefined) {
    notes.add(`What is checked out has no commit yet: it is compared with ${name}.`);
    return tip;
  }
  if (head === tip) return tip;
  const { stdout } = repository.git(['merge-base', '--all', head, tip]);
  const [origin, another] = stdout.toString('latin1').split('\n').filter(Boolean);
  if (origin === undefined) {
    notes.add(noneFound(name, repository.isShallow));
    return tip;
  }
  if (another !== undefined) {
    notes.add(`The change has several merge bases with ${name}; it is compared with ${origin.slice(0, 7)}.`);
  }
  return origin;
}

function noneFound(name: string, isShallow: boolean): string {
  if (!isShallow) return `The change and ${name} have no common ancestor: it is compared with ${name} as it stands.`;
  return (
    `The history is too short to tell where the change left ${name}: it is compared with ${name} as it stands. ` +
    'With all of the history (git fetch --unshallow, or fetch-depth: 0 for actions/checkout) it is compared with where it began.'
  );
}
