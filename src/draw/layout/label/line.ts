import type { PlacedLine, Point } from '../placement.js';
import type { PlanBundle } from '../plan.js';

/** A routed bundle in pixels, before it has its label. */
export interface Line extends Pick<PlacedLine, 'paths' | 'heads'> {
  readonly plan: PlanBundle;
  readonly paths: readonly (readonly Point[])[];
}
