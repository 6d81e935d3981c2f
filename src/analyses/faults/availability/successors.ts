import type { Cluster, Element, Flow } from '../../../graph/architecture.js';
import type { GateDraft } from '../gates.js';
import type { Universe } from '../universe.js';
import { figureOf } from './figure-of.js';
import { standsOn } from './stands-on.js';
import type { Takeover } from './takeovers.js';
import type { Wait } from './waits.js';

/**
 * For each group and replication, the node that works while somebody may take over: the mechanism does, and no takeover is
 * in progress, which it is only while the active is down. By hand no mechanism is needed, and every takeover takes time.
 */
export function successorsIn(
  universe: Universe,
  gates: GateDraft,
  takeovers: readonly Takeover[],
  add: (wait: Wait) => void,
): ReadonlyMap<Cluster | Flow, number> {
  const known = new Map<string, number>();
  return new Map(
    takeovers.map((takeover) => {
      const { owner, active, mechanism } = takeover;
      const ready = readyAfter(takeover);
      return [owner, mechanism ? automatic(mechanism, active, ready) : ready];
    }),
  );

  function automatic(mechanism: Element, active: Element, ready: number): number {
    const node = universe.indexOf.get(mechanism.id)!;
    if (ready === gates.always) return node;
    return gates.all([node, gates.atLeast(1, [universe.indexOf.get(active.id)!, ready])]);
  }

  function readyAfter({ active, mechanism, time }: Takeover): number {
    if (time === undefined) return gates.always;
    const byHand = mechanism === undefined;
    const key = `${byHand} ${time} ${active.id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const elements = standsOn(universe, universe.indexOf.get(active.id)!);
    const isRated = elements.some((element) => figureOf(universe.elements[element]!.facts)?.frequency !== undefined);
    const node = isRated || byHand ? gates.free() : gates.always;
    if (node !== gates.always) add({ node, seconds: time, byHand, elements });
    known.set(key, node);
    return node;
  }
}
