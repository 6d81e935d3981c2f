import type { Element } from '../../../graph/architecture.js';
import { type Bits, isEmpty, keyOfBits } from '../bits.js';
import { isOutside } from '../borders.js';
import type { EndIndex } from '../end-index.js';
import { blocksOf } from '../inside-addresses.js';
import { countUpTo, cutIntervals, type Interval, sorted, withoutHoles } from '../interval-index.js';
import { addressesOf } from '../party.js';
import { seenAt } from '../seen-addresses.js';
import type { Topology } from '../topology.js';
import { type Atom, atomsOf } from './atoms.js';
import { type Census, countWithin, holds } from './census.js';

/**
 * Addresses that all rules of one side of a guard treat alike, what they match, and how many they are on either side of the
 * guard: the least that it can be, where elements do not tell their addresses.
 */
export interface AddressClass {
  readonly bits: Bits;
  readonly inside: bigint;
  readonly outside: bigint;
}

/** What the classes of one guard are made from. */
export interface Ground {
  readonly topology: Topology;
  readonly census: Census;
  readonly index: EndIndex;
  /** What the guard guards. */
  readonly container: Element | undefined;
}

/**
 * Every address that a packet at the guard may have: of each element that rules name, of the rest of each zone that they
 * name, and of everything else. What matches no rule is left out.
 */
export function addressClasses(ground: Ground): readonly AddressClass[] {
  const tallies = new Map<string, Tally>();
  const { topology, census, index, container } = ground;
  const zones = relevantZones(ground);
  const atoms = atomsOf(topology, census, index, container);
  const taken: Interval[] = [];
  const strays = straysOf(ground, zones, atoms);
  for (const stretch of stretchesOf(ground, zones, atoms)) {
    const isFull = isTaken(ground, stretch.interval);
    addStretch(ground, tallies, stretch, strays, isFull);
    if (isFull) taken.push(stretch.interval);
  }
  for (const zone of zones) if (blocksOf(topology.space, zone).length === 0) addZone(ground, tallies, zone, taken);
  for (const atom of atoms) addAtom(ground, tallies, atom, taken);
  return [...tallies.values()];
}

interface Tally {
  readonly bits: Bits;
  inside: bigint;
  outside: bigint;
}

function add(tallies: Map<string, Tally>, bits: Bits, isInside: boolean, size: bigint): void {
  if (isEmpty(bits)) return;
  const key = keyOfBits(bits);
  const tally = tallies.get(key) ?? { bits, inside: 0n, outside: 0n };
  tallies.set(key, tally);
  if (size > 0n) tally[isInside ? 'inside' : 'outside'] += size;
}

/** The zones that the rules, or the guard's own place, tell apart. */
function relevantZones({ topology: { model }, index, container }: Ground): readonly Element[] {
  if (index.tellsInternet || container === undefined) return model.byKind.zone;
  const roots = new Set([...index.named.keys(), container].filter(({ kind }) => kind === 'zone'));
  if (roots.size === 0) return [];
  return model.byKind.zone.filter((zone) => roots.has(zone) || model.ancestors(zone).some((place) => roots.has(place)));
}

interface Stretch {
  readonly interval: Interval;
  /** The innermost zone that holds it. */
  readonly zone: Element | undefined;
  /** How many of its addresses are, or may be, those of atoms. */
  counted: number;
  /** How many are for certain, and nobody else's. */
  known: number;
}

function stretchesOf(ground: Ground, zones: readonly Element[], atoms: readonly Atom[]): readonly Stretch[] {
  const { topology, index, container } = ground;
  const { model, space } = topology;
  const depth = (zone: Element) => model.ancestors(zone).length;
  const blocks = zones
    .flatMap((zone) => seenAt(topology, zone, container, blocksOf(space, zone)).map((block) => ({ zone, block })))
    .sort((left, right) => depth(right.zone) - depth(left.zone));
  const bounds = blocks.flatMap(({ block }) => [block.from, block.to]);
  const cuts = bounds.length === 0 ? index.cuts : sorted([...index.cuts, ...bounds]);
  const stretches = cutIntervals(space.everything, cuts).map((interval): Stretch => {
    const zone = blocks.find(({ block }) => holds(block, interval.from))?.zone;
    return { interval, zone, counted: 0, known: 0 };
  });
  const starts = stretches.map(({ interval }) => interval.from);
  for (const { place, intervals, counts, isAlone } of atoms) {
    for (const { from, to } of place === 'nowhere' ? [] : intervals) {
      for (let at = countUpTo(starts, from) - 1; at < stretches.length && starts[at]! < to; at += 1) {
        if (counts) stretches[at]!.counted += 1;
        if (place === 'known' && isAlone) stretches[at]!.known += 1;
      }
    }
  }
  return stretches;
}

/** The addresses of a stretch, but those of atoms, and those of machines of other zones apart. */
function addStretch(
  ground: Ground,
  tallies: Map<string, Tally>,
  { interval, zone, counted, known }: Stretch,
  strays: readonly Stray[],
  isFull: boolean,
): void {
  const { topology, index } = ground;
  let away = counted;
  let others = isFull ? countWithin(ground.census.held, interval) - known : 1;
  for (const stray of strays) {
    const count = Math.max(0, countWithin(stray.addresses, interval) - stray.atoms);
    if (count > 0) add(tallies, index.at(stray.zone, interval.from), isInside(ground, stray.zone), BigInt(count));
    away += count;
    others -= count;
  }
  if (isFull && others <= 0) return;
  const size = topology.space.size(interval);
  const isIn = zone !== undefined && isInside(ground, zone);
  add(tallies, index.at(zone, interval.from), isIn, away === 0 ? size : size - BigInt(away));
}

/** Machines of a zone with addresses outside of its blocks. */
interface Stray {
  readonly zone: Element;
  readonly addresses: readonly number[];
  /** How many of its machines are counted by themselves. */
  readonly atoms: number;
}

function straysOf({ topology, census }: Ground, zones: readonly Element[], atoms: readonly Atom[]): readonly Stray[] {
  return zones.flatMap((zone) => {
    const addresses = census.strays(zone);
    if (addresses.length === 0) return [];
    return [{ zone, addresses, atoms: atoms.filter(({ element }) => topology.model.zoneOf(element) === zone).length }];
  });
}

/** Every address is told by a machine: nobody else can have one. */
function isTaken({ topology: { space }, census }: Ground, interval: Interval): boolean {
  return (
    interval.to - interval.from <= census.held.length && space.size(interval) <= countWithin(census.held, interval)
  );
}

/** A zone without blocks: its machines may stand anywhere, and what they count for is certain where that is all alike. */
function addZone(ground: Ground, tallies: Map<string, Tally>, zone: Element, taken: readonly Interval[]): void {
  const { topology, census, index, container } = ground;
  const places = addressesOf(topology, zone);
  const isFree = places === topology.space.everything;
  const intervals = isFree ? census.nowhere : seenAt(topology, zone, container, places);
  const sets = setsAt(index, zone, withoutHoles(intervals, taken));
  const certain = sets.length === 1 && isFree ? BigInt(census.unplaced(zone)) : 0n;
  for (const bits of sets) add(tallies, bits, isInside(ground, zone), certain);
}

function addAtom(ground: Ground, tallies: Map<string, Tally>, atom: Atom, taken: readonly Interval[]): void {
  const { element, intervals, counts, place } = atom;
  const sets = setsAt(
    ground.index,
    element,
    place === 'known' || taken.length === 0 ? intervals : withoutHoles(intervals, taken),
  );
  const certain = counts && (sets.length === 1 || place === 'known') ? 1n : 0n;
  for (const bits of sets) add(tallies, bits, isInside(ground, element), certain);
}

/** What an element matches, wherever in these intervals it may be. */
export function setsAt(index: EndIndex, element: Element | undefined, intervals: readonly Interval[]): readonly Bits[] {
  const sets = new Map<string, Bits>();
  for (const { from } of cutIntervals(intervals, index.cuts)) {
    const bits = index.at(element, from);
    sets.set(keyOfBits(bits), bits);
  }
  return [...sets.values()];
}

function isInside({ topology: { model }, container }: Ground, element: Element): boolean {
  if (container === undefined) return !isOutside(element);
  return element === container || model.ancestors(element).includes(container);
}
