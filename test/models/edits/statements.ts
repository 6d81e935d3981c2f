import type { ArchitectureDocument, Element, Flow, FlowFacts } from '../../../src/graph/architecture.js';
import { type Kind, traits } from '../../../src/vocabulary/kinds.js';
import { byPlace } from './by-place.js';
import type { Edited } from './single-edits.js';

/** One statement more: a firewall, somebody who watches or is told, a backup; or one less. */
export function* statements(document: ArchitectureDocument): Generator<Edited> {
  const added = (edit: string, elements: readonly Element[], flows: readonly Flow[] = []): Edited => ({
    edit,
    document: { ...document, elements: [...document.elements, ...elements], flows: [...document.flows, ...flows] },
  });
  for (const same of byPlace(
    document.elements.filter(({ kind }) => kind === 'server' || kind === 'zone' || runs(kind)),
  )) {
    const walls = same.map(({ id }): Element => {
      return { id: `${id}/wall`, kind: 'firewall', name: 'wall', parent: id, facts: { incoming: 'filtered' } };
    });
    yield added(`firewall on ${same[0]?.name}`, walls);
    const watcher = document.elements.find(({ kind, facts }) => {
      return kind === 'monitoringService' || facts.externalRole === 'monitoring';
    });
    if (watcher?.kind === 'monitoringService') {
      const watches = same.map(({ id }) => flowOf(watcher.id, 'watches', id));
      yield added(`${watcher.name} watches ${same[0]?.name}`, [], watches);
    } else if (watcher) {
      const running = same
        .filter(({ kind }) => runs(kind))
        .map(({ id }) => flowOf(id, 'reports', watcher.id, { sends: ['metrics'] }));
      if (running.length > 0) yield added(`${same[0]?.name} reports to ${watcher.name}`, [], running);
    }
  }
  for (const monitor of document.elements.filter(
    ({ kind, facts }) => kind === 'monitoringService' || facts.externalRole === 'monitoring',
  )) {
    const pager: Element = { id: 'pager', kind: 'alertChannel', name: 'pager', facts: {} };
    yield added(`${monitor.name} alerts somebody`, [pager], [flowOf(monitor.id, 'alerts', 'pager')]);
  }
  for (const store of document.elements.filter(({ kind }) => kind === 'database')) {
    const elector: Element = { id: 'elector', kind: 'coordinator', name: 'elector', facts: { instances: 3 } };
    const flows = document.flows.map((flow) => {
      const isCopy = flow.verb === 'replicates' && flow.to === store.id;
      return isCopy
        ? { ...flow, facts: { ...flow.facts, failover: { by: 'elector', within: '30 s' } as const } }
        : flow;
    });
    yield {
      edit: `something promotes a copy of ${store.name}`,
      document: { ...document, elements: [...document.elements, elector], flows },
    };
    const vault: Element = { id: 'vault', kind: 'backupStore', name: 'vault', facts: { encryptedAtRest: true } };
    yield added(`${store.name} is backed up`, [vault], [flowOf(store.id, 'backsUp', 'vault', { every: '1 day' })]);
  }
  for (const same of byPlace(document.flows)) {
    const flows = document.flows.filter((flow) => !same.includes(flow));
    const pools = document.pools
      .map((pool) => ({ ...pool, flows: pool.flows.filter((id) => flows.some((flow) => flow.id === id)) }))
      .filter((pool) => pool.flows.length > 0);
    yield { edit: `without '${same[0]?.id}'`, document: { ...document, flows, pools } };
  }
}

function flowOf(from: string, verb: Flow['verb'], to: string, facts: FlowFacts = {}): Flow {
  return { id: `${from} ${verb} ${to}`, from, verb, to, facts };
}

function runs(kind: Kind): boolean {
  return traits(kind).running === true && traits(kind).store !== true;
}
