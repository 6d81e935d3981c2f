import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';
import { onceAModel } from './once-a-model.js';

/** A store with its copies: members of one cluster, or joined by replication. */
export interface StoreGroup {
  /** In the order of the model; one where there is no copy. */
  readonly members: readonly Element[];
  /** Who takes the writes, as far as the model tells: the cluster's writer, what others copy, what is written to. */
  readonly primary: Element;
  readonly cluster?: Element;
  /** The flows of replication inside. */
  readonly replication: readonly Flow[];
}

/** The stores of some kinds, each with its copies, in the order of the model. */
export function storeGroups(model: Architecture, kinds: readonly Kind[]): readonly StoreGroup[] {
  const groups = groupsByKinds(model);
  const key = kinds.join();
  const before = groups.get(key);
  if (before) return before;
  const found = findGroups(model, kinds);
  groups.set(key, found);
  return found;
}

/** Many rules ask for the same. */
const groupsByKinds = onceAModel((): Map<string, readonly StoreGroup[]> => new Map());

function findGroups(model: Architecture, kinds: readonly Kind[]): readonly StoreGroup[] {
  const stores = model.elements.filter(({ kind }) => kinds.includes(kind));
  const inOrder = orderIn(model);
  const seen = new Set<Element>();
  return stores.flatMap((store) => {
    if (seen.has(store)) return [];
    if (isAlone(model, store)) return [alone(store)];
    const joined = joinedTo(model, store);
    for (const member of joined) seen.add(member);
    return [describe(model, joined.size > 1 ? inOrder(joined) : [store])];
  });
}

/** Of most stores there is one. */
function isAlone(model: Architecture, store: Element): boolean {
  return (
    model.clustersOf(store).length === 0 &&
    !model.outgoing(store).some(isReplication) &&
    !model.incoming(store).some(isReplication)
  );
}

function alone(store: Element): StoreGroup {
  return { members: [store], primary: store, replication: [] };
}

function orderIn(model: Architecture): (elements: Iterable<Element>) => readonly Element[] {
  let place: ReadonlyMap<Element, number> | undefined;
  return (elements) => {
    place ??= new Map(model.elements.map((element, index) => [element, index]));
    const known = place;
    return [...elements].sort((left, right) => (known.get(left) ?? 0) - (known.get(right) ?? 0));
  };
}

function joinedTo(model: Architecture, store: Element): ReadonlySet<Element> {
  const joined = new Set<Element>([store]);
  for (const member of joined) {
    for (const neighbour of copiesBeside(model, member)) joined.add(neighbour);
  }
  return joined;
}

function copiesBeside(model: Architecture, store: Element): readonly Element[] {
  const found = new Set<ElementId>();
  for (const { id, members } of model.clustersOf(store)) {
    for (const member of members) found.add(member);
    const cluster = model.byId.get(id);
    if (cluster) addCopies(model, cluster, found);
  }
  addCopies(model, store, found);
  return elementsOf(
    model,
    [...found].flatMap((id) => model.clusterById.get(id)?.members ?? [id]),
  );
}

function addCopies(model: Architecture, store: Element, found: Set<ElementId>): void {
  for (const flow of model.outgoing(store)) if (isReplication(flow)) found.add(flow.to);
  for (const flow of model.incoming(store)) if (isReplication(flow)) found.add(flow.from);
}

function describe(model: Architecture, members: readonly Element[]): StoreGroup {
  const cluster = members.flatMap((member) =>
    elementsOf(
      model,
      model.clustersOf(member).map(({ id }) => id),
    ),
  )[0];
  const replication = [...members, ...(cluster ? [cluster] : [])].flatMap((one) =>
    model.outgoing(one).filter(isReplication),
  );
  return {
    members,
    primary: primaryOf(model, members, cluster, replication),
    ...(cluster && { cluster }),
    replication,
  };
}

function primaryOf(
  model: Architecture,
  members: readonly Element[],
  cluster: Element | undefined,
  replication: readonly Flow[],
): Element {
  const [first] = members;
  if (!first) throw new RangeError('a group of stores has a member');
  const declared = members.find(({ id }) => id === cluster?.facts.writer);
  const copies = new Set(replication.map(({ from }) => from));
  const originals = new Set(replication.map(({ to }) => to));
  const copied = members.find(({ id }) => originals.has(id) && !copies.has(id));
  const written = members.find((member) => model.incoming(member).some(({ verb }) => verb === 'writes'));
  return declared ?? copied ?? written ?? first;
}

/** Whether anybody writes to a store or its group. */
export function isWritten(model: Architecture, { members, cluster }: StoreGroup): boolean {
  const ends = cluster ? [...members, cluster] : members;
  return ends.some((end) => model.incoming(end).some(({ verb }) => writing.has(verb)));
}

const writing: ReadonlySet<string> = new Set(['writes', 'publishes', 'balances']);

/** Everything that is said of failover in the group; empty where nothing is. */
export function failoversOf({ cluster, replication }: StoreGroup): readonly NonNullable<Flow['facts']['failover']>[] {
  return [cluster?.facts.failover, ...replication.map(({ facts }) => facts.failover)].flatMap((said) => said ?? []);
}

function isReplication({ verb }: Flow): boolean {
  return verb === 'replicates';
}

function elementsOf(model: Architecture, ids: readonly ElementId[]): readonly Element[] {
  return ids.flatMap((id) => model.byId.get(id) ?? []);
}
