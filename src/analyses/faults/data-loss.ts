import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { placesAbove } from './places-above.js';
import type { Universe } from './universe.js';

/** Stores that are copies of one another, and where they are backed up to. */
interface DataSet {
  readonly stores: readonly Element[];
  readonly backups: readonly Element[];
}

/** Which stores lose what they hold when elements fail: every copy gone with its place, and no backup elsewhere. */
export type DataLoss = (failed: readonly Element[]) => readonly Element[];

export function dataLossIn(universe: Universe): DataLoss {
  const sets = dataSets(universe.model);
  return (failed) => {
    const gone = new Set(failed);
    const isGone = (element: Element) =>
      gone.has(element) || placesAbove(universe, element).some((place) => gone.has(place));
    const lost = new Set(
      sets.flatMap(({ stores, backups }) => (stores.every(isGone) && backups.every(isGone) ? stores : [])),
    );
    return universe.model.elements.filter((element) => lost.has(element));
  };
}

/** What a cache held can be filled again, and a backup is not the only copy. */
function holdsData({ kind }: Element): boolean {
  return traits(kind).store === true && kind !== 'cache' && kind !== 'backupStore';
}

function dataSets(model: Architecture): readonly DataSet[] {
  const copies = copiesByStore(model);
  const sets: DataSet[] = [];
  const seen = new Set<Element>();
  for (const element of model.elements) {
    if (!holdsData(element) || seen.has(element)) continue;
    const stores = gather(model, element, copies);
    for (const store of stores) seen.add(store);
    sets.push({ stores, backups: backupsOf(model, stores) });
  }
  return sets;
}

function copiesByStore(model: Architecture): ReadonlyMap<ElementId, readonly ElementId[]> {
  const copies = new Map<ElementId, ElementId[]>();
  const pair = (left: ElementId, right: ElementId): void => {
    copies.set(left, [...(copies.get(left) ?? []), right]);
    copies.set(right, [...(copies.get(right) ?? []), left]);
  };
  for (const { verb, from, to } of model.flows) if (verb === 'replicates') pair(from, to);
  for (const { members } of model.clusters) for (const member of members.slice(1)) pair(members[0]!, member);
  return copies;
}

function gather(
  model: Architecture,
  start: Element,
  copies: ReadonlyMap<ElementId, readonly ElementId[]>,
): readonly Element[] {
  const found = new Set<Element>([start]);
  for (const store of found) {
    for (const id of copies.get(store.id) ?? []) {
      const copy = model.byId.get(id);
      if (copy && holdsData(copy)) found.add(copy);
    }
  }
  return [...found];
}

function backupsOf(model: Architecture, stores: readonly Element[]): readonly Element[] {
  const sources = stores.flatMap((store) => [
    store,
    ...model.clustersOf(store).flatMap(({ id }) => model.byId.get(id) ?? []),
  ]);
  const targets = sources.flatMap((source) =>
    model.outgoing(source).flatMap((flow) => (flow.verb === 'backsUp' ? (model.byId.get(flow.to) ?? []) : [])),
  );
  return [...new Set(targets)];
}
