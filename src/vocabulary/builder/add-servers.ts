import type { SourcePosition } from '../../graph/architecture.js';
import { addElement } from './add-element.js';
import { type Inside, insideOf } from './draft.js';
import { complain, quoted } from './problems.js';
import { readAll, type Statement } from './targets.js';

/** More than anybody writes a model of; a slip of the finger should not fill the memory. */
const most = 10_000;

/** Servers alike: so many, or one in each of some zones. What `fill` makes of each is handed back in their order. */
export function addServers(
  inside: Inside,
  [count, name, fill, facts]: unknown[],
  at: SourcePosition | undefined,
  makeHandle: (inside: Inside) => object,
): unknown[] {
  const { draft, element } = inside;
  const statement = { draft, at, of: 'servers(…) makes' };
  const tier = `${element ? `${element.id}/` : ''}${name}`;
  if (typeof fill !== 'function')
    complain(statement, `servers(…) needs a function that fills a server, not ${quoted(fill)}.`);
  return placesOf(count, inside, statement).map((place, index) => {
    const server = addElement({ kind: 'server', name: `${name}-${index + 1}`, facts, inside: place, at, tier });
    return typeof fill === 'function' ? fill(makeHandle(server), index) : undefined;
  });
}

function placesOf(count: unknown, inside: Inside, statement: Statement): Inside[] {
  if (typeof count === 'number') {
    const possible = count >= 1 && count <= most && Number.isInteger(count);
    if (!possible) complain(statement, `servers(…) makes 1 to ${most} of them, not ${count}.`);
    return Array.from({ length: possible ? count : 1 }, () => inside);
  }
  return readAll(count, statement, (zone) => {
    const place = insideOf(zone);
    if (place?.kind === 'zone' && place.draft === inside.draft) return place;
    complain(statement, `servers(…) takes a number or zones of this architecture, not ${quoted(zone)}.`);
    return undefined;
  });
}
