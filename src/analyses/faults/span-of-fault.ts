import type { Element, Flow } from '../../graph/architecture.js';
import type { Goal } from './journeys.js';
import { modesOf } from './judged-journeys.js';
import { placesAbove } from './places-above.js';
import { searcherIn } from './reach.js';
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
  const search = searcherIn(scenario.structure, scenario.state);
  search.from(goal.from);
  const nearest = universe.elements.findIndex(
    (element, number) => search.reached(number) && standsWithin(universe, element, root),
  );
  return nearest >= 0 ? search.pathTo(nearest).flows : path;
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
