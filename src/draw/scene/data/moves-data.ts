import { classified } from '../../../audit/questions/classified.js';
import { onceAModel } from '../../../audit/questions/once-a-model.js';
import type { Architecture, Element, ElementId, Flow } from '../../../graph/architecture.js';
import { traits } from '../../../vocabulary/kinds.js';
import { verbs } from '../../../vocabulary/verbs.js';

/**
 * Where data are asked for: stores, groups of stores, what keeps files or copies outside, and proxies that lead to nothing
 * else.
 */
export const dataEntries: (model: Architecture) => ReadonlySet<ElementId> = onceAModel((model) => {
  const entries = new Set(model.elements.filter((element) => keepsData(model, element)).map(({ id }) => id));
  // The set grows while it is gone through: whoever leads to an entry may have become one.
  for (const id of entries) {
    const entry = model.byId.get(id);
    for (const proxy of entry ? leadingTo(model, entry) : []) {
      if (leadsOnlyTo(model, proxy, entries)) entries.add(proxy.id);
    }
  }
  return entries;
});

function keepsData(model: Architecture, { id, kind, facts }: Element): boolean {
  if (kind === 'cluster') return model.clusterById.get(id)?.members.some((member) => isStore(model, member)) ?? false;
  if (kind !== 'externalService') return traits(kind).store === true;
  return facts.holds !== undefined || facts.externalRole === 'storage' || facts.externalRole === 'backup';
}

function isStore(model: Architecture, id: ElementId): boolean {
  const element = model.byId.get(id);
  return element !== undefined && traits(element.kind).store === true;
}

function leadingTo(model: Architecture, element: Element): readonly Element[] {
  const ids = [...model.incoming(element).map(({ from }) => from), ...model.clustersOf(element).map(({ id }) => id)];
  return ids.flatMap((id) => model.byId.get(id) ?? []);
}

/** A proxy in front of databases, a name or a group of such proxies. */
function leadsOnlyTo(model: Architecture, element: Element, entries: ReadonlySet<ElementId>): boolean {
  const { group } = traits(element.kind);
  if (group !== 'edge' && element.kind !== 'cluster' && element.kind !== 'record') return false;
  const members = model.clusterById.get(element.id)?.members ?? [];
  const targets = [
    ...model
      .outgoing(element)
      .filter(isTraffic)
      .map(({ to }) => to),
    ...members,
  ];
  return targets.length > 0 && targets.every((target) => entries.has(target));
}

/** Whether a flow brings data to where they are kept or fetches them there, copies them, or says that it carries classified ones. */
export function movesData(flow: Flow, model: Architecture): boolean {
  if (flow.verb === 'backsUp' || flow.verb === 'replicates') return true;
  const [from, to] = [model.byId.get(flow.from), model.byId.get(flow.to)];
  if (!from || !to || !isTraffic(flow) || from.kind === 'user') return false;
  return dataEntries(model).has(to.id) || (carriesClassified(flow) && !isEdge(from) && !isEdge(to));
}

function carriesClassified({ facts }: Flow): boolean {
  return classified(facts.carries ?? []).length > 0;
}

/** The edge sees all that passes: another view tells that. */
export function isEdge({ kind }: Element): boolean {
  return traits(kind).group === 'edge';
}

function isTraffic({ verb }: Flow): boolean {
  return verbs[verb].sort === 'traffic';
}
