import { traits } from '../../vocabulary/kinds.js';
import type { Element } from '../architecture.js';
import { type Checked, quoted } from './report.js';

/** Every element stands in something that exists, and nothing stands in itself; failure domains are what they are named as. */
export function checkPlaces(checked: Checked): void {
  const { document, elementById, report } = checked;
  const depthOf = depths(checked);
  document.elements.forEach((element, index) => {
    const depth = depthOf.get(element);
    const wrong = depth === undefined ? 'inside itself' : depth === deepest + 1 ? `in more than ${deepest} places` : '';
    if (wrong !== '') {
      report(['elements', index, 'parent'], `${quoted(element.id)} stands ${wrong}`, { at: element.at });
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

/** Nobody nests so deep; the analyses and drawings walk down and up all places of an element. */
const deepest = 100;

/** How many places each element stands in; undefined of one that stands inside itself. Each is walked over once in all. */
function depths({ document, elementById }: Checked): ReadonlyMap<Element, number | undefined> {
  const known = new Map<Element, number | undefined>();
  for (const element of document.elements) {
    const way: Element[] = [];
    const seen = new Set<Element>();
    let place: Element | undefined = element;
    for (; place && !known.has(place) && !seen.has(place); place = elementById.get(place.parent ?? '')) {
      way.push(place);
      seen.add(place);
    }
    const circle = place && seen.has(place) ? way.splice(way.indexOf(place)) : [];
    for (const one of circle) known.set(one, undefined);
    let depth = place && circle.length === 0 ? (known.get(place) ?? 0) + 1 : 0;
    for (const one of way.reverse()) known.set(one, depth++);
  }
  return known;
}
