import type { AnElement } from '../kinds/element.js';
import type { Kind } from '../kinds.js';
import { eachMembers } from './each.js';

export interface PoolOptions {
  /** How many must work: a whole number of members, or a share of the weights between 0 and 1. */
  readonly need?: number;
  /** How much each takes, in the order of the members. */
  readonly weights?: readonly number[];
}

const optionsOf = new WeakMap<object, PoolOptions>();

/** Several targets of which more than one must work, or which take unequal shares. */
export function pool<Member extends AnElement<Kind>>(
  members: Member | readonly Member[],
  options: PoolOptions,
): readonly Member[] {
  const list = [members].flat().flatMap((member) => eachMembers(member) ?? [member]) as Member[];
  const made = Object.freeze(list);
  optionsOf.set(made, options);
  return made;
}

export function poolOptions(value: unknown): PoolOptions | undefined {
  return optionsOf.get(value as object);
}
