import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { groupBy } from './group-by.js';

/** The first of all the elements that are one service: instances, members, doubles of one thing. */
export type SameService = (element: Element) => Element;

/**
 * One service are the elements made alike (a tier), those of a cluster with the cluster, the targets of one pool, and those
 * of one kind and one name wherever they stand; and what these have in common.
 */
export function sameService(model: Architecture): SameService {
  const { elements, numberById } = model;
  const leader = Int32Array.from(elements, (_, number) => number);
  const first = (number: number): number => {
    let at = number;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  // The smaller number leads: it comes first in the model.
  const join = (one: number, other: number) => {
    const [left, right] = [first(one), first(other)];
    leader[Math.max(left, right)] = Math.min(left, right);
  };
  const joinAll = (numbers: readonly number[]) => {
    for (const number of numbers) join(numbers[0]!, number);
  };
  const numbersOf = (ids: readonly ElementId[]) => ids.flatMap((id) => numberById.get(id) ?? []);

  const known = new Map<string, number>();
  const joinBy = (key: string, number: number) => {
    const before = known.get(key);
    if (before === undefined) known.set(key, number);
    else join(before, number);
  };
  for (const [number, { kind, name, tier }] of elements.entries()) {
    joinBy(`${kind} named ${name}`, number);
    if (tier !== undefined) joinBy(`${kind} of ${tier}`, number);
  }
  for (const { id, members } of model.clusters) joinAll(numbersOf([id, ...members]));
  for (const { flows } of model.pools) {
    const targets = numbersOf(flows.flatMap((id) => model.flowById.get(id)?.to ?? []));
    for (const same of groupBy(targets, (number) => elements[number]!.kind).values()) joinAll(same);
  }
  return (element) => elements[first(numberById.get(element.id) ?? 0)]!;
}
