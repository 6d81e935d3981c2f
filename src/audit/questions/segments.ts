import type { Architecture, Element } from '../../graph/architecture.js';
import { isComplete } from './is-complete.js';

/** The outermost zone that no border divides a zone from: itself, where it has a border of its own. */
export type SegmentOf = (zone: Element | undefined) => Element | undefined;

export interface Segments {
  /** As far as the model tells: a zone without a firewall is divided from the one around it as long as nothing says it is not. */
  readonly known: SegmentOf;
  /** With no borders but the firewalls that are told. */
  readonly possible: SegmentOf;
}

/** Which zones within zones are no border: nothing stands there, or a firewall that lets everything in. */
export function segments(model: Architecture): Segments {
  const firewalls = model.byKind.firewall;
  const told = new Set(firewalls.map(({ parent }) => parent));
  // One that lets in what no rule names is a wall for what a rule denies.
  const lets = ({ facts, rules = [] }: Element) =>
    facts.incoming === 'allow' && !rules.some(({ action }) => action === 'deny');
  const walls = new Set(firewalls.flatMap((firewall) => (lets(firewall) ? [] : firewall.parent)));
  const tellsAll = isComplete(model, 'firewalls');
  const isWall = ({ id }: Element) => walls.has(id);
  const isOpen = ({ id, facts }: Element) => facts.open === true || tellsAll || told.has(id);
  return {
    known: segmentBy(model, (zone) => isWall(zone) || !isOpen(zone)),
    possible: segmentBy(model, isWall),
  };
}

function segmentBy(model: Architecture, isBorder: (zone: Element) => boolean): SegmentOf {
  return (zone) => {
    const outwards = zone ? [zone, ...model.ancestors(zone)] : [];
    return outwards.find(isBorder) ?? outwards.at(-1);
  };
}
