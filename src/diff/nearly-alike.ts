import type { ElementId } from '../graph/architecture.js';
import { verbs } from '../vocabulary/verbs.js';
import { canonical } from './canonical.js';
import { placing } from './edges-of.js';
import type { Leftovers, Neighbour, Side } from './leftovers.js';
import type { KeyOf } from './match-unique.js';
import { entryOf, factsOf } from './surroundings.js';

/** Kind and place: where one such is gone and one is new, the one may be the other under another name. */
export const roleOf: KeyOf = (side, id) => {
  const places = neighboursOf(side, id, true).map((neighbour) => entryOf(side, neighbour));
  return places.includes(undefined) ? undefined : canonical([side.model.byId.get(id)!.kind, places.sort()]);
};

/**
 * Whether it says the same of itself, and has the neighbours it had but for one, or for one of three. Something new in the place of
 * something else must not pass for it: one that is used, or guards, otherwise than the other did is another one, however alike.
 */
export function isNearlyAlike({ base, head }: Leftovers, here: ElementId, there: ElementId): boolean {
  const saidBy = (side: Side, id: ElementId) => canonical(factsOf(side.model.byId.get(id)!));
  if (saidBy(base, here) !== saidBy(head, there)) return false;
  const [mine, theirs] = [countsOf(base, here), countsOf(head, there)];
  let [same, other, isUsedAlike] = [0, 0, false];
  for (const entry of new Set([...mine.keys(), ...theirs.keys()])) {
    const [was, is] = [mine.get(entry), theirs.get(entry)];
    const both = Math.min(was?.count ?? 0, is?.count ?? 0);
    same += both;
    other += Math.max(was?.count ?? 0, is?.count ?? 0) - both;
    isUsedAlike ||= both > 0 && isTelling((was ?? is)!.neighbour);
  }
  return isUsedAlike && other <= Math.max(1, same / 2);
}

interface Counted {
  readonly neighbour: Neighbour;
  readonly count: number;
}

/** A neighbour that is new or gone is another one on either side. */
function countsOf(side: Side, id: ElementId): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const neighbour of neighboursOf(side, id, false)) {
    const entry = entryOf(side, neighbour) ?? `${side.name} ${canonical([neighbour.label, neighbour.id])}`;
    counts.set(entry, { neighbour, count: (counts.get(entry)?.count ?? 0) + 1 });
  }
  return counts;
}

function neighboursOf(side: Side, id: ElementId, isPlace: boolean): readonly Neighbour[] {
  const all = side.neighbours.get(id) ?? [];
  return all.filter(({ label, incoming }) => (!incoming && placing.has(label)) === isPlace);
}

/** What says who it is: what it is used for, not who looks after all of its kind. Of a firewall: what it lets where. */
function isTelling({ label, incoming }: Neighbour): boolean {
  const verb = Object.hasOwn(verbs, label) ? verbs[label as keyof typeof verbs] : undefined;
  return verb ? verb.sort !== 'operations' : !incoming && label.startsWith('rule ');
}
