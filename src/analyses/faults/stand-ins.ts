import type { Element } from '../../graph/architecture.js';
import { requiredAcknowledgements } from './clusters.js';
import type { Replica } from './replicas.js';
import { nodeOf, nodeOnWay, type StructureDraft, successorNode, type Way } from './structure-draft.js';

/** Whether more than the primary itself decides if it can be used in this mode. */
export function hasStandIns(draft: StructureDraft, replicas: readonly Replica[]): boolean {
  const { mode } = draft;
  return replicas.some(
    ({ flow, mechanism }) =>
      successorNode(draft, flow, mechanism) !== undefined ||
      (mode === 'write' && requiredAcknowledgements(flow.facts) > 0),
  );
}

/**
 * Works while the primary, or a replica promoted in its place, takes requests on `way`. A synchronous write is confirmed
 * by as many of the other replicas as were asked for; `confirms` says what a replica needs to confirm to the primary.
 */
export function standInNode(
  draft: StructureDraft,
  primary: Element,
  replicas: readonly Replica[],
  way: Way,
  confirms: (replica: Replica) => number,
): number {
  const { gates, mode } = draft;
  const synchronous = mode === 'write' ? replicas.filter(({ flow }) => flow.facts.replication === 'synchronous') : [];
  const asked = Math.max(0, ...synchronous.map(({ flow }) => requiredAcknowledgements(flow.facts)));
  const confirmed = gates.atLeast(asked, synchronous.map(confirms));
  const serving = [gates.all([nodeOnWay(draft, primary, way), confirmed])];
  const confirmers = synchronous.map(({ element }) => nodeOf(draft, element.id));
  for (const { element, mechanism, flow } of replicas) {
    const successor = successorNode(draft, flow, mechanism);
    if (successor === undefined) continue;
    const own = flow.facts.replication === 'synchronous' ? 1 : 0;
    const others = asked === 0 ? gates.always : gates.atLeast(asked + own, confirmers);
    serving.push(gates.all([nodeOnWay(draft, element, way), successor, others]));
  }
  return gates.atLeast(1, serving);
}
