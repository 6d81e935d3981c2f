import type { Element } from '../../graph/architecture.js';
import type { Scenarios } from './scenarios.js';
import type { Universe } from './universe.js';

/** Stores whose primary is down while a replica that may lag behind took over: the last writes may be missing. */
export function replicasThatServe(universe: Universe, scenarios: readonly Scenarios[]): readonly Element[] {
  const { model } = universe;
  const writing = scenarios.find(({ mode }) => mode === 'write');
  if (!writing) return [];
  const works = (id: string) => writing.state.works[universe.indexOf.get(id) ?? -1] === 1;
  const primaries = model.flows.flatMap(({ verb, from, to, facts }) =>
    verb === 'replicates' && typeof facts.failover === 'object' && mayLag(facts) && !works(to) && works(from)
      ? works(facts.failover.by)
        ? [to]
        : []
      : [],
  );
  const groups = model.byKind.cluster.flatMap(({ id, facts }) => {
    const members = model.clusterById.get(id)?.members ?? [];
    const active = facts.writer ?? members[0];
    const keeps = typeof facts.failover === 'object' && facts.mode !== 'active-active' && holdsData(universe, id);
    return keeps && active !== undefined && mayLag(facts) && !works(active) && works(id) ? [active] : [];
  });
  const found = new Set([...primaries, ...groups]);
  return model.elements.filter(({ id }) => found.has(id));
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
