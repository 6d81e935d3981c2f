import type { Architecture, ElementId } from '../graph/architecture.js';
import { canonical } from './canonical.js';
import { colourLeftovers } from './colour-leftovers.js';
import { placing } from './edges-of.js';
import { type Leftovers, leftoversOf, type Neighbour } from './leftovers.js';

/** Chains that are renamed from end to end are followed so far; what is further stays added and removed. */
const mostRounds = 24;

/**
 * The id in the head of every element of the base that is still there. The same id is the same element. Of the others, one
 * that moved has the kind, the name and the neighbours it had, a renamed one kind, place and neighbours. Only what fits one
 * alone is matched: of two candidates that fit equally none is taken.
 */
export function matchElements(base: Architecture, head: Architecture): ReadonlyMap<ElementId, ElementId> {
  const left = leftoversOf(base, head);
  for (let round = 0; round < mostRounds && left.base.ids.size > 0 && left.head.ids.size > 0; round += 1) {
    if (!passes.some((pass) => pass(left))) break;
  }
  return left.matched;
}

type Pass = (left: Leftovers) => boolean;
type KeyOf = (side: Leftovers['base'], id: ElementId) => string | undefined;

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

function entryOf(
  side: Leftovers['base'],
  { label, incoming, id }: Neighbour,
  colours: ReadonlyMap<ElementId, string> | undefined,
): string | undefined {
  const known = side.numbers.get(id);
  const about = known === undefined ? colours?.get(`${side.name} ${id}`) : String(known);
  return about === undefined ? undefined : `${label}${incoming ? '<' : '>'}${about}`;
}

/** What it says of itself, without what that names. */
function factsOf({ facts, listeners }: { facts: object; listeners?: readonly object[] }): unknown {
  const { writer, keptIn, failover, standsIn, keyHeldBy, ...plain } = facts as Record<string, unknown>;
  return [plain, listeners?.map((listener) => ({ ...listener, tls: undefined }))];
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

/** Matches what has a key that nothing else on its own side has. */
function uniquely(keys: (left: Leftovers) => KeyOf): Pass {
  return (left) => {
    const keyOf = keys(left);
    const [ofBase, ofHead] = [unique(left.base, keyOf), unique(left.head, keyOf)];
    let found = false;
    for (const [key, id] of ofBase) {
      const there = ofHead.get(key);
      if (id === undefined || there === undefined) continue;
      left.match(id, there);
      found = true;
    }
    return found;
  };
}

/** By key; undefined where several have it. */
function unique(side: Leftovers['base'], keyOf: KeyOf): ReadonlyMap<string, ElementId | undefined> {
  const ids = new Map<string, ElementId | undefined>();
  for (const id of side.ids) {
    const key = keyOf(side, id);
    if (key !== undefined) ids.set(key, ids.has(key) ? undefined : id);
  }
  return ids;
}
