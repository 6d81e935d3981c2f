import { parseBlock } from '../../../analyses/network/addresses.js';
import type { Architecture, Element, FirewallRule, RuleEnd } from '../../../graph/architecture.js';
import { baseName } from '../fold-alike.js';
import { isInside } from '../pass-guards.js';
import { joined, shownName } from '../spoken.js';
import { portOf, shortList } from './exposed.js';

/** What a firewall lets in, or keeps out, from one sort of source. */
export interface Opening {
  readonly action: FirewallRule['action'];
  /** `the internet`, `balancer 1 and balancer 2`. */
  readonly from: string;
  /** The same, in a word or two. */
  readonly short: string;
  readonly ports: readonly string[];
  readonly isFromAnyone: boolean;
}

/** What the rules of a firewall say of packets that come in, from the internet first; what goes out is another matter. */
export function openingsOf(model: Architecture, guard: Element): readonly Opening[] {
  const openings = new Map<string, Opening>();
  for (const rule of guard.rules ?? []) {
    const sources = rule.from.filter((end) => comesIn(model, guard, end));
    if (sources.length === 0 || !leadsInside(model, guard, rule)) continue;
    const opening = openingOf(model, rule, sources);
    const key = JSON.stringify([opening.action, opening.from]);
    const ports = [...new Set([...(openings.get(key)?.ports ?? []), ...opening.ports])];
    openings.set(key, { ...opening, ports });
  }
  const all = [...openings.values()];
  return [...all.filter(({ isFromAnyone }) => isFromAnyone), ...all.filter(({ isFromAnyone }) => !isFromAnyone)];
}

function openingOf(model: Architecture, rule: FirewallRule, sources: readonly RuleEnd[]): Opening {
  const isFromAnyone = sources.some(isAnyone);
  const names = sources.map((end) => nameOf(model, end));
  const from = isFromAnyone ? 'the internet' : joined(names);
  return {
    action: rule.action,
    from,
    short: isFromAnyone ? from : inShort(names),
    ports: portsOf(model, rule),
    isFromAnyone,
  };
}

function isWithin(text: string, around: string | undefined): boolean {
  const [block, place] = [parseBlock(text), around === undefined ? undefined : parseBlock(around)];
  if (!block || !place || block.family !== place.family) return false;
  return place.first <= block.first && block.last <= place.last;
}

const everywhere: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

function isAnyone(end: RuleEnd): boolean {
  return 'anyone' in end || ('cidr' in end && everywhere.has(end.cidr));
}

/** A rule whose source stands inside what the guard protects is about what goes out. */
function comesIn(model: Architecture, guard: Element, end: RuleEnd): boolean {
  if ('element' in end) return !isInside(model, end.element, guard.parent);
  const place = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  return isAnyone(end) || !('cidr' in end) || ![place?.facts.cidr].flat().some((block) => isWithin(end.cidr, block));
}

/** A rule all of whose targets stand outside of what the guard protects lets nothing in. */
function leadsInside(model: Architecture, guard: Element, { to }: FirewallRule): boolean {
  return to.length === 0 || to.some((end) => !('element' in end) || isInside(model, end.element, guard.parent));
}

function nameOf(model: Architecture, end: RuleEnd): string {
  if ('cidr' in end) return end.cidr;
  const element = 'element' in end ? model.byId.get(end.element) : undefined;
  return element ? shownName(element) : '?';
}

function inShort(names: readonly string[]): string {
  const [first = '?'] = names;
  const bases = new Set(names.map(baseName));
  if (names.length === 1) return first;
  return bases.size === 1 ? `${baseName(first)} ×${names.length}` : `${names.length} sources`;
}

function portsOf(model: Architecture, { ports, to }: FirewallRule): readonly string[] {
  if (ports) return ports.map(({ from, to: last }) => (from === last ? String(from) : `${from}–${last}`));
  return [...new Set(to.map((end) => portAt(model, end)))];
}

/** Of a group's address, the port of its members. */
function portAt(model: Architecture, end: RuleEnd): string {
  if (!('element' in end) || end.listener === undefined) return 'any port';
  const members = model.clusterById.get(end.element)?.members ?? [];
  const listeners = [end.element, ...members].flatMap((id) => model.byId.get(id)?.listeners ?? []);
  const listener = listeners.find(({ name }) => name === end.listener);
  return listener ? (portOf(listener) ?? listener.protocol) : 'any port';
}

/** `allows 443, 80 from the internet` and `+3 more`. */
export function openingsInShort(model: Architecture, guard: Element): readonly string[] {
  const openings = openingsOf(model, guard);
  const allowed = openings.filter(({ action }) => action === 'allow');
  // What a denial before it leaves of an allowance is no matter of a few words.
  if (isAllowedAfterDenial(openings)) return ['allows and denies, in order'];
  if (guard.facts.incoming === 'allow') return [nothingAllowed(guard)];
  const [first] = allowed;
  if (!first) return [nothingAllowed(guard)];
  const more = allowed.length > 1 ? [`+${allowed.length - 1} more`] : [];
  return [`allows ${shortList(first.ports)} from ${first.short}`, ...more];
}

function isAllowedAfterDenial(openings: readonly Opening[]): boolean {
  return openings.some(({ action }) => action === 'deny') && openings.some(({ action }) => action === 'allow');
}

function nothingAllowed({ facts, rules = [] }: Element): string {
  if (facts.incoming === 'allow') return rules.length > 0 ? 'allows what no rule denies' : 'allows everything in';
  return facts.incoming === 'deny' ? 'lets nothing in' : 'openings not stated';
}

/** Every opening in a sentence: `'edge firewall' allows 443 from the internet and 22 from operators.` */
export function openingsInWords(model: Architecture, guard: Element): string {
  const name = `'${shownName(guard)}'`;
  const openings = openingsOf(model, guard);
  if (openings.length === 0) return `${name}: ${nothingAllowed(guard)}`;
  const told = openings.map(
    ({ action, ports, from }) => `${action === 'allow' ? 'allows' : 'denies'} ${ports.join(', ')} from ${from}`,
  );
  const rest = guard.facts.incoming === 'allow' ? ['allows what no rule denies'] : [];
  const order = isAllowedAfterDenial(openings) ? ['the first rule that fits decides'] : [];
  return `${name} ${[...told, ...rest, ...order].join('; ')}`;
}
