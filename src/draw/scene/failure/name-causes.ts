import { type Label, listed } from '../../../analyses/faults/labels.js';
import type { Architecture, Element } from '../../../graph/architecture.js';
import { kinds } from '../../../vocabulary/kinds.js';
import type { Day } from '../../../vocabulary/units.js';
import { cleanText } from '../../text/clean-text.js';
import { graphemes } from '../../text/graphemes.js';
import { shownName, spokenName } from '../spoken.js';
import type { Aftermath } from './aftermath.js';

const longestName = 48;

/** A name as a line of a failure picture writes it: an endless one must not push the verdict out of the picture. */
export function shortened(name: string, longest = longestName): string {
  const parts = graphemes(name);
  return parts.length > longest ? `${parts.slice(0, longest).join('')}…` : name;
}

/** `web`; `web on server-1` where several have the name, else `DNS record web`, and `server-1/web` where nothing else tells. */
export function namesIn(model: Architecture): Label {
  const plain = tally(model.elements.map(shownName));
  const placed = tally(model.elements.map((element) => spokenName(model, element)));
  const ofKind = tally(model.elements.map(nameWithKind));
  return (element) => {
    const [short, onServer, withKind] = [shownName(element), spokenName(model, element), nameWithKind(element)];
    if (!isShared(plain, short)) return shortened(short);
    if (!isShared(placed, onServer)) return shortened(onServer);
    return shortened(isShared(ofKind, withKind) ? cleanText(element.id) : withKind);
  };
}

export function quoted(name: Label): Label {
  return (element) => `'${name(element)}'`;
}

function nameWithKind(element: Element): string {
  return `${kinds[element.kind].noun} ${shownName(element)}`;
}

function isShared(times: ReadonlyMap<string, number>, name: string): boolean {
  return (times.get(name) ?? 0) > 1;
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** `what if server-1 fails?` */
export function questionOf(failed: readonly Element[], on: Day | undefined, name: Label): string {
  if (failed.length === 0) return on === undefined ? 'what if nothing fails?' : `what has run out by ${on}?`;
  const when = on === undefined ? '' : ` on ${on}`;
  return `what if ${listed(failed.map(name))} ${failed.length === 1 ? 'fails' : 'fail'}${when}?`;
}

/** `With 'server-1' failed and 'www' run out by 2027-02-01` */
export function premiseOf(
  { expired }: Aftermath,
  failed: readonly Element[],
  on: Day | undefined,
  name: Label,
): string {
  const when = on === undefined ? '' : ` on ${on}`;
  if (expired.length === 0) return `With ${listed(failed.map(name)) || 'nothing'} failed${when}`;
  const others = failed.length === 0 ? '' : `${listed(failed.map(name))} failed and `;
  return `With ${others}${listed(expired.map(name))} run out by ${on}`;
}
