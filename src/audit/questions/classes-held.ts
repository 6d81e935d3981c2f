import type { Architecture, Element } from '../../graph/architecture.js';
import { type DataClass, dataClasses } from '../../vocabulary/words.js';
import type { StoreGroup } from './store-groups.js';

/** What a store holds, whichever of its copies or its cluster says so, least sensitive first; undefined where none does. */
export function classesHeld(group: StoreGroup): readonly DataClass[] | undefined {
  const told = partsOf(group).flatMap(({ facts }) => (facts.holds ? [facts.holds] : []));
  return told.length === 0 ? undefined : inOrder(told.flat());
}

/** What flows say they carry to or from a store: a hint of what it holds, where it does not say itself. */
export function classesPassing(model: Architecture, group: StoreGroup): readonly DataClass[] {
  return inOrder(
    partsOf(group)
      .flatMap((part) => model.incoming(part))
      .flatMap(({ facts }) => facts.carries ?? []),
  );
}

function partsOf({ members, cluster }: StoreGroup): readonly Element[] {
  return cluster ? [...members, cluster] : members;
}

function inOrder(classes: readonly DataClass[]): readonly DataClass[] {
  return dataClasses.filter((one) => classes.includes(one));
}
