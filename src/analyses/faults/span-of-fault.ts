import type { Element, Flow } from '../../graph/architecture.js';
import type { Goal } from './journeys.js';
import { modesOf } from './judged-journeys.js';
import { placesAbove } from './places-above.js';
import type { Scenarios } from './scenarios.js';
import type { Universe } from './universe.js';

/** A way of a broken journey that shows the fault: through the element, through what stands in it, or to what needs it. */
export function pathThrough(
  universe: Universe,
  scenarios: readonly Scenarios[],
  goal: Goal,
  index: number,
  root: Element,
): readonly Flow[] {
  const [scenario] = modesOf(goal, scenarios);
  if (!scenario) return [];
  const path = scenario.pathOf(index);
  if (path.some((flow) => touches(universe, flow, root))) return path;
  const search = scenario.searchFrom(goal.from);
  const nearest = numbersWithin(universe, root).find((number) => search.reached(number));
  return nearest === undefined ? path : search.pathTo(nearest).flows;
}

const known = new WeakMap<Universe, ReadonlyMap<Element, readonly number[]>>();

/** An element and what stands in it, in the order of the universe. */
function numbersWithin(universe: Universe, root: Element): readonly number[] {
  const numbers = known.get(universe) ?? indexPlaces(universe);
  known.set(universe, numbers);
  return numbers.get(root) ?? [];
}

/** Of thousands of faults each asks for its own: gone through once, and not once for each. */
function indexPlaces(universe: Universe): ReadonlyMap<Element, readonly number[]> {
  const numbers = new Map<Element, number[]>();
  for (const [number, element] of universe.elements.entries()) {
    for (const place of [element, ...placesAbove(universe, element)]) {
      const list = numbers.get(place);
      if (list) list.push(number);
      else numbers.set(place, [number]);
    }
  }
  return numbers;
}

function touches(universe: Universe, { from, to, facts }: Flow, root: Element): boolean {
  const ids = [from, to, ...(facts.through ?? [])];
  return ids.some((id) => {
    const element = universe.model.byId.get(id);
    return element !== undefined && standsWithin(universe, element, root);
  });
}

function standsWithin(universe: Universe, element: Element, root: Element): boolean {
  return element === root || placesAbove(universe, element).includes(root);
}
