import type { Flow, Pool } from '../../graph/architecture.js';

export interface PoolNeed {
  /** Members, or weight where `weights` are given. */
  readonly need: number;
  readonly weights?: readonly number[];
}

/**
 * How much of a pool must work: a number of members, or a share of the weights. Where nothing notices a dead member
 * (`healthCheck: false`) every one is needed.
 */
export function neededOfPool(pool: Pool, flows: readonly Flow[]): PoolNeed {
  if (flows.some(({ facts }) => facts.healthCheck === false)) return { need: flows.length };
  if (pool.need <= 0 || pool.need >= 1) return { need: Math.max(0, pool.need) };
  const weights = flows.map((flow) => pool.weights?.[pool.flows.indexOf(flow.id)] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { need: pool.need * total, weights };
}

/** Whether a member of the pool can be spared. */
export function hasSlack(pool: Pool, flows: readonly Flow[]): boolean {
  const { need, weights } = neededOfPool(pool, flows);
  const least = weights ? Math.min(...weights) : 1;
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : flows.length;
  return total - least >= need;
}
