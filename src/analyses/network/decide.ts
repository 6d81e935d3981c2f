import type { Architecture, Element } from '../../graph/architecture.js';
import type { GuardsIn } from './borders.js';
import { isOutside } from './borders.js';
import { compiledGuard, type Side } from './compiled-guard.js';
import { matches, type Packet, portBoundaries } from './match-rule.js';
import type { Passage } from './result.js';

/** What one border says to a packet, with the guard that says it. */
export interface Verdict {
  readonly passage: Passage;
  /** The guard that blocks, or that does not tell. */
  readonly guard?: Element;
  /** A guard without memory lets the packet pass, and not the reply. */
  readonly onReturn?: true;
}

const open: Verdict = { passage: 'open' };

/**
 * The border of one container: every guard of it must let the packet pass. One without a guard is undeclared where it is
 * a zone's, unless the zone says that it is open or the model tells all of its firewalls.
 */
export function decideAtBorder(
  model: Architecture,
  guardsIn: GuardsIn,
  container: Element | undefined,
  side: Side,
  packet: Packet,
): Verdict {
  const guards = guardsIn(container);
  if (guards.length === 0) return isDeclaredOpen(model, container) ? open : { passage: 'unknown' };
  const verdicts = guards.map((guard) => decideAtGuard(model, guard, side, packet));
  return worst(verdicts);
}

function isDeclaredOpen(model: Architecture, container: Element | undefined): boolean {
  return container?.kind !== 'zone' || container.facts.open === true || tellsAllFirewalls(model);
}

export function tellsAllFirewalls(model: Architecture): boolean {
  return model.facts.complete?.includes('firewalls') === true;
}

/** Blocked before unknown before open. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find(({ passage }) => passage === 'blocked') ??
    verdicts.find(({ passage }) => passage === 'unknown') ??
    open
  );
}

function decideAtGuard(model: Architecture, guard: Element, side: Side, packet: Packet): Verdict {
  const passage = decideOneWay(model, guard, side, packet);
  if (passage !== 'open') return { passage, guard };
  if (guard.facts.stateful !== false || packet.protocol === 'other') return open;
  const reply = decideReply(model, guard, side === 'incoming' ? 'outgoing' : 'incoming', packet);
  return reply === 'open' ? open : { passage: reply, guard, onReturn: true };
}

function decideOneWay(model: Architecture, guard: Element, side: Side, packet: Packet): Passage {
  for (const rule of compiledGuard(model, guard).rules) {
    if (matches(model, rule, side, packet)) return rule.action === 'allow' ? 'open' : 'blocked';
  }
  return byDefault(model, guard, side);
}

function byDefault(model: Architecture, guard: Element, side: Side): Passage {
  const policy = guard.facts[side];
  if (policy === 'deny') return 'blocked';
  if (policy === 'allow') return 'open';
  const isUnfiltered = policy === undefined && side === 'outgoing' && !compiledGuard(model, guard).filtersOutgoing;
  return isUnfiltered && tellsAllFirewalls(model) ? 'open' : 'unknown';
}

const firstReplyPort = 1024;

/** Replies go to any of the ports 1024 to 65535 of the asker: all of them must be let through. */
function decideReply(model: Architecture, guard: Element, side: Side, packet: Packet): Passage {
  const boundaries = portBoundaries(model, [guard]).filter((port) => port > firstReplyPort);
  const passages = [firstReplyPort, ...boundaries].map((port) =>
    decideOneWay(model, guard, side, { from: packet.to, to: packet.from, protocol: packet.protocol, port }),
  );
  if (passages.includes('blocked')) return 'blocked';
  return passages.includes('unknown') ? 'unknown' : 'open';
}

/** A packet from outside meets no border at all: nothing is known of the way. */
export function meetsNothing(model: Architecture, from: Element | undefined, borders: number): boolean {
  return borders === 0 && (from === undefined || isOutside(from)) && !tellsAllFirewalls(model);
}
