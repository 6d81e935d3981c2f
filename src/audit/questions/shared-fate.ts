import type { Faults } from '../../analyses/faults/result.js';
import { tellingModes } from '../../analyses/faults/telling-modes.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import { append } from './append.js';
import { onceAModel } from './once-a-model.js';

/** What takes down both of two elements: a host or a failure domain below a region. */
export type SharedFate = { readonly place: Element } | 'apart' | 'unknown';

/** Whether one failure takes both. Different hosts in places untold may still share a rack: that is unknown. */
export function sharedFate(model: Architecture, faults: Faults, one: Element, other: Element): SharedFate {
  const candidates = placesOf(model, one).filter((place) => placesOf(model, other).includes(place));
  const place = candidates.find((candidate) => takesDown(model, faults, candidate, one, other));
  if (place) return { place };
  if (isElsewhere(one) || isElsewhere(other)) return 'apart';
  const [ofOne, ofOther] = [domainsOf(model, one), domainsOf(model, other)];
  if (ofOne.some(isBelowRegion) && ofOther.some(isBelowRegion)) return 'apart';
  const regions = ofOne.filter(({ kind }) => kind === 'region');
  const otherRegions = ofOther.filter(({ kind }) => kind === 'region');
  const areInDifferentRegions =
    regions.length > 0 && otherRegions.length > 0 && !regions.some((region) => otherRegions.includes(region));
  return areInDifferentRegions ? 'apart' : 'unknown';
}

/** From the host outwards; regions are not counted, few systems outlive theirs. */
function placesOf(model: Architecture, element: Element): readonly Element[] {
  const host = model.hostOf(element);
  return [...(host ? [host] : []), ...domainsOf(model, element).filter(isBelowRegion)];
}

function domainsOf(model: Architecture, element: Element): readonly Element[] {
  return model.domainsOf(element);
}

function isBelowRegion({ kind }: Element): boolean {
  return kind === 'availabilityZone' || kind === 'failureDomain';
}

function takesDown(model: Architecture, faults: Faults, place: Element, one: Element, other: Element): boolean {
  const dead = deadWith(model, faults, place);
  return dead.has(one) && dead.has(other);
}

/** Many stores stand in few places: what a place takes along is asked once. */
const known = new WeakMap<Faults, Map<Element, ReadonlySet<Element>>>();

/** Those in a place that it takes along, dead in every mode that tells something. */
function deadWith(model: Architecture, faults: Faults, place: Element): ReadonlySet<Element> {
  const byPlace = known.get(faults) ?? new Map<Element, ReadonlySet<Element>>();
  known.set(faults, byPlace);
  const before = byPlace.get(place);
  if (before) return before;
  const { inside, modes } = inPlaces(model);
  const dead = faults.during([place.id], (works) =>
    (inside.get(place) ?? []).filter(({ id }) => modes.every((mode) => !works(id, mode))),
  );
  const found = new Set(dead);
  byPlace.set(place, found);
  return found;
}

const inPlaces = onceAModel((model) => {
  const inside = new Map<Element, Element[]>();
  for (const element of model.elements) for (const place of placesOf(model, element)) append(inside, place, element);
  return { inside, modes: [...tellingModes(model)] };
});

function isElsewhere({ kind }: Element): boolean {
  return kind === 'externalService';
}
