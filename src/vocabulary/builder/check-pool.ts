import type { Pool, SourcePosition } from '../../graph/architecture.js';
import type { Draft } from './draft.js';
import { factExpectation } from './fact-checks.js';
import type { PoolOptions } from './pool.js';
import { complain, quoted, thrownMessage } from './problems.js';
import type { ElementInside } from './targets.js';

/** What several targets of one statement have in common; undefined where there is only one and nothing is asked of it. */
export function checkPool(
  draft: Draft,
  at: SourcePosition | undefined,
  targets: readonly ElementInside[],
  options: PoolOptions | undefined,
): Pick<Pool, 'need' | 'weights'> | undefined {
  const twice = targets.find((target, index) => targets.findIndex((other) => same(target, other)) !== index);
  if (twice) complain(draft, at, `${quoted(twice.element.name)} is named twice in one pool.`);
  const { need, weights } = readOptions(draft, at, options);
  if (need !== undefined) checkNeed(draft, at, need, targets.length);
  if (weights !== undefined) checkWeights(draft, at, weights, targets.length);
  if (targets.length < 2) return undefined;
  return {
    need: typeof need === 'number' ? need : 1,
    ...(weights === undefined ? {} : { weights: weights as number[] }),
  };
}

function same(one: ElementInside, other: ElementInside): boolean {
  return one.element === other.element && one.listener === other.listener;
}

function readOptions(
  draft: Draft,
  at: SourcePosition | undefined,
  options: PoolOptions | undefined,
): { need?: unknown; weights?: unknown } {
  try {
    const weights: unknown = options?.weights;
    return { need: options?.need, weights: Array.isArray(weights) ? [...weights] : weights };
  } catch (thrown) {
    complain(draft, at, `Reading the options of pool(…) failed: ${thrownMessage(thrown)}`);
    return {};
  }
}

function checkNeed(draft: Draft, at: SourcePosition | undefined, need: unknown, size: number): void {
  const expected = factExpectation('need', need);
  if (expected !== undefined) complain(draft, at, `'need' of a pool must be ${expected}, not ${quoted(need)}.`);
  else if ((need as number) > size) complain(draft, at, `'need' of a pool of ${size} cannot be ${need}.`);
}

function checkWeights(draft: Draft, at: SourcePosition | undefined, weights: unknown, size: number): void {
  const right =
    Array.isArray(weights) &&
    weights.length === size &&
    weights.every((one) => typeof one === 'number' && Number.isFinite(one) && one > 0);
  if (!right) complain(draft, at, `'weights' of a pool of ${size} must be ${size} numbers above 0.`);
}
