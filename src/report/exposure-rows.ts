import type { Network, Reach } from '../analyses/network/result.js';
import { type Standing, standingOf, standings } from '../analyses/network/standing.js';
import type { Element } from '../graph/architecture.js';

/** Elements of a kind that are reached alike, at listeners alike. */
export interface ExposureRow {
  readonly elements: readonly Element[];
  readonly reach: Reach;
  /** Of relay reach: the ids of those that hand requests on. */
  readonly senders: readonly string[];
  /** The firewalls that decide; where what is not known is told together, all of them. */
  readonly guards: readonly Element[];
}

export interface ExposureSummary {
  /** Listeners that are reached openly, by packets of the source. */
  readonly direct: number;
  /** Further ones that are reached openly where something hands requests on. */
  readonly relayed: number;
  /** Those that only some of the source reaches. */
  readonly limited: number;
  /** Those of which nobody can tell. */
  readonly unknown: number;
  /** Those that nothing of the source gets to. */
  readonly blocked: number;
}

/** What is reached: open first, then by some, then what nobody can tell. Blocked is left out, and relay reach that adds nothing. */
export function exposureRows(reaches: readonly Reach[]): readonly ExposureRow[] {
  const packets = new Map(reaches.flatMap((one) => (one.reach === 'packet' ? [[listenerKey(one), one] as const] : [])));
  const alike = new Map<string, Reach[]>();
  for (const reach of reaches) {
    if (
      standingOf(reach) === 'blocked' ||
      (reach.reach === 'relay' && saysLess(reach, packets.get(listenerKey(reach))))
    )
      continue;
    const key = keyOf(reach);
    const list = alike.get(key);
    if (list) list.push(reach);
    else alike.set(key, [reach]);
  }
  return [...alike.values()]
    .map(([first, ...others]): ExposureRow => {
      const all = [first!, ...others];
      const senders = new Set(all.flatMap(({ by }) => by?.from ?? []));
      const guards = new Set(all.flatMap(({ guard }) => guard ?? []));
      return { elements: all.map(({ element }) => element), reach: first!, senders: [...senders], guards: [...guards] };
    })
    .sort((left, right) => placeOf(left.reach) - placeOf(right.reach));
}

function saysLess(relay: Reach, packet: Reach | undefined): boolean {
  return packet?.passage === 'open' || (packet?.passage === 'unknown' && relay.passage === 'unknown');
}

/** How many listeners are reached how, each counted once, by the easiest way. */
export function exposureSummary(reaches: readonly Reach[]): ExposureSummary {
  const best = new Map<string, Standing>();
  for (const reach of reaches) {
    const known = best.get(listenerKey(reach));
    const standing = standingOf(reach);
    if (!known || standings.indexOf(standing) < standings.indexOf(known)) best.set(listenerKey(reach), standing);
  }
  const counts = { direct: 0, relayed: 0, limited: 0, unknown: 0, blocked: 0 };
  for (const standing of best.values()) counts[standing] += 1;
  return counts;
}

/** Whether there is a border, or a way in, of which something could be told. */
export function hasBorders({ entryPoints, zones, undeclared, internet }: Network): boolean {
  return (
    entryPoints.length > 0 ||
    zones.length > 0 ||
    undeclared.length > 0 ||
    internet.some(({ guard }) => guard !== undefined)
  );
}

function placeOf(reach: Reach): number {
  return standings.indexOf(standingOf(reach));
}

function listenerKey({ element, listener }: Reach): string {
  return JSON.stringify([element.id, listener?.name]);
}

function keyOf({ element, listener, passage, guard, rule, onReturn, limitedTo, exceptFrom, reach }: Reach): string {
  const wire = listener && [listener.name, listener.protocol, listener.port];
  const decider = passage === 'unknown' ? guard !== undefined : guard?.id;
  return JSON.stringify([element.kind, wire, passage, decider, rule, onReturn, limitedTo, exceptFrom, reach]);
}
