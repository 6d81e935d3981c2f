import type { Plan } from '../plan.js';
import { centreOf, type Places } from './places.js';

/** Manhattan lengths of all connected pairs together, from centre to centre; pixels. */
export function flowLength(plan: Plan, places: Places): number {
  let total = 0;
  for (const { sources, targets } of plan.bundles) {
    for (const source of sources) for (const target of targets) total += distance(plan, places, source, target);
  }
  return total;
}

export function distance(plan: Plan, places: Places, a: number, b: number): number {
  const dx = centreOf(plan, places, a, 'x') - centreOf(plan, places, b, 'x');
  const dy = centreOf(plan, places, a, 'y') - centreOf(plan, places, b, 'y');
  return Math.abs(dx) + Math.abs(dy);
}
