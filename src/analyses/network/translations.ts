import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import type { AddressSpace } from './address-space.js';
import { cutIntervals, type Interval, sorted } from './interval-index.js';

/** What stands inside a border at `inside` is seen from outside of it as `outside`. */
export interface Translation {
  readonly inside: Interval;
  readonly outside: Interval;
}

/** The declared translations at the border of an element or place; `undefined`: of the site. */
export interface Translations {
  /** None is declared anywhere. */
  readonly none: boolean;
  at(container: Element | undefined): readonly Translation[];
}

const nothing: readonly Translation[] = [];
/** They translate for the place in which they stand. */
const forPlace = new Set(['firewall', 'natGateway', 'vpnGateway']);

export function translationsIn(model: Architecture, space: AddressSpace): Translations {
  const byContainer = new Map<ElementId | undefined, Translation[]>();
  for (const element of model.elements) {
    const told = (element.facts.translates ?? []).flatMap(({ from, to }) => {
      const inside = space.block(from);
      const outside = space.block(to);
      return inside && outside ? [{ inside, outside }] : [];
    });
    if (told.length === 0) continue;
    const container = forPlace.has(element.kind) ? placeOf(model, element) : element.id;
    byContainer.set(container, [...(byContainer.get(container) ?? []), ...told]);
  }
  return { none: byContainer.size === 0, at: (container) => byContainer.get(container?.id) ?? nothing };
}

function placeOf(model: Architecture, { parent }: Element): ElementId | undefined {
  const place = parent === undefined ? undefined : model.byId.get(parent);
  return place && (traits(place.kind).place || traits(place.kind).running) ? place.id : undefined;
}

/** An interval that no translation cuts, as it is seen from outside: the first that holds it counts. */
export function seenFromOutside(interval: Interval, translations: readonly Translation[]): Interval {
  const found = translations.find(({ inside }) => inside.from <= interval.from && interval.to <= inside.to);
  return found ? moved(interval, found) : interval;
}

/** Block to block of one size, address by address; else it may become any of them. */
function moved(interval: Interval, { inside, outside }: Translation): Interval {
  if (!isOneToOne({ inside, outside })) return outside;
  const by = outside.from - inside.from;
  return { from: interval.from + by, to: interval.to + by };
}

function isOneToOne({ inside, outside }: Translation): boolean {
  const isIpv4 = inside.to <= 2 ** 32 && outside.to <= 2 ** 32;
  return isIpv4 && inside.to - inside.from === outside.to - outside.from;
}

/** Whether each address of an interval that no translation cuts is seen from outside as one, in the same order. */
export function keepsOrder(interval: Interval, translations: readonly Translation[]): boolean {
  const found = translations.find(({ inside }) => inside.from <= interval.from && interval.to <= inside.to);
  return found === undefined || isOneToOne(found);
}

/** The pieces of an interval that lie wholly inside or outside of each translation. */
export function cutForTranslation(interval: Interval, translations: readonly Translation[]): readonly Interval[] {
  return cutIntervals([interval], sorted(translations.flatMap(({ inside }) => [inside.from, inside.to])));
}
