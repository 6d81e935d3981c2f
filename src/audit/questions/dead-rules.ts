import type { Network } from '../../analyses/network/result.js';
import type { Element } from '../../graph/architecture.js';
import { groupBy } from './group-by.js';

/** Whether a rule of a firewall never matches, by its place from 0. */
export type IsDeadRule = (guard: Element, index: number) => boolean;

export function deadRulesIn(network: Network): IsDeadRule {
  const dead = groupBy(network.deadRules, ({ guard }) => guard);
  return (guard, index) => dead.get(guard)?.some((one) => one.index === index) ?? false;
}
