import type { Transport } from '../../analyses/transport/result.js';
import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { type DataClass, dataClasses } from '../../vocabulary/words.js';
import { type Fetched, fetchedData, isTraffic } from './fetched-data.js';

/** Data of a class that an element comes to see. */
export interface SeenData {
  readonly dataClass: DataClass;
  /** It says itself that it holds them, or a copy of it does. */
  readonly isHeld: boolean;
  /** By which of its flows they come or go. */
  readonly flows: readonly Flow[];
}

export interface DataTravel {
  /**
   * In the order of the vocabulary. What a flow says it carries counts; where it says nothing, what the stores hold that it
   * leads to. A caller outside is known to get only what is said, and what is handed on unopened is not seen.
   */
  seenBy(element: Element): readonly SeenData[];
  /** A store whose data it may come to see, and that does not tell what it holds. */
  untoldBehind(element: Element): Element | undefined;
}

const known = new WeakMap<Architecture, DataTravel>();

/** What travels where: asked by several rules, and worked out once a model. */
export function dataTravel(model: Architecture, transport: Transport): DataTravel {
  const before = known.get(model);
  if (before) return before;
  const fetched = fetchedData(model);
  const seen = new Map<Element, readonly SeenData[]>();
  const travel: DataTravel = {
    seenBy(element) {
      const told = seen.get(element) ?? seenBy(model, transport, fetched, element);
      seen.set(element, told);
      return told;
    },
    untoldBehind: (element) => fetched.untoldBehind(element) ?? untoldInBackups(model, fetched, element),
  };
  known.set(model, travel);
  return travel;
}

function untoldInBackups(model: Architecture, fetched: Fetched, element: Element): Element | undefined {
  const backups = model.incoming(element).filter(({ verb, facts }) => verb === 'backsUp' && !facts.carries);
  const sources = backups.flatMap(({ from }) => model.byId.get(from) ?? []);
  return sources.map((source) => fetched.untoldBehind(source)).find((store) => store !== undefined);
}

function seenBy(model: Architecture, transport: Transport, fetched: Fetched, element: Element): readonly SeenData[] {
  const held = fetched.heldBy(element);
  const seen = new Map<DataClass, Flow[]>([...held].map((dataClass) => [dataClass, []]));
  for (const flow of openedFlows(transport, element, flowsAt(model, element))) {
    for (const dataClass of classesOn(model, fetched, flow)) {
      const flows = seen.get(dataClass);
      if (flows) flows.push(flow);
      else seen.set(dataClass, [flow]);
    }
  }
  if (seen.size === 0) return nothingSeen;
  return dataClasses.flatMap((dataClass) => {
    const flows = seen.get(dataClass);
    return flows ? [{ dataClass, isHeld: held.has(dataClass), flows }] : [];
  });
}

const nothingSeen: readonly SeenData[] = [];

/** Its own, and those of the groups it is a member of. */
function flowsAt(model: Architecture, element: Element): readonly Flow[] {
  const groups = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
  return [element, ...groups].flatMap((one) => [...model.outgoing(one), ...model.incoming(one)]);
}

/** Who hands TLS on as it comes sees nothing of what is in it. */
function openedFlows(transport: Transport, element: Element, flows: readonly Flow[]): readonly Flow[] {
  if (!traits(element.kind).handsOn) return flows;
  const received = flows.filter((flow) => isTraffic(flow) && transport.hop(flow).to === element);
  const isPassedOn = received.length > 0 && received.every((flow) => staysClosed(transport, flow));
  return isPassedOn ? flows.filter((flow) => !isTraffic(flow)) : flows;
}

function staysClosed(transport: Transport, flow: Flow): boolean {
  const { encryption, terminates } = transport.hop(flow);
  return (encryption === 'tls' || encryption === 'mutual tls') && !terminates;
}

const nothing: Iterable<DataClass> = [];

/** What a flow carries: what it says, else what the stores hold that it leads to. */
export function classesOn(model: Architecture, fetched: Fetched, flow: Flow): Iterable<DataClass> {
  if (flow.facts.carries) return flow.facts.carries;
  const [from, to] = [model.byId.get(flow.from), model.byId.get(flow.to)];
  if (!from || !to) return nothing;
  if (flow.verb === 'backsUp' || flow.verb === 'replicates') return fetched.heldBy(from);
  const isWithin = from.kind !== 'externalService' && to.kind !== 'externalService';
  return isTraffic(flow) && isWithin ? fetched.by(to) : nothing;
}
