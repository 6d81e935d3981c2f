import { endpointsOf } from '../../analyses/network/endpoints.js';
import { serviceOf } from '../../analyses/network/ports.js';
import type { Network } from '../../analyses/network/result.js';
import type { Architecture, Element, FirewallRule, Listener, RuleEnd } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';

/** Which firewall's words let packets from the internet in: what would have to be mended. */
export type Opening =
  /** None stands in the way. */
  | { readonly cause: 'no firewall' }
  /** Each lets in what no rule names; the innermost of them. */
  | { readonly cause: 'default'; readonly guard: Element }
  /** A rule of the innermost that keeps out by default; several together where none does it alone. */
  | { readonly cause: 'rule'; readonly guard: Element; readonly index?: number; readonly rule?: FirewallRule };

type Judge = { readonly model: Architecture; readonly network: Network };

/**
 * How packets from the internet get to a listener that they are known to reach.
 *
 * @param listener left out where the element tells none
 */
export function openingTo({ model, network }: Judge, element: Element, listener?: Listener): Opening {
  const { guards } = network.exposureOf(element);
  const innermost = guards.at(-1);
  if (!innermost) return { cause: 'no firewall' };
  const guard = guards.filter(({ facts }) => facts.incoming !== 'allow').at(-1);
  if (!guard) return { cause: 'default', guard: innermost };
  const index = (guard.rules ?? []).findIndex(
    (rule) => isFromEverywhere(model, rule) && leadsTo(model, rule, element, listener),
  );
  const rule = guard.rules?.[index];
  return rule ? { cause: 'rule', guard, index, rule } : { cause: 'rule', guard };
}

/** It allows something, and from the whole internet. */
export function isFromEverywhere(model: Architecture, { action, from }: FirewallRule): boolean {
  return action === 'allow' && from.some((end) => isEverywhere(model, end));
}

function isEverywhere(model: Architecture, end: RuleEnd): boolean {
  if ('anyone' in end) return true;
  if ('cidr' in end) return everything.includes(end.cidr);
  return model.byId.get(end.element)?.facts.trust === 'internet';
}

const everything: readonly string[] = ['0.0.0.0/0', '::/0'];

/**
 * Whether a rule allows every port of a place, or of anything. Undefined where it names what runs there, and nobody tells
 * what that listens to.
 */
export function allowsEveryPort(model: Architecture, { ports, to }: FirewallRule): boolean | undefined {
  if (ports) return ports.some(({ protocol, from, to: last }) => protocol !== 'udp' && from <= 1 && last >= 65_535);
  const open = to.filter((end) => !('element' in end) || end.listener === undefined);
  if (open.some((end) => !('element' in end && isUntold(model, end.element)))) return true;
  return open.length === 0 ? false : undefined;
}

function isUntold(model: Architecture, id: string): boolean {
  const named = model.byId.get(id);
  return (
    named !== undefined &&
    endpointsOf(model, named).every(({ kind, listeners = [] }) => traits(kind).running && listeners.length === 0)
  );
}

/** Whether a rule speaks of a listener, or where none is told of any port of the element. */
export function leadsTo(model: Architecture, rule: FirewallRule, element: Element, listener?: Listener): boolean {
  return rule.to.some((end) => coversElement(model, end, element) && coversPort(rule, end, listener));
}

function coversElement(model: Architecture, end: RuleEnd, element: Element): boolean {
  if ('anyone' in end) return true;
  if ('cidr' in end) return everything.includes(end.cidr);
  const named = model.byId.get(end.element);
  if (!named) return false;
  const ends = endpointsOf(model, named);
  return ends.includes(element) || model.ancestors(element).some((place) => ends.includes(place));
}

function coversPort({ ports }: FirewallRule, end: RuleEnd, listener: Listener | undefined): boolean {
  if (!listener) return true;
  if (!ports) return !('element' in end) || end.listener === undefined || end.listener === listener.name;
  const service = serviceOf(listener);
  return (
    service !== undefined &&
    ports.some(({ protocol, from, to }) => {
      return (protocol === 'any' || protocol === service.protocol) && from <= service.port && service.port <= to;
    })
  );
}

/** The port that a listener takes, as told or as its protocol has it. */
export function portOf(listener: Listener): number | undefined {
  return serviceOf(listener)?.port;
}
