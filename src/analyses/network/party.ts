import type { Architecture, Element } from '../../graph/architecture.js';
import { type AddressRange, everything, parseBlock, without } from './addresses.js';
import { isOutside } from './borders.js';

/**
 * One end of a packet: an element, where it is one, and the addresses it may come from or go to. The range lies wholly
 * within or outside of each block that a rule on the way names.
 */
export interface Party {
  readonly element?: Element;
  readonly address: AddressRange;
}

/** Not routed on the internet: private, shared, loopback, link-local, benchmarking, multicast and reserved blocks. */
const unrouted = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/3',
  '4000::/2',
  '8000::/1',
].flatMap((block) => parseBlock(block) ?? []);

/** Every address from which a packet of the internet can come: routed ones that none of the model's zones holds. */
export function internetAddresses(model: Architecture): readonly AddressRange[] {
  return without(everything, [...unrouted, ...model.byKind.zone.flatMap(blocksOf)]);
}

export function blocksOf(zone: Element): readonly AddressRange[] {
  const { cidr } = zone.facts;
  const blocks = cidr === undefined ? [] : typeof cidr === 'string' ? [cidr] : cidr;
  return blocks.flatMap((block) => parseBlock(block) ?? []);
}

/** Where an element may be: at its address, else anywhere in the blocks of its innermost zone that has some, else anywhere. */
export function addressesOf(model: Architecture, element: Element): readonly AddressRange[] {
  const own = [element.facts.address, element.facts.publicAddress].flatMap((address) =>
    typeof address === 'string' ? (parseBlock(address) ?? []) : [],
  );
  if (own.length > 0) return own;
  if (isOutside(element)) return everything;
  for (const place of model.ancestors(element)) {
    const address = typeof place.facts.address === 'string' ? parseBlock(place.facts.address) : undefined;
    if (address && place.kind === 'server') return [address];
    const blocks = place.kind === 'zone' ? blocksOf(place) : [];
    if (blocks.length > 0) return blocks;
  }
  return everything;
}
