import type { Element, ElementId } from '../../graph/architecture.js';
import type { GateDraft } from './gates.js';
import type { Universe } from './universe.js';

/** Instances that stand alike: how many, and the node that works while their place does. */
export interface Standing {
  readonly node: number;
  readonly count: number;
  /** The node of the member itself, where it fails on its own. */
  readonly member?: number;
}

/** Domains that every instance stands in, and those that instances are spread over, one sort at a time. */
export interface Domains {
  readonly common: readonly ElementId[];
  readonly spread: readonly (readonly ElementId[])[];
}

/** How many a controller keeps at the least. */
export function instancesOf({ facts: { instances } }: Element): number {
  if (instances === undefined) return 1;
  return Math.max(1, Math.floor(typeof instances === 'number' ? instances : instances.min));
}

const noDomains: Domains = { common: [], spread: [] };
const none: readonly Standing[] = [];

/**
 * Several instances are spread over the domains of one sort (zones, racks) where there are several; a single domain of a
 * sort holds them all. A single instance stands in every domain named.
 */
export function domainsNamed(universe: Universe, element: Element): Domains {
  if (!element.facts.standsIn) return noDomains;
  const named = element.facts.standsIn.filter((id) => universe.indexOf.has(id));
  if (instancesOf(element) < 2) return { common: named, spread: [] };
  const sorts = new Map<string, ElementId[]>();
  for (const id of named) {
    const domain = universe.elements[universe.indexOf.get(id)!]!;
    const sort = `${domain.kind} ${domain.facts.domainRole ?? ''}`;
    sorts.set(sort, [...(sorts.get(sort) ?? []), id]);
  }
  const lists = [...sorts.values()];
  return { common: lists.filter(isSingle).flat(), spread: lists.filter((list) => !isSingle(list)) };
}

function isSingle(list: readonly unknown[]): boolean {
  return list.length === 1;
}

/** Beyond this many different places instances are no longer told apart. */
const maximumPlaces = 1_000;

/** The members an element is expanded to: its own instances on each instance of what it stands on. */
export function standingsOf(
  universe: Universe,
  gates: GateDraft,
  element: Element,
  below: readonly Standing[],
): readonly Standing[] {
  const own = ownStandings(universe, gates, element);
  if (below.length === 0) return own;
  if (own.length === 0) return below;
  if (own.length * below.length > maximumPlaces) return below;
  return below.flatMap((place) =>
    own.map((instance) => ({
      node: gates.all([place.node, instance.node]),
      count: place.count * instance.count,
      ...(place.member !== undefined && { member: place.member }),
    })),
  );
}

function ownStandings(universe: Universe, gates: GateDraft, element: Element): readonly Standing[] {
  const count = instancesOf(element);
  if (count < 2) return none;
  const { spread } = domainsNamed(universe, element);
  const period = Math.min(
    count,
    maximumPlaces,
    spread.reduce((product, list) => product * list.length, 1),
  );
  return Array.from({ length: period }, (_, place) => ({
    node: gates.all(spread.map((list) => universe.indexOf.get(list[place % list.length]!)!)),
    count: Math.floor((count - place + period - 1) / period),
  }));
}

/** Of a coordinator's members more than half must agree; of anything else one is enough. */
export function neededOf(element: Element, members: number): number {
  return element.kind === 'coordinator' && members > 1 ? Math.floor(members / 2) + 1 : 1;
}
