import type { Architecture, Cluster, Element, ElementId } from '../../graph/architecture.js';
import { elementsOf } from './stage.js';
import type { View } from './view.js';

/**
 * How a cluster is drawn: as a group round its members where they stand side by side, else as a card of its own (the
 * address that they share) with lines to them.
 */
export interface ClusterPlan {
  readonly element: Element;
  readonly members: readonly Element[];
  readonly form: 'group' | 'card';
  /** What stands directly in the group: members, or servers that hold nothing else. */
  readonly parts: ReadonlySet<ElementId>;
  /** The place that all parts stand in; undefined: the site itself. */
  readonly place: ElementId | undefined;
}

/** A plan for each cluster. A member of several is drawn in the first of them. */
export function planClusters(model: Architecture, frames: View['frames']): ReadonlyMap<ElementId, ClusterPlan> {
  const plans = new Map<ElementId, ClusterPlan>();
  const taken = new Set<ElementId>();
  for (const cluster of model.clusters) {
    const element = model.byId.get(cluster.id);
    if (!element) continue;
    const plan = planCluster(model, frames, element, cluster);
    const free = [...plan.parts].every((part) => !taken.has(part));
    plans.set(cluster.id, free ? plan : { ...plan, form: 'card' });
    if (free && plan.form === 'group') for (const part of plan.parts) taken.add(part);
  }
  return plans;
}

function planCluster(model: Architecture, frames: View['frames'], element: Element, cluster: Cluster): ClusterPlan {
  const members = elementsOf(model, cluster.members);
  const parts = members.map((member) => (frames === 'zones' ? member : ownServer(model, member, cluster, frames)));
  const places = new Set(parts.map((part) => placeOf(model, part, frames)));
  const form = places.size === 1 && members.length > 1 ? 'group' : 'card';
  return { element, members, form, parts: new Set(parts.map(({ id }) => id)), place: [...places][0] };
}

/** The place that an element is drawn in before clusters and domains: some views know zones only. */
export function placeOf(model: Architecture, element: Element, frames: View['frames']): ElementId | undefined {
  return model.ancestors(element).find((place) => isFramed(model, place, frames))?.id;
}

/** Whether a place is a frame in such a view. */
export function isFramed(model: Architecture, place: Element, frames: View['frames']): boolean {
  if (place.kind !== 'server') return place.kind === 'zone';
  if (frames !== 'guarded') return frames === 'servers';
  const inside = model.children(place);
  return inside.some(({ kind }) => kind === 'firewall') || inside.filter(isDrawnInside).length > 1;
}

/** The server of a member, where nothing else runs on it than members of the same cluster. */
function ownServer(model: Architecture, member: Element, cluster: Cluster, frames: View['frames']): Element {
  const host = model.hostOf(member);
  if (host === undefined || host.id !== member.parent || !isFramed(model, host, frames)) return member;
  const shares = model.children(host).some((other) => isDrawnInside(other) && !cluster.members.includes(other.id));
  return shares ? member : host;
}

function isDrawnInside(element: Element): boolean {
  return element.kind !== 'firewall' && element.kind !== 'agent';
}
