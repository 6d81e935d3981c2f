import type { Architecture, Element, ElementId, FirewallRule, RuleEnd } from '../../graph/architecture.js';
import type { AddressSpace } from './address-space.js';
import { isOutside } from './borders.js';
import { endpointsOf } from './endpoints.js';
import type { InsideAddresses } from './inside-addresses.js';
import { type Interval, withoutHoles } from './interval-index.js';
import { serviceOf } from './ports.js';
import { everyService, serviceInterval, serviceIntervals } from './service-axis.js';

export type Side = 'incoming' | 'outgoing';

/** One end of a rule, looked up once. One that the model does not know matches nothing. */
export interface CompiledEnd {
  /** Anyone at all. */
  readonly anyone?: true;
  readonly block?: Interval;
  /** These, and what stands in them. */
  readonly elements?: readonly Element[];
  /** A zone that is the internet itself: everything outside. */
  readonly internet?: true;
}

export interface CompiledTarget {
  readonly end: CompiledEnd;
  /** Those that the rule names. */
  readonly services: readonly Interval[];
  /** It names a listener of which no port is known: whether it matches, nobody can tell. */
  readonly perhaps?: true;
}

export interface CompiledRule {
  readonly allows: boolean;
  readonly from: { readonly [side in Side]: readonly CompiledEnd[] };
  readonly to: readonly CompiledTarget[];
}

/** What rules are compiled with: ends that are written alike are one. */
export interface RuleGround {
  readonly model: Architecture;
  readonly space: AddressSpace;
  readonly inside: InsideAddresses;
  readonly ends: Map<string, CompiledEnd>;
}

export function compileRules(ground: RuleGround, guard: Element): readonly CompiledRule[] {
  const rules: CompiledRule[] = [];
  for (const rule of guard.rules ?? []) rules.push(compileRule(ground, guard, rule));
  return rules;
}

function compileRule(ground: RuleGround, guard: Element, rule: FirewallRule): CompiledRule {
  const { model } = ground;
  const from: { readonly [side in Side]: CompiledEnd[] } = { incoming: [], outgoing: [] };
  for (const end of rule.from) {
    for (const side of sidesOf(ground, guard, end)) from[side].push(compileEnd(ground, end));
  }
  const told = rule.ports?.flatMap(serviceIntervals);
  const to: CompiledTarget[] = [];
  for (const end of rule.to) {
    const compiled = compileEnd(ground, end);
    if (told) to.push({ end: compiled, services: told });
    else addNamed(to, model, end, compiled);
  }
  return { allows: rule.action === 'allow', from, to };
}

const bothSides: readonly Side[] = ['incoming', 'outgoing'];

/**
 * A rule whose source stands inside what the guard protects is an outgoing one. A block that holds addresses inside and
 * others too is about both sides.
 */
function sidesOf(ground: RuleGround, guard: Element, end: RuleEnd): readonly Side[] {
  const { model } = ground;
  const container = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  if ('anyone' in end) return ['incoming'];
  if ('cidr' in end) return sidesOfBlock(ground, container, end.cidr);
  const element = model.byId.get(end.element);
  if (!element) return ['incoming'];
  const stands = endpointsOf(model, element).every((endpoint) => isInside(model, endpoint, container));
  return [stands ? 'outgoing' : 'incoming'];
}

function sidesOfBlock({ space, inside }: RuleGround, container: Element | undefined, cidr: string): readonly Side[] {
  const block = space.block(cidr);
  if (!block) return ['incoming'];
  const beyond = withoutHoles([block], inside(container));
  if (beyond.length === 0) return ['outgoing'];
  const [only] = beyond;
  return only?.from === block.from && only.to === block.to ? ['incoming'] : bothSides;
}

/** In it, or the thing itself; the site holds all but what stands outside. */
function isInside(model: Architecture, element: Element, container: Element | undefined): boolean {
  if (container === undefined) return !isOutside(element);
  return element === container || model.ancestors(element).includes(container);
}

const anyone: CompiledEnd = { anyone: true };

function compileEnd(ground: RuleGround, end: RuleEnd): CompiledEnd {
  if ('anyone' in end) return anyone;
  const key = 'cidr' in end ? end.cidr : `element ${end.element}`;
  const before = ground.ends.get(key);
  if (before) return before;
  const made = 'cidr' in end ? endOfBlock(ground, end.cidr) : endOfElement(ground, end.element);
  ground.ends.set(key, made);
  return made;
}

function endOfBlock({ space }: RuleGround, cidr: string): CompiledEnd {
  const block = space.block(cidr);
  return block ? { block } : {};
}

function endOfElement({ model }: RuleGround, id: ElementId): CompiledEnd {
  const named = model.byId.get(id);
  if (!named) return {};
  const isInternet = named.kind === 'zone' && named.facts.trust === 'internet';
  return { elements: endpointsOf(model, named), ...(isInternet && { internet: true as const }) };
}

/** With the ports of the listener that an end names; else with any. */
function addNamed(to: CompiledTarget[], model: Architecture, end: RuleEnd, compiled: CompiledEnd): void {
  const named = 'element' in end && end.listener !== undefined ? model.byId.get(end.element) : undefined;
  if (!named || !('element' in end)) {
    to.push({ end: compiled, services: everyService });
    return;
  }
  const listeners = endpointsOf(model, named).map((endpoint) =>
    endpoint.listeners?.find(({ name }) => name === end.listener),
  );
  const services = listeners.map((listener) => listener && serviceOf(listener));
  const known = services.flatMap((service) => (service ? [serviceInterval(service)] : []));
  const isKnown = known.length > 0 && listeners.every((listener, index) => !listener || services[index]);
  if (known.length > 0) to.push({ end: compiled, services: known });
  if (!isKnown) to.push({ end: compiled, services: everyService, perhaps: true });
}
