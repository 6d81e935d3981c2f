import { type Plan, type PlanBundle, ranks } from '../plan.js';
import { pitch, snap } from '../rect.js';
import { type Axis, centreOf, type Places, shift } from './places.js';
import { roomFor } from './room-for.js';

const furthest = 60;
const mostPasses = 4;

/**
 * A box that stands nearly above the middle of what it leads to (or comes from) moves there: its line becomes straight, its
 * branches even. Boxes of one column stay in it.
 */
export function alignLines(plan: Plan, places: Places, axis: Axis): void {
  const order = loners(plan).reverse();
  for (let pass = 0; pass < mostPasses; pass++) {
    if (!order.map((box) => alignBox(plan, places, box, axis)).some(Boolean)) return;
  }
}

function alignBox(plan: Plan, places: Places, box: number, axis: Axis): boolean {
  const middle = middleOfPartners(plan, places, box, axis);
  if (middle === undefined) return false;
  const by = snap(middle - centreOf(plan, places, box, axis));
  if (Math.abs(by) < pitch || Math.abs(by) > furthest) return false;
  const together = [box, ...neighboursBeside(plan, box)];
  if (!together.every((one) => roomFor(plan, places, one, axis, by, together))) return false;
  shift(places, together, axis === 'x' ? by : 0, axis === 'y' ? by : 0);
  return true;
}

/** A user and the name that is looked up stay side by side. */
function neighboursBeside(plan: Plan, box: number): readonly number[] {
  const pairs = plan.bundles.filter(
    ({ bundle, sources, targets }) => bundle.sideBySide && [...sources, ...targets].includes(box),
  );
  return [...new Set(pairs.flatMap(({ sources, targets }) => [...sources, ...targets]))].filter(
    (other) => other !== box,
  );
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
  if (partners.length === 0) partners.push(...counterparts(traffic, box));
  if (partners.length === 0) return undefined;
  const centres = partners.map((partner) => centreOf(plan, places, partner, axis));
  return (Math.min(...centres) + Math.max(...centres)) / 2;
}

/** Of a tier that talks to another of as many boxes: the one that stands in the same place there. */
function counterparts(traffic: readonly PlanBundle[], box: number): readonly number[] {
  const tiers = traffic.filter(({ sources, targets }) => sources.length === targets.length && sources.includes(box));
  return tiers.slice(0, 1).map(({ sources, targets }) => targets[sources.indexOf(box)]!);
}
