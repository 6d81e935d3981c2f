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

export interface NumberedEnd {
  readonly end: CompiledEnd;
  readonly number: number;
}

/** @param size how many numbers there are */
export function indexEnds(model: Architecture, ends: readonly NumberedEnd[], size: number): EndIndex {
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
    anyone,
  );
  const tellsInternet = ends.some(({ end }) => end.internet === true);
  const parts = { model, named, blocks, ...(tellsInternet && { internet }) };
  return { cuts: blocks.cuts, named, tellsInternet, at: (element, position) => matching(parts, element, position) };
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
  readonly named: ReadonlyMap<Element, Bits>;
  /** What matches anyone matches everywhere. */
  readonly blocks: IntervalIndex;
  readonly internet?: Bits;
}

/** Most parties are named by nothing: they share one set for each stretch of addresses. */
function matching({ model, named, blocks, internet }: Parts, element: Element | undefined, position: number): Bits {
  let bits = blocks.at(position);
  let isOwn = false;
  const add = (more: Bits) => {
    if (!isOwn) bits = bits.slice();
    isOwn = true;
    addBits(bits, more);
  };
  if (internet && (element === undefined || isOutside(element))) add(internet);
  let at = named.size === 0 ? undefined : element;
  while (at) {
    const more = named.get(at);
    if (more) add(more);
    at = at.parent === undefined ? undefined : model.byId.get(at.parent);
  }
  return bits;
}
