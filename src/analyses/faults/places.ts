import type { Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import type { GateDraft } from './gates.js';
import { domainsNamed, instancesOf, neededOf, type Standing, standingsOf } from './spread.js';
import type { Need, Spare } from './structure.js';
import type { Chances } from './structure-draft.js';
import type { Universe } from './universe.js';

/** What elements need of where they stand; told element by element when somebody asks. */
export interface Placed {
  needs(element: number): readonly Need[];
  spares(element: number): readonly Spare[];
  /** The elements that have any. */
  readonly spared: readonly number[];
  readonly slack: Int32Array;
}

const none: readonly never[] = [];

/** Instances on instances multiply: more than fits a whole number of 32 bits is as good as that. */
const largestSlack = 2 ** 31 - 1;

/** What each element needs of where it stands: its place, its failure domains, its provider, enough of its instances. */
export function placeNeeds(universe: Universe, gates: GateDraft, chances?: Chances): Placed {
  const places = placesOf(universe);
  const standings = standingsInOrder(universe, gates, places, chances);
  const slack = new Int32Array(universe.elements.length);
  const others = new Map<number, readonly Need[]>();
  for (let index = 0; index < universe.elements.length; index += 1) {
    const element = universe.elements[index]!;
    const covered = chances?.coversNeeds(index) === true;
    if (!covered && places[index]! >= 0) gates.needs(index, places[index]!);
    if (!covered) for (const { node } of needsOfDomains(universe, element)) gates.needs(index, node);
    if (element.kind !== 'dns' && !standings.has(index)) continue;
    const members = membersIn(standings.get(index) ?? none);
    const spare = members > 1 ? members - neededOf(element, members) : spareNames(element);
    slack[index] = Math.min(spare, largestSlack);
    const more = [...instanceNeeds(gates, element, standings.get(index)), ...nameNeeds(universe, gates, element)];
    others.set(index, more);
    for (const { node, sort } of more) if (!covered || sort === 'instances') gates.needs(index, node);
  }
  return {
    needs: (index) => [
      ...(places[index]! < 0 ? none : [{ sort: 'place' as const, node: places[index]!, element: places[index]! }]),
      ...needsOfDomains(universe, universe.elements[index]!),
      ...(others.get(index) ?? none),
    ],
    spares: (index) => sparesOfInstances(universe.elements[index]!, standings.get(index)),
    spared: [...standings.keys()],
    slack,
  };
}

/** Two or more name servers outside of the model stand in for one another. */
function spareNames({ kind, facts }: Element): number {
  return kind === 'dns' ? Math.max(0, (facts.nameServers?.length ?? 1) - 1) : 0;
}

function membersIn(standings: readonly Standing[]): number {
  return standings.length === 0 ? 0 : standings.reduce((sum, { count }) => sum + count, 0);
}

/** Where elements have several instances, by number. Places before what stands in them, whatever the order of the model. */
function standingsInOrder(
  universe: Universe,
  gates: GateDraft,
  places: Int32Array,
  chances: Chances | undefined,
): ReadonlyMap<number, readonly Standing[]> {
  const standings = new Map<number, readonly Standing[]>();
  const done = new Uint8Array(places.length);
  for (let start = 0; start < places.length; start += 1) {
    if (done[start] === 1) continue;
    const chain: number[] = [];
    for (let index = start; index >= 0 && done[index] === 0; index = places[index]!) {
      done[index] = 1;
      chain.push(index);
    }
    for (const index of chain.reverse()) {
      const element = universe.elements[index]!;
      const below = standings.get(places[index]!) ?? none;
      if (!chances && below.length === 0 && instancesOf(element) < 2) continue;
      const expanded = standingsOf(universe, gates, element, below);
      const own = chances ? chances.members(index, expanded) : expanded;
      if (membersIn(own) > 1) standings.set(index, own);
    }
  }
  return standings;
}

/** Where each element stands, by number; -1: nowhere. */
function placesOf(universe: Universe): Int32Array {
  const places = new Int32Array(universe.elements.length);
  for (let index = 0; index < places.length; index += 1) places[index] = placeOf(universe, index) ?? -1;
  return places;
}

/** A firewall is no part of what it guards: it stands where that stands. */
export function placeOf({ elements, indexOf, model }: Universe, index: number): number | undefined {
  const element = elements[index]!;
  if (element.parent === undefined) return undefined;
  if (element.kind !== 'firewall') return indexOf.get(element.parent);
  const parent = model.byId.get(element.parent);
  const place = parent && [parent, ...model.ancestors(parent)].find(({ kind }) => traits(kind).place);
  return place && indexOf.get(place.id);
}

function needsOfDomains(universe: Universe, element: Element): readonly Need[] {
  const { standsIn, provider: name } = element.facts;
  if (!standsIn && name === undefined) return none;
  const needs: Need[] = [];
  for (const id of domainsNamed(universe, element).common) {
    const node = universe.indexOf.get(id);
    if (node !== undefined) needs.push({ sort: 'place', node, element: node });
  }
  const provider = name === undefined ? undefined : universe.providers.get(name);
  if (provider !== undefined) needs.push({ sort: 'provider', node: provider, element: provider });
  return needs;
}

function instanceNeeds(gates: GateDraft, element: Element, standings: readonly Standing[] = none): readonly Need[] {
  const members = membersIn(standings);
  if (members < 2) return none;
  const need = neededOf(element, members);
  const nodes = standings.map(({ node }) => node);
  const node = gates.atLeast(
    need,
    nodes,
    standings.map(({ count }) => count),
  );
  return [{ sort: 'instances', node, members: nodes, need }];
}

/** A name works while one of its name servers does; those that are no elements of the model never fail here. */
function nameNeeds(universe: Universe, gates: GateDraft, { kind, facts }: Element): readonly Need[] {
  if (kind !== 'dns') return none;
  const servers = facts.nameServers ?? none;
  const nodes = servers.map((name) => universe.indexOf.get(name) ?? gates.always);
  return nodes.length === 0 ? none : [{ sort: 'names', node: gates.atLeast(1, nodes) }];
}

function sparesOfInstances(element: Element, standings: readonly Standing[] = none): readonly Spare[] {
  const members = membersIn(standings);
  if (members < 2) return none;
  return [
    {
      sort: 'instances',
      nodes: standings.map(({ node }) => node),
      counts: standings.map(({ count }) => count),
      need: neededOf(element, members),
    },
  ];
}
