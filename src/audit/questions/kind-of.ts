import type { Architecture, Element } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';

/** The kind of an element; a cluster counts as what its members are. */
export function kindOf(model: Architecture, { id, kind }: Element): Kind {
  return kind === 'cluster' ? (model.clusterById.get(id)?.memberKind ?? kind) : kind;
}
