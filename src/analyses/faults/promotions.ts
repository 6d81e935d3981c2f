import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { endpointsOf, listenerAt } from '../network/endpoints.js';
import type { PacketWays } from './packet-ways.js';
import type { Scenarios } from './scenarios.js';
import type { Universe } from './universe.js';

/**
 * Stores in whose place a replica that may lag behind takes writes: their primary is down, or what writes no longer gets to
 * it. The last writes may be missing.
 */
export function replicasThatServe(
  universe: Universe,
  scenarios: readonly Scenarios[],
  ways: PacketWays,
): readonly Element[] {
  const { model } = universe;
  const writing = scenarios.find(({ mode }) => mode === 'write')!;
  const works = (id: string) => writing.state.works[universe.indexOf.get(id) ?? -1] === 1;
  const isLeft = (id: string) => !works(id) || isCutOff(model, ways, works, id);
  const primaries = model.flows.flatMap(({ verb, from, to, facts }) =>
    verb === 'replicates' && typeof facts.failover === 'object' && mayLag(facts) && works(from)
      ? works(facts.failover.by) && isLeft(to)
        ? [to]
        : []
      : [],
  );
  const groups = model.byKind.cluster.flatMap(({ id, facts }) => {
    const members = model.clusterById.get(id)?.members ?? [];
    const active = facts.writer ?? members[0];
    const keeps = typeof facts.failover === 'object' && facts.mode !== 'active-active' && holdsData(universe, id);
    return keeps && active !== undefined && mayLag(facts) && works(id) && isLeft(active) ? [active] : [];
  });
  const found = new Set([...primaries, ...groups]);
  return model.elements.filter(({ id }) => found.has(id));
}

/** It works, and something that writes to it and works finds a box on its way down, or a certificate run out. */
function isCutOff(model: Architecture, ways: PacketWays, works: (id: string) => boolean, id: string): boolean {
  if (ways.clear) return false;
  const store = model.byId.get(id);
  if (!store) return false;
  const groups = model.clustersOf(store).flatMap((cluster) => model.byId.get(cluster.id) ?? []);
  return [store, ...groups]
    .flatMap((target) => model.incoming(target))
    .filter(({ verb, facts }) => verb === 'writes' && facts.optional !== true)
    .some((flow) => sendersOf(model, flow).some((sender) => works(sender.id) && isShut(flow, sender)));

  function isShut(flow: Flow, sender: Element): boolean {
    const tls = listenerAt(model, flow, store!)?.tls;
    const shown = tls ? tls.certificate : undefined;
    const { boxes } = ways.between(flow, sender, store!);
    return boxes.some((box) => !works(box.id)) || (shown !== undefined && !works(shown));
  }
}

function sendersOf(model: Architecture, { from }: Flow): readonly Element[] {
  const source = model.byId.get(from);
  return source ? endpointsOf(model, source) : [];
}

function mayLag(facts: Pick<Element['facts'], 'replication' | 'degradesToAsynchronous'>): boolean {
  return facts.replication !== 'synchronous' || facts.degradesToAsynchronous === true;
}

function holdsData({ model }: Universe, cluster: string): boolean {
  const kind = model.clusterById.get(cluster)?.memberKind;
  return (
    kind === 'database' || kind === 'queue' || kind === 'objectStore' || kind === 'searchIndex' || kind === 'fileStore'
  );
}
