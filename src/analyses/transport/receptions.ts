import type { Element, Flow, Listener } from '../../graph/architecture.js';
import { listenerBehind } from '../network/endpoints.js';
import type { Numbering } from './numbering.js';
import { commonReception, passesThrough, type Reception, receptionOf, tlsOf } from './protection.js';
import type { Standing } from './standing.js';

/** A listener, on the element that listens. */
export interface Answering {
  readonly at: Element;
  readonly listener: Listener;
}

/** The same, where none may be told. */
interface Told {
  readonly at: Element;
  readonly listener: Listener | undefined;
}

/** How the targets of flows take them. */
export interface Receptions {
  of(flow: number): Reception;
  /** The one listener that a flow ends at, behind names and groups too; undefined where they differ or none is told. */
  listenerOf(flow: number): Listener | undefined;
  /** Every listener that a flow may end at: several where those behind a name or a shared address differ. */
  listenersOf(flow: number): readonly Answering[];
  /** As the others, for a request: one that is redirected comes back by the encrypted listener. */
  ofRequest(flow: number): Reception;
  listenersOfRequest(flow: number): readonly Answering[];
}

interface Answer {
  readonly listener: Listener | undefined;
  readonly all: readonly Answering[];
  readonly reception: Reception;
  readonly requested: readonly Answering[];
  readonly requestReception: Reception;
}

export function receptionsOf(numbering: Numbering, standing: Standing): Receptions {
  const { model, elements, flows, to, isNamed } = numbering;
  const plainly = new Uint8Array(elements.length);
  const asRequest = new Uint8Array(elements.length);
  const answers = new Map<number, Map<string | undefined, Answer>>();

  function behind(flow: number): Answer {
    const target = to[flow]!;
    const name = flows[flow]!.listener;
    const known = answers.get(target);
    const before = known?.get(name);
    if (before) return before;
    const answer = answerBehind(flows[flow]!, target);
    if (known) known.set(name, answer);
    else answers.set(target, new Map([[name, answer]]));
    return answer;
  }

  function answerBehind(flow: Flow, target: number): Answer {
    const listener = listenerBehind(model, flow);
    const name = flow.listener ?? nameBehind(elements[target]!);
    const told = standing.endpointsOf(target).map((node): Told => {
      const at = elements[node]!;
      return { at, listener: listenerOn(at, name) };
    });
    const isTold = told.some((one) => one.listener);
    // What is told of one of them stands for all where they agree on it; each has its own say on the client's certificate.
    const taking = told.map((one): Told => ({ at: one.at, listener: one.listener ?? listener }));
    const answering = isTold ? told : taking;
    return {
      listener,
      all: answering.flatMap(answeringAt),
      reception: commonReception(taking.map(({ at, listener: one }) => receptionOf(one, at.kind))),
      requested: answering.flatMap(answeringRequests),
      requestReception: commonReception(taking.map(receptionOfRequest)),
    };
  }

  /** The listener that all the look-ups of a name ask for, where they agree. */
  function nameBehind(target: Element): string | undefined {
    const lookups = model.outgoing(target).filter(({ verb }) => verb === 'resolvesTo');
    const names = new Set(lookups.map(({ listener }) => listener));
    return names.size === 1 ? lookups[0]?.listener : undefined;
  }

  const isGroup = (flow: number) => standing.isGroup(to[flow]!);
  const direct = (flow: number) => listenerOn(elements[to[flow]!]!, flows[flow]!.listener);
  const listenerOf = (flow: number) => (isGroup(flow) ? behind(flow).listener : direct(flow));
  const directly = (flow: number): Told => ({ at: elements[to[flow]!]!, listener: direct(flow) });

  function reception(flow: number): Reception {
    return isGroup(flow) ? behind(flow).reception : receptionOf(direct(flow), elements[to[flow]!]!.kind);
  }

  function requestReception(flow: number): Reception {
    return isGroup(flow) ? behind(flow).requestReception : receptionOfRequest(directly(flow));
  }

  /** Many flows lead to one listener. */
  function remembering(find: (flow: number) => Reception, known: Uint8Array): (flow: number) => Reception {
    return (flow) => {
      const target = to[flow]!;
      if (isNamed[flow] === 1 || standing.isGroup(target)) return find(flow);
      if (known[target] === 0) known[target] = find(flow) + 1;
      return known[target]! - 1;
    };
  }

  return {
    of: remembering(reception, plainly),
    listenerOf,
    listenersOf: (flow) => (isGroup(flow) ? behind(flow).all : answeringAt(directly(flow))),
    ofRequest: remembering(requestReception, asRequest),
    listenersOfRequest: (flow) => (isGroup(flow) ? behind(flow).requested : answeringRequests(directly(flow))),
  };
}

function listenerOn({ listeners }: Element, name: string | undefined): Listener | undefined {
  if (!listeners) return undefined;
  if (name === undefined) return listeners.length === 1 ? listeners[0] : undefined;
  for (const listener of listeners) if (listener.name === name) return listener;
  return undefined;
}

/** TLS is decrypted there. */
export function endsTlsAt({ at, listener }: Answering): boolean {
  return tlsOf(listener) !== undefined && !passesThrough(listener, at.kind);
}

function answeringAt({ at, listener }: Told): readonly Answering[] {
  return listener ? [{ at, listener }] : [];
}

/** A redirect leads to the encrypted listeners of the one that redirects: to any of them, or it stays where it is. */
function answeringRequests(told: Told): readonly Answering[] {
  const { at, listener } = told;
  if (!listener?.redirects) return answeringAt(told);
  const encrypted = (at.listeners ?? []).filter((one) => tlsOf(one));
  return encrypted.length > 0 ? encrypted.map((one) => ({ at, listener: one })) : answeringAt(told);
}

function receptionOfRequest(told: Told): Reception {
  if (!told.listener?.redirects) return receptionOf(told.listener, told.at.kind);
  return commonReception(answeringRequests(told).map(({ at, listener }) => receptionOf(listener, at.kind)));
}
