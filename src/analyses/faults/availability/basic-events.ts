import { canFail } from '../fallible.js';
import type { GateDraft } from '../gates.js';
import { placeOf } from '../places.js';
import { neededOf, type Standing } from '../spread.js';
import type { Chances } from '../structure-draft.js';
import { uncheckedFlowTargets } from '../unchecked.js';
import type { Universe } from '../universe.js';
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
  /** The figure of one member, and how many such members this one event fails together: all of them are down. */
  readonly figure: number;
  readonly copies: number;
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
  const unchecked = uncheckedFlowTargets(universe);
  const hosts = new Set(universe.elements.map((_, index) => placeOf(universe, index)));

  function addFailure(index: number, node: number, { unavailability }: Figure, copies = 1, on?: number): void {
    const told = { node, element: index, sort: 'failure' as const, figure: unavailability, copies };
    events.push({ ...told, unavailability: unavailability ** copies, ...(on !== undefined && { on }) });
  }

  const chancesIn = (gates: GateDraft): Chances => {
    const successors = successorsIn(universe, gates, takeovers, (wait) => waits.push(wait));

    function coversNeeds(index: number): boolean {
      return taken.has(index) && universe.elements[index]!.facts.availabilityIncludes === 'everything';
    }

    function members(index: number, standings: readonly Standing[]): readonly Standing[] {
      const figure = figures[index];
      const count = standings.reduce((sum, standing) => sum + standing.count, 0);
      const inBlocks =
        count < 2 || (!hosts.has(index) && !unchecked.has(index) && neededOf(universe.elements[index]!, count) === 1);
      if (!figure || (!inBlocks && count > maximumMembers)) return standings;
      taken.add(index);
      if (count >= 2)
        return (inBlocks ? standings : standings.flatMap(apart)).map((place) => withFailure(index, place));
      addFailure(index, index, figure);
      return standings;
    }

    function withFailure(index: number, { node, count, member: on }: Standing): Standing {
      const member = gates.free();
      addFailure(index, member, figures[index]!, count, on);
      return { node: coversNeeds(index) ? member : gates.all([node, member]), count, member };
    }

    return { members, coversNeeds, successor: (owner) => successors.get(owner) };
  };
  return { events, waits, chancesIn };
}

/** One standing for each of the members that stand alike. */
function apart({ count, ...standing }: Standing): readonly Standing[] {
  return Array.from({ length: count }, () => ({ ...standing, count: 1 }));
}
