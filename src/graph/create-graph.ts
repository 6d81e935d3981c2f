import { type Kind, kindNames } from '../vocabulary/kinds.js';
import type {
  Architecture,
  ArchitectureDocument,
  Cluster,
  Element,
  ElementId,
  Flow,
  Listener,
} from './architecture.js';
import { elementsById } from './elements-by-id.js';
import { lazily } from './lazily.js';

/**
 * Makes the graph of a document that was validated: frozen, with its indexes. References to elements that do not exist are
 * the validation's to refuse; here they simply lead nowhere.
 */
export function createGraph(document: ArchitectureDocument): Architecture {
  freeze(document);
  const numberById = numberIds(document);
  const byId = elementsById(document.elements, numberById);
  const placeIndexes = lazily(() => indexPlaces(document, byId));
  const guardIndex = lazily(() => indexGuards(document, byId));
  const outgoing = lazily(() => indexFlows(document, 'from'));
  const incoming = lazily(() => indexFlows(document, 'to'));
  const kindIndex = lazily(() => indexKinds(document));
  const flowById = lazily(() => new Map(document.flows.map((flow) => [flow.id, flow])));
  const poolById = lazily(() => new Map(document.pools.map((pool) => [pool.id, pool])));
  const clusterById = lazily(() => new Map(document.clusters.map((cluster) => [cluster.id, cluster])));
  const memberships = lazily(() => indexMemberships(document));
  const around = remember((element: Element): readonly Element[] => ancestors(element, byId));
  const ancestorsOf = (element: Element) => (element.parent === undefined ? none : around(element));
  const hostOf = (element: Element) => innermost(element, 'server', byId);
  const zoneOf = (element: Element) => innermost(element, 'zone', byId);
  const domainsAround = remember((element: Element) => domains(element, ancestorsOf, byId));

  return Object.freeze({
    ...document,
    byId,
    numberById,
    get byKind() {
      return kindIndex();
    },
    get flowById() {
      return flowById();
    },
    get poolById() {
      return poolById();
    },
    get clusterById() {
      return clusterById();
    },
    clustersOf: (element: Element) => memberships().get(element.id) ?? none,
    outgoing: (element: Element) => outgoing().get(element.id) ?? none,
    incoming: (element: Element) => incoming().get(element.id) ?? none,
    children: (element: Element | undefined) => placeIndexes().children.get(element?.id) ?? none,
    ancestors: ancestorsOf,
    hostOf,
    zoneOf,
    domainsOf: (element: Element) =>
      element.parent === undefined && !element.facts.standsIn ? none : domainsAround(element),
    guardsOf: (element: Element) => guards(element, ancestorsOf(element), guardIndex()),
    listenerOf: (flow: Flow) => listener(flow, byId),
  });
}

const none: readonly never[] = Object.freeze([]);

type Ids = ReadonlyMap<ElementId, Element>;

function remember<V>(answer: (element: Element) => V): (element: Element) => V {
  const known = new Map<Element, V>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined || known.has(element)) return before as V;
    const value = answer(element);
    known.set(element, value);
    return value;
  };
}

/** By hand and not by `Object.values`: it is most of the work of making a graph. */
function freeze(value: object): void {
  Object.freeze(value);
  if (Array.isArray(value)) {
    for (const part of value) if (isLoose(part)) freeze(part);
    return;
  }
  for (const key in value) {
    const part: unknown = value[key as keyof typeof value];
    if (isLoose(part)) freeze(part);
  }
}

function isLoose(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Object.isFrozen(part);
}

function numberIds({ elements }: ArchitectureDocument): Map<ElementId, number> {
  const numbers = new Map<ElementId, number>();
  for (let number = 0; number < elements.length; number += 1) numbers.set(elements[number]!.id, number);
  return numbers;
}

function indexKinds(document: ArchitectureDocument): { readonly [K in Kind]: readonly Element[] } {
  const index = Object.fromEntries(kindNames.map((kind) => [kind, [] as Element[]])) as Record<Kind, Element[]>;
  for (const element of document.elements) index[element.kind].push(element);
  return index;
}

function indexPlaces(
  { elements }: ArchitectureDocument,
  byId: Ids,
): { children: Map<ElementId | undefined, Element[]> } {
  return { children: byPlace(elements, byId) };
}

/** A place may hold thousands, and few of them are firewalls. */
function indexGuards({ elements }: ArchitectureDocument, byId: Ids): Map<ElementId | undefined, Element[]> {
  const firewalls = elements.filter(({ kind }) => kind === 'firewall');
  return byPlace(firewalls, byId);
}

function byPlace(elements: readonly Element[], byId: Ids): Map<ElementId | undefined, Element[]> {
  const children = new Map<ElementId | undefined, Element[]>();
  for (const element of elements) {
    const parent = element.parent !== undefined && byId.has(element.parent) ? element.parent : undefined;
    append(children, parent, element);
  }
  return children;
}

/** Flows of one element mostly stand one after another: its list is looked up once for all of them. */
function indexFlows({ flows }: ArchitectureDocument, end: 'from' | 'to'): Map<ElementId, Flow[]> {
  const index = new Map<ElementId, Flow[]>();
  let list: Flow[] = [];
  let owner: ElementId | undefined;
  for (const flow of flows) {
    if (flow[end] !== owner) {
      owner = flow[end];
      list = listIn(index, owner);
    }
    list.push(flow);
  }
  return index;
}

function indexMemberships(document: ArchitectureDocument): Map<ElementId, Cluster[]> {
  const index = new Map<ElementId, Cluster[]>();
  for (const cluster of document.clusters) for (const member of cluster.members) append(index, member, cluster);
  return index;
}

function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  listIn(index, key).push(value);
}

function listIn<K, V>(index: Map<K, V[]>, key: K): V[] {
  const known = index.get(key);
  if (known) return known;
  const list: V[] = [];
  index.set(key, list);
  return list;
}

function ancestors(element: Element, byId: Ids): readonly Element[] {
  let place = parentOf(element, byId);
  if (!place) return none;
  const chain: Element[] = [];
  for (; place; place = parentOf(place, byId)) chain.push(place);
  return chain;
}

function parentOf(element: Element, byId: Ids): Element | undefined {
  return element.parent === undefined ? undefined : byId.get(element.parent);
}

function innermost(element: Element, kind: Kind, byId: Ids): Element | undefined {
  let place = parentOf(element, byId);
  while (place && place.kind !== kind) place = parentOf(place, byId);
  return place;
}

function domains(
  element: Element,
  ancestorsOf: (element: Element) => readonly Element[],
  byId: Ids,
): readonly Element[] {
  const found = new Set<Element>();
  for (const place of [element, ...ancestorsOf(element)]) {
    for (const id of place.facts.standsIn ?? none) {
      const domain = byId.get(id);
      if (!domain) continue;
      found.add(domain);
      for (const around of ancestorsOf(domain)) found.add(around);
    }
  }
  return [...found];
}

/** A guard stands in what it guards, and covers all that stands in there too. */
function guards(
  element: Element,
  ancestors: readonly Element[],
  byContainer: ReadonlyMap<ElementId | undefined, readonly Element[]>,
): Element[] {
  const containers: (ElementId | undefined)[] = [element.id, ...ancestors.map((place) => place.id), undefined];
  return containers.flatMap((id): readonly Element[] => byContainer.get(id) ?? none);
}

function listener(flow: Flow, byId: Ids): Listener | undefined {
  const listeners = byId.get(flow.to)?.listeners ?? none;
  if (flow.listener === undefined) return listeners.length === 1 ? listeners[0] : undefined;
  return listeners.find((candidate) => candidate.name === flow.listener);
}
