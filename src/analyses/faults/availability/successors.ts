import type { Cluster, Element, Flow } from '../../../graph/architecture.js';
import type { GateDraft } from '../gates.js';
import type { Universe } from '../universe.js';
import type { BasicEvent } from './basic-events.js';
import type { Takeover } from './takeovers.js';

/**
 * For each group and replication, the node that works while somebody may take over: the mechanism does, and no takeover is
 * in progress, which it is only while the active is down. By hand no mechanism is needed, and every takeover takes time.
 */
export function successorsIn(
  universe: Universe,
  gates: GateDraft,
  takeovers: readonly Takeover[],
  add: (event: BasicEvent) => void,
): ReadonlyMap<Cluster | Flow, number> {
  const byActive = new Map<Element, Takeover[]>();
  for (const takeover of takeovers) byActive.set(takeover.active, [...(byActive.get(takeover.active) ?? []), takeover]);
  const successors = new Map<Cluster | Flow, number>();
  for (const [active, list] of byActive) {
    const element = universe.indexOf.get(active.id)!;
    const readyAfter = waitingNodes(gates, list, (node, unavailability) => {
      add({ node, unavailability, element, sort: 'takeover', figure: unavailability, copies: 1 });
    });
    for (const { owner, mechanism, waiting } of list) {
      const ready = readyAfter.get(waiting) ?? gates.always;
      successors.set(owner, mechanism ? automatic(universe.indexOf.get(mechanism.id)!, element, ready) : ready);
    }
  }
  return successors;

  function automatic(mechanism: number, active: number, ready: number): number {
    return ready === gates.always ? mechanism : gates.all([mechanism, gates.atLeast(1, [active, ready])]);
  }
}

/**
 * The waits for several successors of one active end one after the other: who serves within 30 seconds is there whenever
 * who needs a minute is. Each longer wait is the shorter one or an event of its own, with what is missing to its share.
 */
function waitingNodes(
  gates: GateDraft,
  takeovers: readonly Takeover[],
  add: (node: number, unavailability: number) => void,
): ReadonlyMap<number, number> {
  const waits = [...new Set(takeovers.map(({ waiting }) => waiting))].filter((wait) => wait > 0);
  const ready = new Map<number, number>();
  const nodes: number[] = [];
  let before = 0;
  for (const wait of waits.sort((left, right) => left - right)) {
    const node = gates.free();
    add(node, (wait - before) / (1 - before));
    nodes.push(node);
    ready.set(wait, gates.all(nodes));
    before = wait;
  }
  return ready;
}
