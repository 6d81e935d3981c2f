import type { Architecture, Element } from '../../graph/architecture.js';
import { type AddressRange, everything, split } from './addresses.js';
import { type Crossing, crossingBetween, type GuardsIn, isOutside } from './borders.js';
import { compiledGuard } from './compiled-guard.js';
import { decideAtBorder, meetsNothing, type Verdict, worst } from './decide.js';
import { type Packet, portBoundaries } from './match-rule.js';
import { addressesOf } from './party.js';
import type { Service } from './ports.js';

const maximumPieces = 4_096;

/** Where no rule names a block, one address is as good as another. */
export const anywhere = everything.slice(0, 1);

/** What is known of packets between two elements to one port; without a port, to every port alike. */
export function passageBetween(
  model: Architecture,
  guardsIn: GuardsIn,
  from: Element,
  to: Element,
  service: Service | undefined,
): Verdict {
  const crossing = crossingBetween(model, from, to);
  const guards = guardsAt(guardsIn, crossing);
  if (isOutside(from) && from !== to && meetsNothing(model, from, bordersThatCount(crossing, guardsIn))) {
    return isOutside(to) ? { passage: 'open' } : { passage: 'unknown' };
  }
  // Most guards tell no rules: one packet stands for all.
  if (guards.every(treatsAllAlike)) {
    const packet = {
      from: { element: from, address: anywhere[0]! },
      to: { element: to, address: anywhere[0]! },
      ...(service ?? anyService[0]!),
    };
    return decideOnWay(model, guardsIn, crossing, packet);
  }
  const sources = piecesOf(model, from, guards);
  const targets = piecesOf(model, to, guards);
  const services = service ? [service] : servicesToTry(model, guards);
  if (sources.length * targets.length * services.length > maximumPieces) return { passage: 'unknown' };
  const verdicts: Verdict[] = [];
  for (const source of sources) {
    for (const target of targets) {
      for (const { protocol, port } of services) {
        const packet = {
          from: { element: from, address: source },
          to: { element: to, address: target },
          protocol,
          port,
        };
        verdicts.push(decideOnWay(model, guardsIn, crossing, packet));
      }
    }
  }
  return agreed(verdicts);
}

/** Of the ways a packet may be, all open or all blocked; else it depends on what the model does not say. */
function agreed(verdicts: readonly Verdict[]): Verdict {
  const [first = { passage: 'open' }] = verdicts;
  if (verdicts.every(({ passage }) => passage === first.passage)) return first;
  return { passage: 'unknown', guard: verdicts.find(({ passage }) => passage !== 'open')?.guard };
}

export function decideOnWay(
  model: Architecture,
  guardsIn: GuardsIn,
  { leaving, entering }: Crossing,
  packet: Packet,
): Verdict {
  const verdicts: Verdict[] = [];
  for (const container of leaving) verdicts.push(decideAtBorder(model, guardsIn, container, 'outgoing', packet));
  for (const container of entering) verdicts.push(decideAtBorder(model, guardsIn, container, 'incoming', packet));
  return worst(verdicts);
}

export function guardsAt(guardsIn: GuardsIn, { leaving, entering }: Crossing): readonly Element[] {
  const guards: Element[] = [];
  for (const container of leaving) guards.push(...guardsIn(container));
  for (const container of entering) guards.push(...guardsIn(container));
  return guards;
}

/** Zones' borders and those with a guard: a server without a firewall of its own is no border. */
export function bordersThatCount({ leaving, entering }: Crossing, guardsIn: GuardsIn): number {
  return [...leaving, ...entering].filter((container) => container?.kind === 'zone' || guardsIn(container).length > 0)
    .length;
}

function piecesOf(model: Architecture, element: Element, guards: readonly Element[]): readonly AddressRange[] {
  const blocks = blocksNamed(model, guards);
  return blocks.length === 0 ? anywhere : split(addressesOf(model, element), blocks);
}

/** The blocks that the rules of these guards name. */
export function blocksNamed(model: Architecture, guards: readonly Element[]): readonly AddressRange[] {
  return guards.flatMap((guard) => compiledGuard(model, guard).blocks);
}

/** One port of each stretch that the rules treat alike, for tcp, udp, and protocols without ports; without rules, one. */
export function servicesToTry(
  model: Architecture,
  guards: readonly Element[],
): readonly { readonly protocol: Packet['protocol']; readonly port: number }[] {
  if (guards.every(treatsAllAlike)) return anyService;
  const ports = portBoundaries(model, guards);
  return [
    ...ports.map((port) => ({ protocol: 'tcp' as const, port })),
    ...ports.map((port) => ({ protocol: 'udp' as const, port })),
    { protocol: 'other' as const, port: 0 },
  ];
}

/** A guard without rules goes by its defaults; without memory it still tells protocols with replies from others. */
function treatsAllAlike({ rules = [], facts }: Element): boolean {
  return rules.length === 0 && facts.stateful !== false;
}

const anyService = [{ protocol: 'tcp' as const, port: 1 }];
