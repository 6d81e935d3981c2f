import type { Architecture, Element } from '../../graph/architecture.js';
import type { Environment } from '../../vocabulary/words.js';

/** Its own, that of the innermost place which says one, the model's, else production. */
export function environmentOf(model: Architecture, element: Element): Environment {
  const said = [element, ...model.ancestors(element)].find(({ facts }) => facts.environment !== undefined);
  return said?.facts.environment ?? model.facts.environment ?? 'production';
}

export function isProduction(model: Architecture, element: Element): boolean {
  return environmentOf(model, element) === 'production';
}
