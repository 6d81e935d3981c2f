import type { ElementId } from '../graph/architecture.js';
import type { Leftovers, Side } from './leftovers.js';

/** How far a leftover's surroundings are looked at, in steps over other leftovers. */
const mostRounds = 8;

/**
 * Tells leftovers apart by kind and surroundings, whatever they are called: the same colour, the same surroundings. By `base id`
 * and `head id`. (Colour refinement, after Weisfeiler and Leman.)
 */
export function colourLeftovers(left: Leftovers): ReadonlyMap<string, string> {
  const known = coloured.get(left);
  if (known?.matched === left.matched.size) return known.colours;
  const colours = colour(left);
  coloured.set(left, { matched: left.matched.size, colours });
  return colours;
}

interface Coloured {
  readonly matched: number;
  readonly colours: ReadonlyMap<string, string>;
}

/** Several passes ask in a row, and nothing is another colour until something is matched. */
const coloured = new WeakMap<Leftovers, Coloured>();

function colour({ base, head }: Leftovers): ReadonlyMap<string, string> {
  const all = [base, head].flatMap((side) => [...side.ids].map((id) => ({ side, id, key: `${side.name} ${id}` })));
  let colours = new Map(all.map(({ side, id, key }) => [key, side.model.byId.get(id)!.kind as string]));
  let number = new Set(colours.values()).size;
  for (let round = 0; round < mostRounds; round += 1) {
    const names = new Map<string, string>();
    const next = new Map<string, string>();
    for (const { side, id, key } of all) {
      const signature = `${colours.get(key)} ${surroundings(side, id, colours)}`;
      const known = names.get(signature) ?? `~${names.size}`;
      names.set(signature, known);
      next.set(key, known);
    }
    colours = next;
    if (names.size === number) break;
    number = names.size;
  }
  return colours;
}

function surroundings(side: Side, id: ElementId, colours: ReadonlyMap<string, string>): string {
  const entries = (side.neighbours.get(id) ?? []).map((neighbour) => {
    const about = side.numbers.get(neighbour.id) ?? colours.get(`${side.name} ${neighbour.id}`);
    return `${neighbour.label}${neighbour.incoming ? '<' : '>'}${about}`;
  });
  return entries.sort().join(' ');
}
