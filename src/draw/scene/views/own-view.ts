import type { Architecture, AuthorView, Element, ElementId, Flow } from '../../../graph/architecture.js';
import { elementsOf } from '../stage.js';
import type { View } from '../view.js';
import { views } from './index.js';

/** An author's own view: drawn as the one that it is like, of what it includes. */
export function ownView(model: Architecture, own: AuthorView): View {
  // What a view sums up is about the whole model.
  const { sumUp, ...base } = views[own.like];
  const { chosen, named } = selection(model, own);
  // What a view adds of its own, such as the internet, belongs to what it leads to.
  const isAdded = (id: ElementId) => !model.byId.has(id);
  const standsFor = (id: ElementId) => chosen.has(id) || isAdded(id) || leadsTo(model, id, chosen);
  const between = model.flows.filter(({ from, to }) => standsFor(from) && standsFor(to));
  const shown = new Set([...chosen, ...between.flatMap(({ facts }) => facts.through ?? [])]);
  return {
    ...base,
    name: 'own',
    about: own.name,
    ...(own.summary !== undefined && { sumUp: () => own.summary ?? '' }),
    draws: (flow, graph) => base.draws(flow, graph) && standsFor(flow.from) && standsFor(flow.to),
    // A firewall is a card only where it stands in the way of what is drawn.
    shows: (element, graph, touched) =>
      named.has(element.id) ||
      ((shown.has(element.id) || isAdded(element.id) || element.kind === 'firewall') &&
        base.shows(element, graph, touched)),
  };
}

interface Selection {
  readonly chosen: ReadonlySet<ElementId>;
  /** Those that the author named one by one: they are drawn whatever the view is like. */
  readonly named: ReadonlySet<ElementId>;
}

function selection(model: Architecture, { include, tags = [], exclude = [], neighbours }: AuthorView): Selection {
  const everything = include === undefined && tags.length === 0;
  const included = new Set(include);
  const excluded = new Set(exclude);
  const isIn = (element: Element) =>
    everything || isAmong(model, element, included) || (element.facts.tags ?? []).some((tag) => tags.includes(tag));
  const chosen = model.elements.filter(isIn);
  const around = neighbours ? neighboursOf(model, chosen) : [];
  const shown = [...chosen, ...around].filter((element) => !isAmong(model, element, excluded));
  return {
    chosen: new Set(shown.map(({ id }) => id)),
    named: new Set([...included].filter((id) => !excluded.has(id))),
  };
}

/** Itself, a place that it stands in, or a group that it is a member of. */
function isAmong(model: Architecture, element: Element, ids: ReadonlySet<ElementId>): boolean {
  if (ids.size === 0) return false;
  return [element, ...model.ancestors(element), ...model.clustersOf(element)].some(({ id }) => ids.has(id));
}

/** What stands at the other end of a flow, names and shared addresses looked through, and what it is led through. */
function neighboursOf(model: Architecture, chosen: readonly Element[]): readonly Element[] {
  const found = new Set<ElementId>();
  for (const element of chosen) {
    for (const flow of model.outgoing(element)) for (const id of farEnds(model, flow, flow.to)) found.add(id);
    for (const flow of incomingOf(model, element)) for (const id of farEnds(model, flow, flow.from)) found.add(id);
  }
  return elementsOf(model, [...found]);
}

/** Its own, and those of the names and groups that lead to it. */
function incomingOf(model: Architecture, element: Element): readonly Flow[] {
  const seen = new Set<ElementId>([element.id]);
  const flows: Flow[] = [];
  for (const id of seen) {
    const target = model.byId.get(id);
    if (!target) continue;
    for (const cluster of model.clustersOf(target)) seen.add(cluster.id);
    for (const flow of model.incoming(target)) {
      if (model.byId.get(flow.from)?.kind === 'record') seen.add(flow.from);
      else flows.push(flow);
    }
  }
  return flows;
}

function farEnds(model: Architecture, { facts }: Flow, end: ElementId): readonly ElementId[] {
  return [...behind(model, end), ...(facts.through ?? [])];
}

/** What a name or a shared address leads to, itself included. */
function behind(model: Architecture, id: ElementId): ReadonlySet<ElementId> {
  const seen = new Set([id]);
  for (const one of seen) {
    const element = model.byId.get(one);
    for (const member of model.clusterById.get(one)?.members ?? []) seen.add(member);
    if (element?.kind === 'record') for (const { to } of model.outgoing(element)) seen.add(to);
  }
  return seen;
}

/** Whether a name, a group or what a name is kept in stands for something that is shown. */
function leadsTo(model: Architecture, id: ElementId, shown: ReadonlySet<ElementId>): boolean {
  const kind = model.byId.get(id)?.kind;
  return (kind === 'record' || kind === 'cluster') && [...behind(model, id)].some((one) => shown.has(one));
}
