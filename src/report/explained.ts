import type { Analyses } from '../analyses/analyses-of.js';
import type { Architecture } from '../graph/architecture.js';

/** A model with what is known of it, as `explain` tells it. */
export interface Explained {
  readonly model: Architecture;
  readonly analyses: Analyses;
}
