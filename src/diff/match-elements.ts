import type { Architecture, ElementId } from '../graph/architecture.js';
import { canonical } from './canonical.js';
import { colourLeftovers } from './colour-leftovers.js';
import { placing } from './edges-of.js';
import { type Leftovers, leftoversOf } from './leftovers.js';
import { type KeyOf, type Pass, uniquely } from './match-unique.js';
import { isNearlyAlike, roleOf } from './nearly-alike.js';
import { entryOf, factsOf } from './surroundings.js';

/** Chains that are renamed from end to end are followed so far; what is further stays added and removed. */
const mostRounds = 24;

/**
 * The id in the head of every element of the base that is still there. The same id is the same element. Of the others, one
 * that moved has the kind, the name and the neighbours it had, a renamed one kind, place and neighbours. Only what fits one
 * alone is matched: of two candidates that fit equally none is taken. Last come those of which one neighbour is another, too.
 */
export function matchElements(base: Architecture, head: Architecture): ReadonlyMap<ElementId, ElementId> {
  const left = leftoversOf(base, head);
  for (let round = 0; round < mostRounds && left.base.ids.size > 0 && left.head.ids.size > 0; round += 1) {
    if (!passes.some((pass) => pass(left))) break;
  }
  return left.matched;
}

/** From the surest to the least sure; after each success from the top again. */
const passes: readonly Pass[] = [
  // The place round it is called otherwise now.
  uniquely(() => (side, id) => {
    const { kind, name, parent } = side.model.byId.get(id)!;
    const place = parent === undefined ? undefined : side.numbers.get(parent);
    return place === undefined ? undefined : JSON.stringify([kind, name, place]);
  }),
  alike({ name: true }),
  alike({ place: true, facts: true }),
  alike({ place: true }),
  uniquely(contents),
  alike({ name: true, knownOnly: true }),
  alike({ place: true, knownOnly: true }),
  uniquely(() => roleOf, isNearlyAlike),
];

interface Alikeness {
  readonly name?: boolean;
  /** It stands where it stood. */
  readonly place?: boolean;
  readonly facts?: boolean;
  /** Neighbours that are new or gone do not count. */
  readonly knownOnly?: boolean;
}

/** Same kind and neighbours, of which there is one at least beside its place. */
function alike({ name, place, facts, knownOnly }: Alikeness): Pass {
  return uniquely((left) => {
    const colours = knownOnly ? undefined : colourLeftovers(left);
    return (side, id) => {
      const element = side.model.byId.get(id)!;
      const entries: string[] = [];
      let evidence = 0;
      for (const neighbour of side.neighbours.get(id) ?? []) {
        const isPlace = !neighbour.incoming && placing.has(neighbour.label);
        if (isPlace && !place) continue;
        const entry = entryOf(side, neighbour, colours);
        if (entry === undefined && isPlace) return undefined;
        if (entry === undefined) continue;
        entries.push(entry);
        if (!isPlace) evidence += 1;
      }
      if (evidence === 0) return undefined;
      const own = [element.kind, name && element.name, facts && factsOf(element)];
      return canonical([...own, entries.sort()]);
    };
  });
}

/** Places that hold the same, where at least one thing in them is known: none of it went elsewhere or came from there. */
function contents(left: Leftovers): KeyOf {
  const other = (side: Leftovers['base']) => (side === left.base ? left.head : left.base);
  const inside = (side: Leftovers['base'], id: ElementId) => {
    const element = side.model.byId.get(id);
    return element ? side.model.children(element).flatMap((child) => side.numbers.get(child.id) ?? []) : [];
  };
  const goesTo = (side: Leftovers['base'], id: ElementId) => {
    const opposite = other(side);
    const places = inside(side, id).map((number) => opposite.model.byId.get(opposite.byNumber.get(number)!)?.parent);
    return new Set(places).size === 1 ? places[0] : undefined;
  };
  return (side, id) => {
    const there = goesTo(side, id);
    if (there === undefined || !other(side).ids.has(there) || goesTo(other(side), there) !== id) return undefined;
    const { kind } = side.model.byId.get(id)!;
    return kind === other(side).model.byId.get(there)?.kind ? `${kind} ${Math.min(...inside(side, id))}` : undefined;
  };
}
