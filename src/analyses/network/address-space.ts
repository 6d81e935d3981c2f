import type { Architecture, Element } from '../../graph/architecture.js';
import { type AddressRange, parseBlock } from './addresses.js';
import type { Interval } from './interval-index.js';
import { unrouted } from './unrouted.js';

/**
 * Both families on one axis of plain numbers, so that no big integer is touched where rules are held against packets:
 * IPv4 addresses are themselves; of IPv6, which comes behind them, only the addresses where something that the model
 * names begins or ends have a number.
 */
export interface AddressSpace {
  /** Every address, each family by itself. */
  readonly everything: readonly Interval[];
  /** Undefined where the text is no block, or is none of the model's. */
  block(text: string): Interval | undefined;
  isIpv4(interval: Interval): boolean;
  /** How many addresses there are. */
  size(interval: Interval): bigint;
  range(interval: Interval): AddressRange;
}

const ipv6Begins = 2 ** 32;
const ipv6End = 1n << 128n;

export function addressSpaceOf(model: Architecture): AddressSpace {
  const ranges = new Map<string, AddressRange | undefined>();
  const bounds = new Set([0n, ipv6End]);
  for (const text of textsOf(model)) {
    if (ranges.has(text)) continue;
    const range = parseBlock(text);
    ranges.set(text, range);
    if (range?.family === 6) bounds.add(range.first).add(range.last + 1n);
  }
  const ipv6 = [...bounds].sort((left, right) => (left < right ? -1 : 1));
  const numbers = new Map(ipv6.map((bound, index) => [bound, ipv6Begins + index]));
  const bound = (position: number) => ipv6[position - ipv6Begins]!;
  const isIpv4 = ({ from }: Interval) => from < ipv6Begins;
  const blocks = new Map<string, Interval | undefined>();
  for (const [text, range] of ranges) {
    const first = range?.family === 6 ? numbers.get(range.first) : range && Number(range.first);
    const end = range?.family === 6 ? numbers.get(range.last + 1n) : range && Number(range.last) + 1;
    blocks.set(text, first === undefined || end === undefined ? undefined : { from: first, to: end });
  }
  return {
    everything: [
      { from: 0, to: ipv6Begins },
      { from: ipv6Begins, to: ipv6Begins + ipv6.length - 1 },
    ],
    block: (text) => blocks.get(text),
    isIpv4,
    size: (interval) =>
      isIpv4(interval) ? BigInt(interval.to - interval.from) : bound(interval.to) - bound(interval.from),
    range: (interval) =>
      isIpv4(interval)
        ? { family: 4, first: BigInt(interval.from), last: BigInt(interval.to - 1) }
        : { family: 6, first: bound(interval.from), last: bound(interval.to) - 1n },
  };
}

function* textsOf(model: Architecture): Iterable<string> {
  yield* unrouted;
  for (const element of model.elements) {
    yield* textsOfElement(element);
    for (const { from, to } of element.rules ?? []) {
      for (const end of from) if ('cidr' in end) yield end.cidr;
      for (const end of to) if ('cidr' in end) yield end.cidr;
    }
  }
}

function* textsOfElement({ facts }: Element): Iterable<string> {
  const { cidr, address, publicAddress, translates } = facts;
  if (typeof cidr === 'string') yield cidr;
  else if (cidr) yield* cidr;
  if (address !== undefined) yield address;
  if (typeof publicAddress === 'string') yield publicAddress;
  for (const { from, to } of translates ?? []) yield* [from, to];
}
