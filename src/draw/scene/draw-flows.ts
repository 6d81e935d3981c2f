import type { Architecture, Element, ElementId, Flow, Listener } from '../../graph/architecture.js';
import { lineOf, lookUp } from './line-of.js';
import { hopOf, type Stage } from './stage.js';
import type { Line, Stroke } from './stroke.js';
import type { View } from './view.js';

/**
 * The strokes of a flow. A name is resolved beside the request itself: the record is not drawn, its targets are. What a
 * flow goes `through` stands in its way. A queue's consumers and a primary's replicas stand behind it.
 */
export function strokesOfFlow(stage: Stage, flow: Flow): readonly Stroke[] {
  const { model, view } = stage;
  if (flow.verb === 'resolvesTo') return [];
  const record = recordAt(model, flow.to);
  if (record) return [...lookUps(stage, flow, record), ...throughRecord(stage, flow, record)];
  const listener = listenerAt(model, flow);
  const line = said(stage, flow, withoutCommonplaces(stage, lineOf(flow, hopOf(stage, flow), listener)), listener);
  const stroke = { from: flow.from, to: flow.to, flows: [flow.id], line };
  return againstTheArrow(flow, view) ? [{ ...stroke, from: flow.to, to: flow.from }] : inSteps(stage, stroke, flow);
}

/** As the view says it. */
function said({ model, view }: Stage, flow: Flow, line: Line, listener: Listener | undefined): Line {
  return view.say?.(flow, line, listener, model) ?? line;
}

/** A line of replication says so by itself; terse views leave it at that, others say how it is encrypted. */
function withoutCommonplaces({ view }: Stage, line: Line): Line {
  const wordless = view.isTerse || line.lock === undefined;
  return wordless && line.label === 'replicates' ? { ...line, label: '' } : line;
}

/** Data moves from the target to the source. */
function againstTheArrow(flow: Flow, { followsConnections = false }: View): boolean {
  return flow.verb === 'replicates' || (flow.verb === 'consumes' && !followsConnections);
}

function recordAt(model: Architecture, id: ElementId): Element | undefined {
  const element = model.byId.get(id);
  return element?.kind === 'record' ? element : undefined;
}

function lookUps({ model, view }: Stage, flow: Flow, record: Element): readonly Stroke[] {
  if (flow.verb !== 'visits' || view.isLiteral) return [];
  const zone = model.ancestors(record).find(({ kind }) => kind === 'dns') ?? record;
  return [{ from: flow.from, to: zone.id, flows: [flow.id], line: lookUp }];
}

function throughRecord(stage: Stage, flow: Flow, record: Element): readonly Stroke[] {
  const { model } = stage;
  return model.outgoing(record).flatMap((pointer) => {
    const listener = listenerAt(model, flow) ?? listenerOfTarget(model, pointer, flow.listener);
    const hops = [hopOf(stage, flow), hopOf(stage, pointer)];
    const hop = hops.find(({ encryption }) => encryption !== 'unknown') ?? { encryption: 'unknown' as const };
    const line = said(stage, flow, lineOf(flow, hop, listener), listener);
    const stroke = { from: flow.from, to: pointer.to, flows: [flow.id, pointer.id], line };
    return inSteps(stage, stroke, flow);
  });
}

function listenerOfTarget(model: Architecture, pointer: Flow, name: string | undefined): Listener | undefined {
  const named = name === undefined ? undefined : targetListeners(model, pointer.to).find((one) => one.name === name);
  return named ?? listenerAt(model, pointer);
}

/** The listener a flow ends at; of a cluster's address, that of its members. */
function listenerAt(model: Architecture, flow: Flow): Listener | undefined {
  const listeners = targetListeners(model, flow.to);
  if (flow.listener === undefined) return listeners.length === 1 ? listeners[0] : undefined;
  return listeners.find(({ name }) => name === flow.listener);
}

function targetListeners(model: Architecture, id: ElementId): readonly Listener[] {
  const own = model.byId.get(id)?.listeners;
  if (own !== undefined && own.length > 0) return own;
  const first = model.clusterById.get(id)?.members[0];
  return (first === undefined ? undefined : model.byId.get(first)?.listeners) ?? [];
}

function inSteps({ view }: Stage, stroke: Stroke, flow: Flow): readonly Stroke[] {
  const passed = view.skipsPassage ? [] : (flow.facts.through ?? []);
  const stops = [stroke.from, ...passed, stroke.to];
  return stops.slice(1).map((to, index) => ({
    ...stroke,
    from: stops[index] ?? stroke.from,
    to,
    line: index === 0 ? stroke.line : unlabelled(stroke),
  }));
}

function unlabelled({ line }: Stroke): Stroke['line'] {
  return { ...line, label: '', short: undefined };
}
