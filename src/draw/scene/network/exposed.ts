import { serviceOf } from '../../../analyses/network/ports.js';
import type { Exposure, ListenerExposure, Network } from '../../../analyses/network/result.js';
import type { Element, Listener } from '../../../graph/architecture.js';

/** What packets from the internet get to at an element; a listener left out is any port. */
export interface Reached {
  readonly anyone: readonly (Listener | undefined)[];
  /** Of those: what nobody outside is said to ask. */
  readonly undeclared: readonly (Listener | undefined)[];
  /** Open to named addresses only, with those. */
  readonly some: readonly (Listener | undefined)[];
  readonly addresses: readonly string[];
  /** Of these the model does not say it. */
  readonly unknown: readonly (Listener | undefined)[];
}

/** By element, in the order of the model. */
export function exposedIn(network: Network): ReadonlyMap<Element, Reached> {
  const packets = network.internet.filter(({ reach }) => reach === 'packet').map(({ element }) => element);
  const known = [...new Set(packets)].map((element) => [element, reachedAt(network.exposureOf(element))] as const);
  return new Map(known.filter(([, { anyone, some, unknown }]) => anyone.length + some.length + unknown.length > 0));
}

function reachedAt({ listeners, entries }: Exposure): Reached {
  const which = (counts: (one: ListenerExposure) => boolean) =>
    listeners.filter(counts).map(({ listener }) => listener);
  const anyone = which(({ passage }) => passage === 'open');
  const asked = new Set(entries.map(({ listener }) => listener));
  // A name that leads to a listener does not say so itself.
  const isVague = asked.has(undefined);
  const limited = listeners.filter(({ passage, limitedTo }) => passage !== 'open' && limitedTo !== undefined);
  return {
    anyone,
    undeclared: isVague && anyone.length === 1 ? [] : anyone.filter((listener) => !asked.has(listener?.name)),
    some: limited.map(({ listener }) => listener),
    addresses: [...new Set(limited.flatMap(({ limitedTo = [] }) => limitedTo))],
    unknown: which(({ passage, limitedTo }) => passage === 'unknown' && limitedTo === undefined),
  };
}

/** `443, 80`; `any port`. */
export function portsOf(listeners: readonly (Listener | undefined)[]): string {
  const ports = listeners.map((listener) => {
    if (listener === undefined) return 'any port';
    return portOf(listener) ?? listener.protocol;
  });
  return shortList([...new Set(ports)]);
}

/** The port that packets come to, by the protocol where the listener says none. */
export function portOf(listener: Listener): string | undefined {
  const service = serviceOf(listener);
  return service && String(service.port);
}

const most = 3;

/** Of many the first, and how many more. */
export function shortList(words: readonly string[]): string {
  if (words.length <= most) return words.join(', ');
  return `${words.slice(0, most - 1).join(', ')} +${words.length - most + 1}`;
}
