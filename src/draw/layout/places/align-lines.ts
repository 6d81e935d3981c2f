import { type Plan, ranks } from '../plan.js';
import { pitch, snap } from '../rect.js';
import { type Axis, centreOf, type Places } from './places.js';
import { roomFor } from './room-for.js';

const furthest = 60;

/**
 * A box that stands nearly above the middle of what it leads to (or comes from) moves there: its line becomes straight, its
 * branches even. Boxes of one column stay in it.
 */
export function alignLines(plan: Plan, places: Places, axis: Axis): void {
  for (const box of loners(plan).reverse()) {
    const middle = middleOfPartners(plan, places, box, axis);
    if (middle === undefined) continue;
    const by = snap(middle - centreOf(plan, places, box, axis));
    if (Math.abs(by) >= pitch && Math.abs(by) <= furthest && roomFor(plan, places, box, axis, by))
      places[axis][box]! += by;
  }
}

/** Boxes outside all groups, and those that share their group with other groups. */
function loners(plan: Plan): number[] {
  const outer = [plan.top, ...plan.groups.filter(({ groups }) => groups.length > 0)];
  return outer.flatMap(({ boxes }) => boxes).sort((a, b) => a - b);
}

function middleOfPartners(plan: Plan, places: Places, box: number, axis: Axis): number | undefined {
  const traffic = plan.bundles.filter(ranks);
  const below = traffic.filter(({ sources }) => sources.length === 1 && sources[0] === box);
  const above = traffic.filter(({ targets }) => targets.length === 1 && targets[0] === box);
  const partners = below.length > 0 ? below.flatMap(({ targets }) => targets) : above.flatMap(({ sources }) => sources);
  if (partners.length === 0) return undefined;
  const centres = partners.map((partner) => centreOf(plan, places, partner, axis));
  return (Math.min(...centres) + Math.max(...centres)) / 2;
}
