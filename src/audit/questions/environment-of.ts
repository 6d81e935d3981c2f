import type { Architecture, Element } from '../../graph/architecture.js';
import type { Environment } from '../../vocabulary/words.js';
import { onceAModel } from './once-a-model.js';

/** Its own, that of the innermost place which says one, the model's, else production. */
export function environmentOf(model: Architecture, element: Element): Environment {
  // Asked of every element by most rules, and most models say it once for all.
  const said = isToldApart(model) ? nearest(model, element) : undefined;
  return said ?? model.facts.environment ?? 'production';
}

const isToldApart = onceAModel(({ elements }) => elements.some(tellsEnvironment));

function nearest(model: Architecture, element: Element): Environment | undefined {
  return element.facts.environment ?? model.ancestors(element).find(tellsEnvironment)?.facts.environment;
}

function tellsEnvironment({ facts }: Element): boolean {
  return facts.environment !== undefined;
}

export function isProduction(model: Architecture, element: Element): boolean {
  return environmentOf(model, element) === 'production';
}
