import type { Element, Flow, Listener } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { hasBit } from './bits.js';
import { containersOf, isOutside } from './borders.js';
import type { Line } from './guard-table.js';
import { passageBetween } from './passage.js';
import { type Service, serviceOf } from './ports.js';
import { arrivalsOf, listeningElements } from './reach.js';
import type { Exposure, PassageReason, UnreachableListener } from './result.js';
import { serviceInterval } from './service-axis.js';
import type { Topology } from './topology.js';

/** Listeners that no declared flow ends at, and those to which nothing that the model knows gets a packet. */
export function unreachableListeners(
  topology: Topology,
  exposureOf: (element: Element) => Exposure,
  passageOf: (flow: Flow) => PassageReason,
): readonly UnreachableListener[] {
  const { model } = topology;
  const uses = flowsByListener(topology);
  return listeningElements(model).flatMap((element) =>
    (element.listeners ?? []).flatMap((listener): UnreachableListener[] => {
      const flows = uses.get(keyOf(element, listener)) ?? [];
      const known = exposureOf(element).listeners.find((one) => one.listener === listener);
      const isReached =
        flows.some((flow) => passageOf(flow).passage !== 'blocked') ||
        (known !== undefined &&
          (known.passage !== 'blocked' || known.limitedTo !== undefined || known.perhaps !== undefined));
      const block = isReached ? undefined : blockOf(topology, element, listener);
      if (flows.length > 0 && !block) return [];
      const guard = block?.guard;
      const isBlocked = block !== undefined;
      return [{ element, listener, unused: flows.length === 0, blocked: isBlocked, ...(guard && { guard }) }];
    }),
  );
}

/** A flow that does not say which listener it ends at may use any of its target's. */
function flowsByListener({ model }: Topology): ReadonlyMap<string, readonly Flow[]> {
  const uses = new Map<string, Flow[]>();
  for (const flow of model.flows) {
    for (const { element, listener } of arrivalsOf(model, flow)) {
      for (const used of listener ? [listener] : (element.listeners ?? [])) {
        const key = keyOf(element, used);
        const flows = uses.get(key);
        if (flows) flows.push(flow);
        else uses.set(key, [flow]);
      }
    }
  }
  return uses;
}

function keyOf({ id }: Element, { name }: Listener): string {
  return JSON.stringify([id, name]);
}

/** What blocks packets of all zones and elements; undefined where one gets through, or may. */
function blockOf(topology: Topology, element: Element, listener: Listener): PassageReason | undefined {
  const service = serviceOf(listener);
  const closed = closedBorder(topology, element, service);
  let last: PassageReason = { passage: 'blocked', ...(closed && { guard: closed.guard }) };
  for (const source of sourcesFor(topology, element, service, closed)) {
    const reason = passageBetween(topology.model, source, element, service);
    if (reason.passage !== 'blocked') return undefined;
    if (!closed) last = reason;
  }
  return last;
}

/** Whoever may get through: where a guard admits nobody, those on its own side of it; else everybody, the named ones first. */
function* sourcesFor(
  topology: Topology,
  element: Element,
  service: Service | undefined,
  closed: ClosedBorder | undefined,
): Iterable<Element> {
  const { model } = topology;
  const isSource = (one: Element) => one !== element && (isOutside(one) || one.kind === 'zone' || isRunning(one));
  // What runs on one server meets no guard.
  const host = model.hostOf(element);
  if (host) yield* within(topology, host).filter(isSource);
  if (closed) {
    yield* within(topology, closed.container).filter(isSource);
    return;
  }
  const guards = containersOf(model, element).flatMap(topology.guardsIn);
  const lines = guards.flatMap((guard) => linesThatAdmit(topology, guard, service));
  const named = new Set(lines.flatMap(({ from }) => from.flatMap(({ elements = [] }) => elements)));
  yield* [...named].filter(isSource);
  yield* model.elements.filter((one) => isSource(one) && !named.has(one));
}

function isRunning({ kind }: Element): boolean {
  return traits(kind).running === true || kind === 'server';
}

function within({ model }: Topology, container: Element | undefined): readonly Element[] {
  if (!container) return model.elements.filter((element) => !isOutside(element));
  const found: Element[] = [];
  const waiting = [container];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    waiting.push(...model.children(next));
  }
  return found;
}

interface ClosedBorder {
  readonly container: Element | undefined;
  readonly guard: Element;
}

/** The innermost border around an element of which a guard lets nobody through to a service. */
function closedBorder(topology: Topology, element: Element, service: Service | undefined): ClosedBorder | undefined {
  const isClosed = (guard: Element) =>
    topology.table(guard, 'incoming').otherwise === 'blocked' && linesThatAdmit(topology, guard, service).length === 0;
  for (const container of containersOf(topology.model, element)) {
    const guard = topology.guardsIn(container).find(isClosed);
    if (guard) return { container, guard };
  }
  return undefined;
}

function linesThatAdmit(topology: Topology, guard: Element, service: Service | undefined): readonly Line[] {
  const { lines, services } = topology.table(guard, 'incoming');
  const asked = service && services.at(serviceInterval(service).from);
  return lines.filter(({ allows }, number) => allows && (!asked || hasBit(asked, number)));
}
