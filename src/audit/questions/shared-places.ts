import type { Faults, SinglePoint } from '../../analyses/faults/result.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import { groupBy } from './group-by.js';
import { onceAModel } from './once-a-model.js';
import { storeGroups } from './store-groups.js';
import { storeKinds } from './store-kinds.js';

/**
 * What stands together in the place at the root of a single point although it was made several times, in the order of the
 * model: members of one pool, group or tier, copies of one another, instances. None of them is missed alone.
 */
export function membersSharing(model: Architecture, faults: Faults, point: SinglePoint): readonly Element[] {
  const inside = point.blastRadius.filter((element) => standsIn(model, element, point.root));
  const spare = inside.filter((element) => !faults.singlePointOf(element));
  const keyed = spare.flatMap((element) => groupsOf(model, element).map((key) => ({ key, element })));
  const together = [...groupBy(keyed, ({ key }) => key).values()].filter((members) => members.length > 1);
  const found = new Set(together.flatMap((members) => members.map(({ element }) => element)));
  const members = spare.filter((element) => found.has(element) || hasInstances(element));
  const running = members.filter(({ kind }) => !isPlace(kind));
  return running.length > 0 ? running : members;
}

/** Whether a place has all of what was made several times; copies of a store belong to the rule of replicas. */
export function holdsAllOfAGroup(model: Architecture, place: Element): boolean {
  return placesOfGroups(model).has(place);
}

const placesOfGroups = onceAModel((model): ReadonlySet<Element> => {
  const running = model.elements.filter(({ kind }) => !isPlace(kind) && traits(kind).store !== true);
  const keyed = running.flatMap((element) => groupsOf(model, element).map((key) => ({ key, element })));
  const groups = [...groupBy(keyed, ({ key }) => key).values()].filter((members) => members.length > 1);
  const several = [
    ...groups.map((same) => same.map(({ element }) => element)),
    ...running.filter(hasInstances).map((one) => [one]),
  ];
  return new Set(
    several.flatMap((members) =>
      placesOf(model, members[0]!).filter((place) => members.every((one) => standsIn(model, one, place))),
    ),
  );
});

function placesOf(model: Architecture, element: Element): readonly Element[] {
  return [...model.ancestors(element), ...model.domainsOf(element)];
}

/** Whether each journey that breaks with a place breaks with something in it too: those speak for themselves. */
export function isSumOfParts(model: Architecture, faults: Faults, { root, journeys }: SinglePoint): boolean {
  const parts = new Set((partsIn(model, faults).get(root) ?? []).flatMap((part) => part.journeys));
  return journeys.every((journey) => parts.has(journey));
}

const knownParts = new WeakMap<Faults, ReadonlyMap<Element, readonly SinglePoint[]>>();

/** The single points in each place. */
function partsIn(model: Architecture, faults: Faults): ReadonlyMap<Element, readonly SinglePoint[]> {
  const before = knownParts.get(faults);
  if (before) return before;
  const placed = faults.singlePoints.flatMap((point) => {
    const places = new Set([...model.ancestors(point.root), ...model.domainsOf(point.root)]);
    places.delete(point.root);
    return [...places].map((place) => ({ place, point }));
  });
  const found = new Map<Element, SinglePoint[]>();
  for (const [place, entries] of groupBy(placed, (entry) => entry.place))
    found.set(
      place,
      entries.map(({ point }) => point),
    );
  knownParts.set(faults, found);
  return found;
}

/** Whether they are all copies of stores no copy of which stands elsewhere: the rule of replicas says so. */
export function areAllCopies(model: Architecture, members: readonly Element[]): boolean {
  if (members.some(({ kind }) => traits(kind).store !== true)) return false;
  const here = new Set(members);
  return members.every((member) => {
    const copies = copiesIn(model).get(member);
    return copies?.every((copy) => here.has(copy)) ?? false;
  });
}

const knownCopies = new WeakMap<Architecture, ReadonlyMap<Element, readonly Element[]>>();

/** Each store of which there are several, with all its copies. Asked for many places, found once. */
function copiesIn(model: Architecture): ReadonlyMap<Element, readonly Element[]> {
  const before = knownCopies.get(model);
  if (before) return before;
  const groups = storeGroups(model, storeKinds).filter(({ members }) => members.length > 1);
  const found = new Map(groups.flatMap(({ members }) => members.map((member) => [member, members] as const)));
  knownCopies.set(model, found);
  return found;
}

/** What somebody asks of which there are several, element by element, in the order of the model. */
export function membersOfGroups(model: Architecture): readonly Element[] {
  const asked = model.pools.filter(({ verb, flows }) => verbs[verb].sort === 'traffic' && flows.length > 1);
  const pooled = asked.flatMap(({ flows }) => flows.flatMap((id) => model.flowById.get(id)?.to ?? []));
  const grouped = model.clusters.flatMap(({ members }) => (members.length > 1 ? members : []));
  const members = new Set([...pooled, ...grouped]);
  return model.elements.filter((element) => members.has(element.id) || hasInstances(element));
}

function standsIn(model: Architecture, element: Element, place: Element): boolean {
  return isWithin(model, element, place) && !isSpreadBeyond(model, element, place);
}

function isWithin(model: Architecture, element: Element, place: Element): boolean {
  return model.ancestors(element).includes(place) || model.domainsOf(element).includes(place);
}

/** Some of its instances stand in the place, others in another of its sort: when it stops, that has another reason. */
function isSpreadBeyond(model: Architecture, element: Element, place: Element): boolean {
  if (!hasInstances(element)) return false;
  const named = (element.facts.standsIn ?? []).flatMap((id) => model.byId.get(id) ?? []);
  const inside = named.filter((domain) => domain === place || isWithin(model, domain, place));
  const sorts = new Set(inside.map(sortOf));
  return named.some((domain) => !inside.includes(domain) && sorts.has(sortOf(domain)));
}

function sortOf({ kind, facts }: Element): string {
  return `${kind} ${facts.domainRole}`;
}

function isPlace(kind: Element['kind']): boolean {
  return traits(kind).place === true || traits(kind).domain === true;
}

function hasInstances({ facts: { instances = 1 } }: Element): boolean {
  return (typeof instances === 'number' ? instances : instances.min) > 1;
}

/** Names of everything an element is one of several in. */
function groupsOf(model: Architecture, element: Element): readonly string[] {
  const pools = model.incoming(element).flatMap(({ pool }) => (pool === undefined ? [] : `pool ${pool}`));
  const clusters = model.clustersOf(element).map(({ id }) => `cluster ${id}`);
  const copied = model.outgoing(element).flatMap(({ verb, to }) => (verb === 'replicates' ? `copies ${to}` : []));
  const original = model.incoming(element).some(({ verb }) => verb === 'replicates') ? [`copies ${element.id}`] : [];
  const tiers = element.tier === undefined ? [] : [`${element.kind} ${element.tier}`];
  return [...pools, ...clusters, ...copied, ...original, ...tiers];
}
