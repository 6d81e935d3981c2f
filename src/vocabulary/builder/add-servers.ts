import type { SourcePosition } from '../../graph/architecture.js';
import { addElement } from './add-element.js';
import { type Inside, insideOf } from './draft.js';
import { complain, quoted } from './problems.js';
import { unfold } from './targets.js';

/** More than anybody writes a model of; a slip of the finger should not fill the memory. */
const most = 10_000;

/** Servers alike: so many, or one in each of some zones. What `fill` makes of each is handed back in their order. */
export function addServers(
  inside: Inside,
  [count, name, fill, facts]: unknown[],
  at: SourcePosition | undefined,
  makeHandle: (inside: Inside) => object,
): unknown[] {
  const tier = inside.element ? `${inside.element.id}/${String(name)}` : String(name);
  return placesOf(count, inside, at).map((place, index) => {
    const server = addElement({ kind: 'server', name: `${String(name)}-${index + 1}`, facts, inside: place, at, tier });
    if (typeof fill === 'function') return fill(makeHandle(server), index);
    if (index === 0)
      complain(inside.draft, at, `servers(…) needs a function that fills a server, not ${quoted(fill)}.`);
    return undefined;
  });
}

function placesOf(count: unknown, inside: Inside, at: SourcePosition | undefined): Inside[] {
  if (typeof count === 'number') {
    if (Number.isInteger(count) && count >= 1 && count <= most) return Array.from({ length: count }, () => inside);
    complain(inside.draft, at, `servers(…) makes 1 to ${most} of them, not ${quoted(count)}.`);
    return [inside];
  }
  const zones = unfold(count).flatMap((zone) => {
    const place = insideOf(zone);
    if (place?.kind === 'zone' && place.draft === inside.draft) return place;
    complain(inside.draft, at, `servers(…) takes a number or zones of this architecture, not ${quoted(zone)}.`);
    return [];
  });
  if (zones.length === 0) complain(inside.draft, at, 'servers(…) was given no zone to stand in.');
  return zones;
}
