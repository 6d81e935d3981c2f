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
import { lazily } from './lazily.js';

/**
 * Makes the graph of a document that was validated: frozen, with its indexes. References to elements that do not exist are
 * the validation's to refuse; here they simply lead nowhere.
 */
export function createGraph(document: ArchitectureDocument): Architecture {
  freeze(document);
  const byId = new Map(document.elements.map((element) => [element.id, element]));
  const placeIndexes = lazily(() => indexPlaces(document, byId));
  const flowIndexes = lazily(() => indexFlows(document));
  const kindIndex = lazily(() => indexKinds(document));
  const flowById = lazily(() => new Map(document.flows.map((flow) => [flow.id, flow])));
  const poolById = lazily(() => new Map(document.pools.map((pool) => [pool.id, pool])));
  const clusterById = lazily(() => new Map(document.clusters.map((cluster) => [cluster.id, cluster])));
  const memberships = lazily(() => indexMemberships(document));
  const ancestorsOf = remember((element: Element): readonly Element[] => ancestors(element, byId));
  const hostOf = remember((element: Element) => ancestorsOf(element).find((place) => place.kind === 'server'));
  const zoneOf = remember((element: Element) => ancestorsOf(element).find((place) => place.kind === 'zone'));

  return Object.freeze({
    ...document,
    byId,
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
    outgoing: (element: Element) => flowIndexes().outgoing.get(element.id) ?? none,
    incoming: (element: Element) => flowIndexes().incoming.get(element.id) ?? none,
    children: (element: Element | undefined) => placeIndexes().children.get(element?.id) ?? none,
    ancestors: ancestorsOf,
    hostOf,
    zoneOf,
    domainsOf: remember((element: Element) => domains(element, ancestorsOf, byId)),
    guardsOf: (element: Element) => guards(element, ancestorsOf(element), placeIndexes().children),
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

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const key in value) {
    const part: unknown = value[key as keyof typeof value];
    if (typeof part === 'object') freeze(part);
  }
}

function indexKinds(document: ArchitectureDocument): { readonly [K in Kind]: readonly Element[] } {
  const index = Object.fromEntries(kindNames.map((kind) => [kind, [] as Element[]])) as Record<Kind, Element[]>;
  for (const element of document.elements) index[element.kind].push(element);
  return index;
}

function indexPlaces(document: ArchitectureDocument, byId: Ids): { children: Map<ElementId | undefined, Element[]> } {
  const children = new Map<ElementId | undefined, Element[]>();
  for (const element of document.elements) {
    const parent = element.parent !== undefined && byId.has(element.parent) ? element.parent : undefined;
    append(children, parent, element);
  }
  return { children };
}

function indexFlows(document: ArchitectureDocument): {
  outgoing: Map<ElementId, Flow[]>;
  incoming: Map<ElementId, Flow[]>;
} {
  const outgoing = new Map<ElementId, Flow[]>();
  const incoming = new Map<ElementId, Flow[]>();
  for (const flow of document.flows) {
    append(outgoing, flow.from, flow);
    append(incoming, flow.to, flow);
  }
  return { outgoing, incoming };
}

function indexMemberships(document: ArchitectureDocument): Map<ElementId, Cluster[]> {
  const index = new Map<ElementId, Cluster[]>();
  for (const cluster of document.clusters) for (const member of cluster.members) append(index, member, cluster);
  return index;
}

function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
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
  children: Map<ElementId | undefined, Element[]>,
): Element[] {
  const containers: (ElementId | undefined)[] = [element.id, ...ancestors.map((place) => place.id), undefined];
  return containers.flatMap((id) => (children.get(id) ?? []).filter((child) => child.kind === 'firewall'));
}

function listener(flow: Flow, byId: Ids): Listener | undefined {
  const listeners = byId.get(flow.to)?.listeners ?? none;
  if (flow.listener === undefined) return listeners.length === 1 ? listeners[0] : undefined;
  return listeners.find((candidate) => candidate.name === flow.listener);
}
