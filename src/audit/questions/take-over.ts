import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import type { Edit } from '../edit.js';

/**
 * Lets the one coordinator of a model switch over, where it does not stand on a server of those for which it is to do so. `on` is
 * what tells how they take over: their cluster, or the one replication.
 */
export function takeOver(model: Architecture, on: readonly (Element | Flow)[], members: readonly Element[]) {
  const [coordinator, ...others] = model.byKind.coordinator;
  const [only, ...more] = on;
  if (!coordinator || !only || others.length > 0 || more.length > 0) return undefined;
  const hosts = new Set(members.map((member) => model.hostOf(member) ?? member));
  if (hosts.has(model.hostOf(coordinator) ?? coordinator)) return undefined;
  return [{ on: only, set: { failover: { by: coordinator, within: '30 s' } } }] satisfies readonly Edit[];
}
