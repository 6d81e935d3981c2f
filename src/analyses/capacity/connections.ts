import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { instancesIn, limitOf } from './limits.js';
import type { ConnectionLoad } from './result.js';
import type { Statement } from './statements.js';

interface Pools {
  fewest: number;
  most: number;
  told: number;
  flows: number;
}

/**
 * The connections that elements hold open to each other: every flow tells what one instance of its source opens to each
 * target. A name hands them to all its targets, as any of them may get all; a group counts them as a whole, and where
 * one member serves alone, that one too.
 */
export function connectionsIn(
  model: Architecture,
  statements: readonly Statement[],
): (element: Element) => ConnectionLoad | undefined {
  const pools = new Map<ElementId, Pools>();
  const ends = endsIn(model);
  for (const { flows } of statements) {
    for (const { verb, from, to, facts } of flows) {
      const source = model.byId.get(from);
      if (!source || verb === 'resolvesTo') continue;
      const senders = sendersOf(model, source);
      for (const end of ends(to)) count(pools, end, facts.connections, senders);
    }
  }
  return (element) => {
    const found = pools.get(element.id);
    const capacity = limitOf(model, element, 'connections');
    if (capacity === undefined && !(found && found.told > 0)) return undefined;
    const { fewest, most, told, flows } = found ?? nothing;
    return { fewest, most, isComplete: told === flows && flows > 0, capacity };
  };
}

const nothing: Pools = { fewest: 0, most: 0, told: 0, flows: 0 };

function count(
  pools: Map<ElementId, Pools>,
  end: ElementId,
  connections: number | undefined,
  senders: { readonly guaranteed: number; readonly most: number },
): void {
  const sums = pools.get(end) ?? { ...nothing };
  sums.flows += 1;
  if (connections !== undefined) {
    sums.told += 1;
    sums.fewest += connections * senders.guaranteed;
    sums.most += connections * senders.most;
  }
  pools.set(end, sums);
}

/** All members of a group connect. */
function sendersOf(model: Architecture, source: Element): { readonly guaranteed: number; readonly most: number } {
  const members = model.clusterById.get(source.id)?.members.flatMap((id) => model.byId.get(id) ?? []) ?? [source];
  const each = members.map((member) => instancesIn(model, member));
  return {
    guaranteed: each.reduce((sum, { guaranteed }) => sum + guaranteed, 0),
    most: each.reduce((sum, { most }) => sum + most, 0),
  };
}

function endsIn(model: Architecture): (id: ElementId) => readonly ElementId[] {
  const known = new Map<ElementId, readonly ElementId[]>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const ends = new Set<ElementId>([id]);
    // A set grows while it is gone through: names lead on to names.
    for (const end of ends) for (const next of behind(model, end)) ends.add(next);
    const found = [...ends];
    known.set(id, found);
    return found;
  };
}

function behind(model: Architecture, id: ElementId): readonly ElementId[] {
  const element = model.byId.get(id);
  if (element?.kind === 'record') {
    return model.outgoing(element).flatMap(({ verb, to }) => (verb === 'resolvesTo' ? [to] : []));
  }
  if (element?.kind !== 'cluster') return [];
  const { mode, writer } = element.facts;
  const active = writer ?? (mode === 'active-passive' ? model.clusterById.get(id)?.members[0] : undefined);
  return active === undefined ? [] : [active];
}
