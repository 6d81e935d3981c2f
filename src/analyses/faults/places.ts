import type { Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import type { GateDraft } from './gates.js';
import { domainsNamed, neededOf, type Standing, standingsOf } from './spread.js';
import type { Need, Spare } from './structure.js';
import type { Chances } from './structure-draft.js';
import { numberOf, type Universe } from './universe.js';

export interface Placed {
  readonly needs: readonly (readonly Need[])[];
  readonly spares: readonly (readonly Spare[])[];
  readonly slack: readonly number[];
}

const none: readonly never[] = [];

/** What each element needs of where it stands: its place, its failure domains, its provider, enough of its instances. */
export function placeNeeds(universe: Universe, gates: GateDraft, chances?: Chances): Placed {
  const places = universe.elements.map((_, index) => placeOf(universe, index));
  const standings = standingsInOrder(universe, gates, places, chances);
  const needs = universe.elements.map((element, index) => {
    return needsOfPlace(universe, gates, element, places[index], standings[index]!);
  });
  const spares = universe.elements.map((element, index) => sparesOfInstances(element, standings[index]!));
  const slack = universe.elements.map((element, index) => {
    const members = membersIn(standings[index]!);
    return members > 1 ? members - neededOf(element, members) : spareNames(element);
  });
  needs.forEach((list, index) => {
    const own = chances?.coversNeeds(index) ? list.filter(({ sort }) => sort === 'instances') : list;
    for (const need of own) gates.needs(index, need.node);
  });
  return { needs, spares, slack };
}

/** Two or more name servers outside of the model stand in for one another. */
function spareNames({ kind, facts }: Element): number {
  return kind === 'dns' ? Math.max(0, (facts.nameServers?.length ?? 1) - 1) : 0;
}

function membersIn(standings: readonly Standing[]): number {
  return standings.length === 0 ? 0 : standings.reduce((sum, { count }) => sum + count, 0);
}

/** Places before what stands in them, whatever the order of the model. */
function standingsInOrder(
  universe: Universe,
  gates: GateDraft,
  places: readonly (number | undefined)[],
  chances: Chances | undefined,
): readonly (readonly Standing[])[] {
  const standings: (readonly Standing[] | undefined)[] = universe.elements.map(() => undefined);
  for (const start of universe.elements.keys()) {
    const chain: number[] = [];
    for (let index: number | undefined = start; index !== undefined; index = places[index]) {
      if (standings[index] || chain.length > universe.elements.length) break;
      chain.push(index);
    }
    for (const index of chain.reverse()) {
      const place = places[index];
      const below = place === undefined ? none : (standings[place] ?? none);
      const expanded = standingsOf(universe, gates, universe.elements[index]!, below);
      standings[index] = chances ? chances.members(index, expanded) : expanded;
    }
  }
  return standings.map((list) => list ?? none);
}

/** Where an element stands. A firewall is no part of what it guards: it stands where that stands. */
export function placeOf({ elements, indexOf, model }: Universe, index: number): number | undefined {
  const element = elements[index]!;
  const parent = element.parent === undefined ? undefined : model.byId.get(element.parent);
  if (!parent) return undefined;
  if (element.kind !== 'firewall') return indexOf.get(parent.id);
  const place = [parent, ...model.ancestors(parent)].find(({ kind }) => traits(kind).place);
  return place && indexOf.get(place.id);
}

function needsOfPlace(
  universe: Universe,
  gates: GateDraft,
  element: Element,
  place: number | undefined,
  standings: readonly Standing[],
): readonly Need[] {
  const needs: Need[] = [];
  if (place !== undefined) needs.push({ sort: 'place', node: place, element: place });
  for (const id of domainsNamed(universe, element).common) {
    const node = numberOf(universe, id);
    if (node !== undefined) needs.push({ sort: 'place', node, element: node });
  }
  const { provider: name } = element.facts;
  const provider = name === undefined ? undefined : universe.providers.get(name);
  if (provider !== undefined) needs.push({ sort: 'provider', node: provider, element: provider });
  needs.push(...instanceNeeds(gates, element, standings), ...nameNeeds(universe, gates, element));
  return needs;
}

function instanceNeeds(gates: GateDraft, element: Element, standings: readonly Standing[]): readonly Need[] {
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
  const servers = facts.nameServers ?? [];
  const nodes = servers.map((name) => universe.indexOf.get(name) ?? gates.always);
  return nodes.length === 0 ? [] : [{ sort: 'names', node: gates.atLeast(1, nodes) }];
}

function sparesOfInstances(element: Element, standings: readonly Standing[]): readonly Spare[] {
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
