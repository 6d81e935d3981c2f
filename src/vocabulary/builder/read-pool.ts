import type { Pool } from '../../graph/architecture.js';
import type { ElementInside } from './draft.js';
import type { PoolOptions } from './pool.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';
import type { Statement } from './targets.js';

/** What several targets of one statement have in common; undefined where there is only one. */
export function readPool(
  targets: readonly ElementInside[],
  statement: Statement,
  options: PoolOptions | undefined,
): Partial<Pick<Pool, 'need' | 'weights'>> | undefined {
  const size = targets.length;
  const seen = new Set<string>();
  const twice = targets.find(({ element, listener }) => seen.size === seen.add(`${element.id}@${listener}`).size);
  if (twice) complain(statement, `${statement.of} ${quoted(twice.element.name)} twice in one pool.`);
  const facts: { need?: number; weights?: number[] } = readFacts(options, { ...statement, of: 'a pool' });
  const { need, weights } = facts;
  if (need !== undefined && need > size) complain(statement, `A pool of ${size} cannot need ${need}.`);
  if (weights && (weights.length !== size || !weights.every((weight) => weight > 0))) {
    complain(statement, `The weights of a pool of ${size} must be ${size} numbers above 0.`);
  }
  return size > 1 ? facts : undefined;
}
