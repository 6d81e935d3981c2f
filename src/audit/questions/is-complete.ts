import type { Architecture } from '../../graph/architecture.js';
import type { Aspect } from '../../vocabulary/words.js';

/** Whether what the model does not state of an aspect does not exist. */
export function isComplete(model: Architecture, aspect: Aspect): boolean {
  return model.facts.complete?.includes(aspect) ?? false;
}
