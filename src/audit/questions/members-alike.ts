import type { Architecture, Element } from '../../graph/architecture.js';
import { groupBy } from './group-by.js';

/**
 * Those that stand in for one another: the members of a cluster, the servers these run on, and what was made together (a
 * tier). Each group once, and groups of one left out.
 */
export function membersAlike(model: Architecture): readonly (readonly Element[])[] {
  const clusters = model.clusters.map(({ members }) => members.flatMap((id) => model.byId.get(id) ?? []));
  const hosts = clusters.map((members) => hostsOf(model, members)).filter((group) => !isOneTier(group));
  const alone = model.elements.filter((one) => one.tier !== undefined && model.clustersOf(one).length === 0);
  const tiers = groupBy(alone, ({ kind, tier }) => `${kind} ${tier}`).values();
  const groups = [...clusters, ...hosts, ...tiers].filter((group) => group.length > 1);
  return [...groupBy(groups, (group) => JSON.stringify(group.map(({ id }) => id).sort())).values()].map(
    ([group]) => group!,
  );
}

function hostsOf(model: Architecture, members: readonly Element[]): readonly Element[] {
  return [...new Set(members.flatMap((member) => model.hostOf(member) ?? []))];
}

/** Servers made together are a group already. */
function isOneTier(servers: readonly Element[]): boolean {
  return servers[0]?.tier !== undefined && servers.every(({ tier }) => tier === servers[0]?.tier);
}

/** Whether requests are shared out over an element, or what runs on it, by weights: they are told to differ in size. */
export function sharesByWeight(model: Architecture): (element: Element) => boolean {
  const weighted = new Set<Element>();
  for (const { flows } of model.pools.filter(({ weights }) => weights !== undefined)) {
    for (const target of flows.flatMap((id) => model.byId.get(model.flowById.get(id)?.to ?? '') ?? [])) {
      weighted.add(target);
      const host = model.hostOf(target);
      if (host) weighted.add(host);
    }
  }
  return (element) => weighted.has(element);
}
