import type { Architecture, Element, Journey } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { hasSlack } from './pool-need.js';
import { searcherIn } from './reach.js';
import type { Structure } from './structure.js';
import type { Mode } from './structure-draft.js';

/** A journey to be judged: where it starts and ends, in which modes, and which others do as well. */
export interface Goal {
  readonly journey: Journey;
  readonly declared: boolean;
  readonly from: number;
  readonly to: number;
  readonly modes: readonly Mode[];
  /** Derived journeys of one user to copies of one store are alternatives: the loss of all of them is a loss. */
  readonly alternatives: string;
}

/** The journeys that the model declares; where it declares none, every user to every store that required flows lead to. */
export function listGoals(structures: readonly Structure[]): readonly Goal[] {
  const [{ universe }] = structures as readonly [Structure, ...Structure[]];
  const { model, indexOf } = universe;
  if (model.journeys.length === 0) return structures.flatMap((structure) => derivedGoals(structure));
  return model.journeys.flatMap((journey) => {
    const from = indexOf.get(journey.from);
    const to = indexOf.get(journey.to);
    if (from === undefined || to === undefined) return [];
    const modes: readonly Mode[] = journey.mode === 'all' ? ['read', 'write'] : [journey.mode];
    return [{ journey, declared: true, from, to, modes, alternatives: journey.id }];
  });
}

function derivedGoals(structure: Structure): readonly Goal[] {
  const { universe, mode, steps } = structure;
  const copies = copiesIn(universe.model, mode);
  const arrivals = new Set<number>();
  for (const element of universe.elements.keys()) {
    for (const { to, by } of steps(element)) if (by === 'flow') arrivals.add(to);
  }
  const stores = [...universe.elements.entries()].filter(
    ([index, element]) => arrivals.has(index) && keepsData(universe.model, element),
  );
  const search = searcherIn(structure, undefined);
  return universe.model.byKind.user.flatMap((user) => {
    const from = universe.indexOf.get(user.id)!;
    search.from(from);
    return stores
      .filter(([index]) => search.reached(index))
      .map(([to, store]) => ({
        journey: derivedJourney(user, store, mode),
        declared: false,
        from,
        to,
        modes: [mode],
        alternatives: `${mode} ${user.id} ${copies(store)}`,
      }));
  });
}

function derivedJourney(user: Element, store: Element, mode: Mode): Journey {
  const verb = mode === 'read' ? 'reads' : 'writes';
  return {
    id: `${user.id} ${verb} ${store.id}`,
    name: `${user.name} ${verb} ${store.name}`,
    from: user.id,
    to: store.id,
    mode,
  };
}

/** Caches can be filled again and backups are no service: nobody travels to them unless a journey says so. */
function keepsData(model: Architecture, element: Element): boolean {
  const kind = element.kind === 'cluster' ? model.clusterById.get(element.id)?.memberKind : element.kind;
  return kind !== undefined && traits(kind).store === true && kind !== 'cache' && kind !== 'backupStore';
}

/** Names the set of stores of which any does: members of a pool that can spare one, and to read, copies of one another. */
function copiesIn(model: Architecture, mode: Mode): (store: Element) => string {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = leader.get(root); next !== undefined; next = leader.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = leader.get(at)!;
      leader.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (left: string, right: string): void => {
    const [a, b] = [find(left), find(right)];
    if (a !== b) leader.set(b, a);
  };
  for (const pool of model.pools) {
    const flows = pool.flows.flatMap((id) => model.flowById.get(id) ?? []);
    if (hasSlack(pool, flows)) for (const flow of flows) join(flows[0]!.to, flow.to);
  }
  if (mode === 'read') {
    for (const flow of model.flows) if (flow.verb === 'replicates') join(flow.to, flow.from);
    for (const cluster of model.clusters) for (const member of cluster.members) join(cluster.id, member);
  }
  return (store) => find(store.id);
}
