import { lazily } from '../../../graph/lazily.js';
import { canFail } from '../fallible.js';
import type { GateDraft } from '../gates.js';
import { placeOf } from '../places.js';
import { neededOf, type Standing } from '../spread.js';
import type { Chances } from '../structure-draft.js';
import type { Universe } from '../universe.js';
import { binomialTail } from './binomial-tail.js';
import { type Figure, figureOf } from './figure-of.js';
import { successorsIn } from './successors.js';
import type { Takeover } from './takeovers.js';
import type { Wait } from './waits.js';

/** Something that happens by chance, independently of all others, and is the case for a share of the time. */
export interface BasicEvent {
  /** The node that does not work while it is the case; the same in both modes. -1: a takeover, of which several nodes ask. */
  readonly node: number;
  readonly unavailability: number;
  /** The number of the element whose figure it is, or after whose failure a takeover takes time. */
  readonly element: number;
  readonly sort: 'failure' | 'takeover';
  /** The figure of one member, and of how many such members so many are down in this one event that the rest is too few. */
  readonly figure: number;
  readonly copies: number;
  /** The derivative of the event's share by the figure. */
  readonly growth: number;
  /** The member that this member stands on, as the node of its event. */
  readonly on?: number;
}

/** Beyond this many members of one element they are no longer told apart. */
const maximumMembers = 1_000;

/**
 * What an element can tell a figure about: a certificate fails by date and not by chance. Groups and names are no things that
 * break, and are not missed where they tell none; a figure that they tell is that of a service.
 */
export function failsByChance(universe: Universe, index: number): boolean {
  const element = universe.elements[index]!;
  switch (element.kind) {
    case 'certificate':
      return false;
    case 'cluster':
    case 'record':
      return figureOf(element.facts) !== undefined;
    default:
      return canFail(element, 0);
  }
}

/** What chance adds to a draft of gates, and the events that it consists of; they are all there once places are compiled. */
export function basicEventsIn(
  universe: Universe,
  takeovers: readonly Takeover[],
): {
  readonly events: readonly BasicEvent[];
  readonly waits: readonly Wait[];
  readonly chancesIn: (gates: GateDraft) => Chances;
} {
  const events: BasicEvent[] = [];
  const waits: Wait[] = [];
  const taken = new Set<number>();
  const figures = universe.elements.map(({ facts }, index) => {
    return failsByChance(universe, index) ? figureOf(facts) : undefined;
  });
  const hosts = new Set(universe.elements.map((_, index) => placeOf(universe, index)));
  const standing = lazily(() => standingIn(universe));

  function addFailure(index: number, node: number, { unavailability: figure }: Figure, lost = lone, on?: number): void {
    const { probability, growth } = binomialTail(lost.copies, lost.least, figure);
    const share = lost.copies === 1 ? figure : probability;
    const told = { node, element: index, sort: 'failure' as const, figure, copies: lost.copies };
    events.push({ ...told, unavailability: share, growth, ...(on !== undefined && { on }) });
  }

  /** What stands on it asks for no more than one of its instances, and never fails by itself. */
  function carriesOnlyPassive(place: number): boolean {
    const within = new Set(standing().get(place));
    for (const index of within) {
      if (figures[index] || neededOf(universe.elements[index]!, 2) > 1) return false;
      for (const child of standing().get(index) ?? []) within.add(child);
    }
    return true;
  }

  const chancesIn = (gates: GateDraft): Chances => {
    const successors = successorsIn(universe, gates, takeovers, (wait) => waits.push(wait));

    function coversNeeds(index: number): boolean {
      return taken.has(index) && universe.elements[index]!.facts.availabilityIncludes === 'everything';
    }

    function members(index: number, standings: readonly Standing[]): readonly Standing[] {
      const figure = figures[index];
      const count = standings.reduce((sum, standing) => sum + standing.count, 0);
      if (!figure) return standings;
      if (count >= 2) return several(index, standings, count) ?? standings;
      taken.add(index);
      addFailure(index, index, figure);
      return standings;
    }

    /** Members are told apart only where that is needed, and undefined is the answer where they are too many for that. */
    function several(index: number, standings: readonly Standing[], count: number): readonly Standing[] | undefined {
      const isMany = count > maximumMembers;
      const isAlone = !hosts.has(index) || (isMany && carriesOnlyPassive(index));
      const need = neededOf(universe.elements[index]!, count);
      const inBlocks = isAlone && need === 1;
      const inOne = isMany && !hosts.has(index) && standings.length === 1;
      if (isMany && !inBlocks && !inOne) return undefined;
      taken.add(index);
      if (inBlocks) return standings.map((place) => withFailure(index, place, place.count));
      if (inOne) return standings.map((place) => withFailure(index, place, count - need + 1));
      return standings.flatMap(apart).map((place) => withFailure(index, place, 1));
    }

    function withFailure(index: number, { node, count, member: on }: Standing, least: number): Standing {
      const member = gates.free();
      addFailure(index, member, figures[index]!, { copies: count, least }, on);
      return { node: coversNeeds(index) ? member : gates.all([node, member]), count, member };
    }

    return { members, coversNeeds, successor: (owner) => successors.get(owner) };
  };
  return { events, waits, chancesIn };
}

/** A single member that is down. */
const lone = { copies: 1, least: 1 };

/** What stands in each place, by number. */
function standingIn(universe: Universe): ReadonlyMap<number, readonly number[]> {
  const inside = new Map<number, number[]>();
  for (const index of universe.elements.keys()) {
    const place = placeOf(universe, index);
    if (place === undefined) continue;
    const list = inside.get(place);
    if (list) list.push(index);
    else inside.set(place, [index]);
  }
  return inside;
}

/** One standing for each of the members that stand alike. */
function apart({ count, ...standing }: Standing): readonly Standing[] {
  return Array.from({ length: count }, () => ({ ...standing, count: 1 }));
}
