import { onceAModel } from '../../../audit/questions/once-a-model.js';
import { type StoreGroup, storeGroups } from '../../../audit/questions/store-groups.js';
import type { Architecture, ElementId } from '../../../graph/architecture.js';
import { storeKinds } from '../../../vocabulary/kind-groups.js';

/** Every store of a model with its copies. */
export function allStores(model: Architecture): readonly StoreGroup[] {
  return storeGroups(model, storeKinds);
}

const byMember = onceAModel(
  (model) =>
    new Map(
      allStores(model).flatMap((group) =>
        [...group.members, ...(group.cluster ? [group.cluster] : [])].map(({ id }) => [id, group] as const),
      ),
    ),
);

/** The store with its copies that an element or a cluster is. */
export function groupOf(model: Architecture, id: ElementId): StoreGroup | undefined {
  return byMember(model).get(id);
}
