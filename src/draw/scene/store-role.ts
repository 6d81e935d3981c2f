import type { Architecture, Element } from '../../graph/architecture.js';

/** Whether a store takes the writes or follows another that does; undefined where nothing tells. */
export function storeRole(model: Architecture, element: Element): 'primary' | 'replica' | undefined {
  if (model.outgoing(element).some(({ verb }) => verb === 'replicates')) return 'replica';
  if (model.incoming(element).some(({ verb }) => verb === 'replicates')) return 'primary';
  const writer = model.clustersOf(element).find((cluster) => writerOf(model, cluster.id) !== undefined);
  if (writer === undefined) return undefined;
  return writerOf(model, writer.id) === element.id ? 'primary' : 'replica';
}

function writerOf(model: Architecture, cluster: string): string | undefined {
  return model.byId.get(cluster)?.facts.writer;
}
