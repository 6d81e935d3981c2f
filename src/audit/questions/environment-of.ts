import type { Architecture, Element } from '../../graph/architecture.js';
import type { Environment } from '../../vocabulary/words.js';

/** Its own, that of the innermost place which says one, the model's, else production. */
export function environmentOf(model: Architecture, element: Element): Environment {
  const own = element.facts.environment;
  // Asked of every element by most rules: no list is made for it.
  const said = own === undefined ? model.ancestors(element).find(tellsEnvironment)?.facts.environment : own;
  return said ?? model.facts.environment ?? 'production';
}

function tellsEnvironment({ facts }: Element): boolean {
  return facts.environment !== undefined;
}

export function isProduction(model: Architecture, element: Element): boolean {
  return environmentOf(model, element) === 'production';
}
