import type { Architecture, Element } from '../../graph/architecture.js';
import { addBits, type Bits, emptyBits, setBit } from './bits.js';
import { isOutside } from './borders.js';
import type { CompiledEnd } from './compiled-guard.js';
import { type IntervalIndex, indexIntervals } from './interval-index.js';

/** Which of many numbered ends match a party: found by what it is and where it is, not by asking each. */
export interface EndIndex {
  /** The positions at which the blocks that they name begin and end. */
  readonly cuts: readonly number[];
  /** The elements and places that they name. */
  readonly named: ReadonlyMap<Element, Bits>;
  /** Some end names the internet as such. */
  readonly tellsInternet: boolean;
  /** @param element undefined: an address outside that is no element's */
  at(element: Element | undefined, position: number): Bits;
}

/** @param size how many numbers there are */
export function indexEnds(
  model: Architecture,
  ends: readonly { readonly end: CompiledEnd; readonly number: number }[],
  size: number,
): EndIndex {
  const anyone = emptyBits(size);
  const internet = emptyBits(size);
  const named = new Map<Element, Bits>();
  for (const { end, number } of ends) {
    if (end.anyone) setBit(anyone, number);
    if (end.internet) setBit(internet, number);
    for (const element of end.elements ?? []) setBit(bitsOf(named, element, size), number);
  }
  const blocks = indexIntervals(
    ends.flatMap(({ end, number }) => (end.block ? [{ interval: end.block, number }] : [])),
    size,
  );
  return {
    cuts: blocks.cuts,
    named,
    tellsInternet: ends.some(({ end }) => end.internet === true),
    at: (element, position) => matching({ model, anyone, internet, named, blocks }, element, position),
  };
}

function bitsOf(named: Map<Element, Bits>, element: Element, size: number): Bits {
  const known = named.get(element);
  if (known) return known;
  const bits = emptyBits(size);
  named.set(element, bits);
  return bits;
}

interface Parts {
  readonly model: Architecture;
  readonly anyone: Bits;
  readonly internet: Bits;
  readonly named: ReadonlyMap<Element, Bits>;
  readonly blocks: IntervalIndex;
}

function matching(
  { model, anyone, internet, named, blocks }: Parts,
  element: Element | undefined,
  position: number,
): Bits {
  const bits = anyone.slice();
  addBits(bits, blocks.at(position));
  if (element === undefined || isOutside(element)) addBits(bits, internet);
  if (named.size === 0) return bits;
  let at = element;
  while (at) {
    const more = named.get(at);
    if (more) addBits(bits, more);
    at = at.parent === undefined ? undefined : model.byId.get(at.parent);
  }
  return bits;
}
