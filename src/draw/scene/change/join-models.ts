import type { ModelDiff } from '../../../diff/model-diff.js';
import { type ToHead, translateElement, translateFlow, translatorOf } from '../../../diff/translate-ids.js';
import type { Architecture, Cluster, Element, ElementId, Flow, FlowId } from '../../../graph/architecture.js';
import { createGraph } from '../../../graph/create-graph.js';

/** What was and what is as one model: the head, and what is gone where it stood, named as the head names what is still there. */
export function joinModels(base: Architecture, head: Architecture, diff: ModelDiff): Architecture {
  const toHead = translatorOf(diff.toHead);
  return createGraph({
    format: head.format,
    version: head.version,
    name: head.name,
    facts: head.facts,
    elements: joinElements(base, head, diff, toHead),
    flows: [...head.flows, ...diff.flows.removed.map((flow) => removedFlow(flow, toHead))],
    pools: head.pools,
    clusters: joinClusters(base, head, toHead),
    journeys: head.journeys,
    waivers: [],
  });
}

/** Another flow of the head may have the id that it had. */
export function idOfRemoved(id: FlowId): FlowId {
  return `${id} (removed)`;
}

function removedFlow(flow: Flow, toHead: ToHead): Flow {
  const { pool: _, ...rest } = translateFlow(flow, toHead);
  return { ...rest, id: idOfRemoved(flow.id) };
}

/** Each thing that is gone behind what stood before it. */
function joinElements(base: Architecture, head: Architecture, diff: ModelDiff, toHead: ToHead): readonly Element[] {
  const following = new Map<ElementId | undefined, Element[]>();
  let before: ElementId | undefined;
  for (const element of base.elements) {
    if (diff.toHead.has(element.id)) before = toHead(element.id);
    else following.set(before, [...(following.get(before) ?? []), translateElement(element, toHead)]);
  }
  return [
    ...(following.get(undefined) ?? []),
    ...head.elements.flatMap((element) => [element, ...(following.get(element.id) ?? [])]),
  ];
}

/** A cluster holds what is gone beside what it has; what left it for elsewhere is drawn there. */
function joinClusters(base: Architecture, head: Architecture, toHead: ToHead): readonly Cluster[] {
  const before = new Map(base.clusters.map((cluster) => [toHead(cluster.id), cluster]));
  const isGone = (id: ElementId) => !head.byId.has(id);
  const now = head.clusters.map((cluster) => {
    const gone = (before.get(cluster.id)?.members ?? []).map(toHead).filter(isGone);
    return { ...cluster, members: [...cluster.members, ...gone] };
  });
  const gone = base.clusters.filter(({ id }) => isGone(toHead(id)));
  return [...now, ...gone.map((cluster) => ({ ...cluster, members: cluster.members.map(toHead) }))];
}
