import type { Architecture, Element, FirewallRule, RuleEnd } from '../../graph/architecture.js';
import { type AddressRange, contains, parseBlock } from './addresses.js';
import { isOutside } from './borders.js';
import { endpointsOf } from './endpoints.js';
import { blocksOf } from './party.js';
import { serviceOf } from './ports.js';

export type Side = 'incoming' | 'outgoing';

export interface PortRange {
  readonly protocol: 'tcp' | 'udp' | 'any';
  readonly from: number;
  readonly to: number;
}

/** One side of a rule, looked up once. */
export interface CompiledEnd {
  /** Anyone at all. */
  readonly anyone?: true;
  readonly block?: AddressRange;
  /** These, and what stands in them. */
  readonly elements?: ReadonlySet<Element>;
  /** A zone that is the internet itself: everything outside. */
  readonly internet?: true;
  /** Of a target: the ports that it names; left out, any. */
  readonly ports?: readonly PortRange[];
}

export interface CompiledRule {
  readonly action: FirewallRule['action'];
  readonly from: { readonly [side in Side]: readonly CompiledEnd[] };
  readonly to: readonly CompiledEnd[];
}

/** A guard's rules, ready to be held against packets. */
export interface CompiledGuard {
  readonly rules: readonly CompiledRule[];
  /** Some rule is about what leaves. */
  readonly filtersOutgoing: boolean;
  /** The ports at which what the rules say can change. */
  readonly boundaries: readonly number[];
  /** The blocks that the rules name. */
  readonly blocks: readonly AddressRange[];
}

const known = new WeakMap<Element, { readonly model: Architecture; readonly compiled: CompiledGuard }>();

const withoutRules: CompiledGuard = { rules: [], filtersOutgoing: false, boundaries: [], blocks: [] };

export function compiledGuard(model: Architecture, guard: Element): CompiledGuard {
  if (!guard.rules || guard.rules.length === 0) return withoutRules;
  const before = known.get(guard);
  if (before?.model === model) return before.compiled;
  const compiled = compile(model, guard);
  known.set(guard, { model, compiled });
  return compiled;
}

function compile(model: Architecture, guard: Element): CompiledGuard {
  const rules = (guard.rules ?? []).map((rule) => compileRule(model, guard, rule));
  const ends = rules.flatMap(({ from, to }) => [...from.incoming, ...from.outgoing, ...to]);
  return {
    rules,
    filtersOutgoing: rules.some(({ from }) => from.outgoing.length > 0),
    boundaries: boundariesOf(rules.flatMap(({ to }) => to.flatMap(({ ports }) => ports ?? []))),
    blocks: ends.flatMap(({ block }) => block ?? []),
  };
}

function boundariesOf(ranges: readonly PortRange[]): readonly number[] {
  const starts = ranges.flatMap(({ from, to }) => [from, to + 1]);
  return starts.filter((port) => port >= 1 && port <= 65_535);
}

function compileRule(model: Architecture, guard: Element, rule: FirewallRule): CompiledRule {
  const onSide = (side: Side) =>
    rule.from.filter((end) => sideOf(model, guard, end) === side).map((end) => compileEnd(model, end));
  return {
    action: rule.action,
    from: { incoming: onSide('incoming'), outgoing: onSide('outgoing') },
    to: rule.to.map((end) => {
      const ports = rule.ports ?? portsOf(model, end);
      return { ...compileEnd(model, end), ...(ports && { ports }) };
    }),
  };
}

/** A rule whose source stands inside what the guard protects is an outgoing one. */
function sideOf(model: Architecture, guard: Element, end: RuleEnd): Side {
  const container = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  if ('anyone' in end) return 'incoming';
  if ('cidr' in end) return container && isWithinBlocks(container, end.cidr) ? 'outgoing' : 'incoming';
  const element = model.byId.get(end.element);
  const stands = element && endpointsOf(model, element).every((endpoint) => isInside(model, endpoint, container));
  return stands ? 'outgoing' : 'incoming';
}

function isWithinBlocks(container: Element, cidr: string): boolean {
  const block = parseBlock(cidr);
  return block !== undefined && blocksOf(container).some((own) => contains(own, block));
}

/** In it, or the thing itself; the site holds all but what stands outside. */
function isInside(model: Architecture, element: Element, container: Element | undefined): boolean {
  if (container === undefined) return !isOutside(element);
  return element === container || model.ancestors(element).includes(container);
}

function compileEnd(model: Architecture, end: RuleEnd): CompiledEnd {
  if ('anyone' in end) return { anyone: true };
  if ('cidr' in end) {
    const block = parseBlock(end.cidr);
    return block ? { block } : {};
  }
  const named = model.byId.get(end.element);
  if (!named) return {};
  const isInternet = named.kind === 'zone' && named.facts.trust === 'internet';
  return { elements: new Set(endpointsOf(model, named)), ...(isInternet && { internet: true as const }) };
}

/** The ports of the listener that an end names; undefined: any. */
function portsOf(model: Architecture, end: RuleEnd): readonly PortRange[] | undefined {
  const named = 'element' in end && end.listener !== undefined ? model.byId.get(end.element) : undefined;
  if (!named || !('element' in end)) return undefined;
  const ranges = endpointsOf(model, named).flatMap((endpoint) => {
    const listener = endpoint.listeners?.find(({ name }) => name === end.listener);
    const service = listener && serviceOf(listener);
    return service ? [{ protocol: service.protocol, from: service.port, to: service.port }] : [];
  });
  return ranges.length > 0 ? ranges : undefined;
}
