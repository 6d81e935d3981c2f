import type { Plan } from './plan.js';

/** What a label needs beside itself on a line that it stands on: a stretch of the line before it, and the head behind it. */
export const besideLabel = 40;

/** Pixels. */
export function widestLabel(plan: Plan): number {
  return Math.max(0, ...plan.bundles.map(({ label }) => label?.width ?? 0));
}
