import type { Architecture, Element } from '../../graph/architecture.js';
import type { AddressSpace } from './address-space.js';
import { isOutside } from './borders.js';
import type { Interval } from './interval-index.js';
import type { Translations } from './translations.js';

/** The addresses known to be behind the border of a place; `undefined`: of the site. */
export type InsideAddresses = (container: Element | undefined) => readonly Interval[];

/**
 * The blocks of the place and of the zones in it, the addresses told of what stands there, and those at which a border
 * within it shows what is behind.
 */
export function insideAddresses(model: Architecture, space: AddressSpace, translations: Translations): InsideAddresses {
  const known = new Map<Element | undefined, readonly Interval[]>();
  return (container) => {
    const before = known.get(container);
    if (before) return before;
    const shown = (element: Element) =>
      element === container ? [] : translations.at(element).map(({ outside }) => outside);
    const found = merged(
      standingIn(model, container).flatMap((element) => [...addressesTold(space, element), ...shown(element)]),
    );
    known.set(container, found);
    return found;
  };
}

function standingIn(model: Architecture, container: Element | undefined): readonly Element[] {
  if (container === undefined) return model.elements.filter((element) => !isOutside(element));
  const found = [container];
  for (const place of found) for (const child of model.children(place)) if (!isOutside(child)) found.push(child);
  return found;
}

function addressesTold(space: AddressSpace, element: Element): readonly Interval[] {
  const { address } = element.facts;
  const own = address === undefined ? undefined : space.block(address);
  return own ? [own, ...blocksOf(space, element)] : blocksOf(space, element);
}

/** The blocks that a place says are its own. A zone that is the internet itself has none that would be inside. */
export function blocksOf(space: AddressSpace, { kind, facts }: Element): readonly Interval[] {
  const { cidr, trust } = facts;
  if (cidr === undefined || (kind === 'zone' && trust === 'internet')) return [];
  return (typeof cidr === 'string' ? [cidr] : cidr).flatMap((text) => space.block(text) ?? []);
}

/** Rising, with those that touch as one. */
function merged(intervals: readonly Interval[]): readonly Interval[] {
  const rising = [...intervals].sort((left, right) => left.from - right.from);
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of rising) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}
