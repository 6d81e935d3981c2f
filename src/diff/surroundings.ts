import type { ElementId } from '../graph/architecture.js';
import type { Neighbour, Side } from './leftovers.js';

/** One neighbour as both sides call it; undefined where it is new or gone, and nothing tells which one it is. */
export function entryOf(
  side: Side,
  { label, incoming, id }: Neighbour,
  colours?: ReadonlyMap<ElementId, string>,
): string | undefined {
  const known = side.numbers.get(id);
  const about = known === undefined ? colours?.get(`${side.name} ${id}`) : String(known);
  return about === undefined ? undefined : `${label}${incoming ? '<' : '>'}${about}`;
}

/** What it says of itself, without what that names. */
export function factsOf({ facts, listeners }: { facts: object; listeners?: readonly object[] }): unknown {
  const { writer, keptIn, failover, standsIn, keyHeldBy, ...plain } = facts as Record<string, unknown>;
  return [plain, listeners?.map((listener) => ({ ...listener, tls: undefined }))];
}
