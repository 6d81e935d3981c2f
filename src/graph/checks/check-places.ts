import { traits } from '../../vocabulary/kinds.js';
import type { Element } from '../architecture.js';
import { type Checked, quoted } from './report.js';

/** Every element stands in something that exists, and nothing stands in itself; failure domains are what they are named as. */
export function checkPlaces(checked: Checked): void {
  const { document, elementById, report } = checked;
  const settled = new Set<Element>();
  document.elements.forEach((element, index) => {
    if (isInsideItself(element, checked, settled)) {
      report(['elements', index, 'parent'], `${quoted(element.id)} stands inside itself`, { at: element.at });
    }
    element.facts.standsIn?.forEach((id, position) => {
      const domain = elementById.get(id);
      if (!domain || traits(domain.kind).domain) return;
      report(
        ['elements', index, 'facts', 'standsIn', position],
        `${quoted(element.id)} stands in ${quoted(id)}, which is a ${traits(domain.kind).noun} and no failure domain`,
        { at: element.at, hint: 'Name a region, an availability zone or a failure domain.' },
      );
    });
  });
}

/** Each element is walked over once in all: `settled` are those whose way out was seen to end. */
function isInsideItself(element: Element, { elementById }: Checked, settled: Set<Element>): boolean {
  const way = new Set<Element>();
  for (let place: Element | undefined = element; place && !settled.has(place); place = parentOf(place)) {
    if (way.has(place)) return way.size > 0 && place === element;
    way.add(place);
  }
  for (const place of way) settled.add(place);
  return false;

  function parentOf(place: Element): Element | undefined {
    return place.parent === undefined ? undefined : elementById.get(place.parent);
  }
}
