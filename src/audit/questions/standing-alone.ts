import type { Architecture, Element } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';

/**
 * Elements of some kinds as their users see them: a cluster stands for its members. So that a group behind one address is
 * one subject, and no member of it is judged for what the group does.
 */
export function standingAlone(model: Architecture, kinds: readonly Kind[]): readonly Element[] {
  return model.elements.filter((element) => {
    const kind = element.kind === 'cluster' ? model.clusterById.get(element.id)?.memberKind : element.kind;
    return kind !== undefined && kinds.includes(kind) && model.clustersOf(element).length === 0;
  });
}
