import type { Architecture, Element } from '../../graph/architecture.js';
import { instancesOf } from '../faults/spread.js';
import type { Limit } from './result.js';

/** How many of an element run at the least and at the most: its own instances on each instance of what it stands on. */
export function instancesIn(model: Architecture, element: Element): Limit {
  const stack = [element, ...model.ancestors(element)];
  return {
    guaranteed: stack.reduce((product, place) => product * instancesOf(place), 1),
    most: stack.reduce((product, place) => product * mostInstancesOf(place), 1),
  };
}

function mostInstancesOf({ facts: { instances } }: Element): number {
  return typeof instances === 'object' ? Math.max(1, instances.max) : (instances ?? 1);
}

/** What an element takes with all its instances; undefined where it does not tell. */
export function limitOf(
  model: Architecture,
  element: Element,
  figure: 'requestsPerSecond' | 'connections',
): Limit | undefined {
  const each = element.facts.capacity?.[figure];
  if (each === undefined) return undefined;
  const { guaranteed, most } = instancesIn(model, element);
  return { guaranteed: each * guaranteed, most: each * most };
}

/** The outermost place of an element, or itself, of which one instance can be lost: that takes most instances along. */
export function largestInstance(
  model: Architecture,
  element: Element,
): { readonly lost: Element; readonly share: number } | undefined {
  const stack = [...model.ancestors(element)].reverse();
  const lost = [...stack, element].find((place) => instancesOf(place) > 1);
  return lost && { lost, share: 1 / instancesOf(lost) };
}
