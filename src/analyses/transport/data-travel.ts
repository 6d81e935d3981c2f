import type { Architecture, Element, ElementId, Flow, FlowId } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import { type DataClass, dataClasses } from '../../vocabulary/words.js';
import { endpointsOf } from '../network/endpoints.js';

/**
 * The data classes each flow carries: what it says itself, what the store at its end holds, and what its target in turn
 * fetches from stores, back towards the users. What a flow says it carries is told of that flow alone.
 */
export function dataOnFlows(model: Architecture): ReadonlyMap<FlowId, readonly DataClass[]> {
  const reached = classesReached(model);
  return new Map(model.flows.map((flow) => [flow.id, named(own(flow) | travelling(model, flow, reached))]));
}

type Classes = ReadonlyMap<ElementId, number>;

/** For each element, as bits: what is held by the stores that its traffic leads to, its own included. */
function classesReached(model: Architecture): Classes {
  const reached = new Map<ElementId, number>();
  const waiting: Element[] = [];
  for (const element of model.elements) {
    const held = heldBy(model, element);
    if (held === 0) continue;
    reached.set(element.id, held);
    waiting.push(element);
  }
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const classes = reached.get(element.id) ?? 0;
    for (const source of callersOf(model, element)) {
      const before = reached.get(source.id) ?? 0;
      if ((before | classes) === before) continue;
      reached.set(source.id, before | classes);
      waiting.push(source);
    }
  }
  return reached;
}

/** Who sends traffic to it, directly or by the cluster it is a member of. */
function callersOf(model: Architecture, element: Element): readonly Element[] {
  const callers = model
    .incoming(element)
    .flatMap((flow) => (verbs[flow.verb].sort === 'traffic' ? (model.byId.get(flow.from) ?? []) : []));
  const clusters = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
  return [...callers, ...clusters];
}

function heldBy(model: Architecture, element: Element): number {
  const kind = element.kind === 'cluster' ? model.clusterById.get(element.id)?.memberKind : element.kind;
  return kind !== undefined && traits(kind).store ? bitsOf(element.facts.holds) : 0;
}

function travelling(model: Architecture, flow: Flow, reached: Classes): number {
  if (verbs[flow.verb].sort === 'traffic') return reached.get(flow.to) ?? 0;
  if (flow.verb !== 'replicates' && flow.verb !== 'backsUp') return 0;
  const ends = flow.verb === 'replicates' ? [flow.from, flow.to] : [flow.from];
  return ends.reduce((bits, id) => bits | heldBehind(model, model.byId.get(id)), 0);
}

function heldBehind(model: Architecture, element: Element | undefined): number {
  if (!element) return 0;
  const members = endpointsOf(model, element).map((member) => heldBy(model, member));
  return members.reduce((bits, held) => bits | held, heldBy(model, element));
}

function own(flow: Flow): number {
  return bitsOf(flow.facts.carries);
}

function bitsOf(classes: readonly DataClass[] = []): number {
  return classes.reduce((bits, name) => bits | (1 << dataClasses.indexOf(name)), 0);
}

function named(bits: number): readonly DataClass[] {
  return dataClasses.filter((_, index) => (bits & (1 << index)) !== 0);
}

/** The classes of several flows together, in the order of the vocabulary. */
export function joinClasses(lists: readonly (readonly DataClass[])[]): readonly DataClass[] {
  return named(lists.reduce((bits, list) => bits | bitsOf(list), 0));
}
