import type { Analyses } from '../analyses/analyses-of.js';
import type { Architecture } from '../graph/architecture.js';

/** A model with what the analyses know of it: what `stanchion explain` tells. */
export interface Explained {
  readonly model: Architecture;
  readonly analyses: Analyses;
}
