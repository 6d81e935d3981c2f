import type { Architecture } from '../../graph/architecture.js';
import { kinds } from '../../vocabulary/kinds.js';
import type { StrokeBundle } from './bundle-strokes.js';
import type { CastBox, CastGroup } from './cast.js';
import { softwareOf } from './detail-of.js';
import type { Box, Bundle, Group, Mark, Scene } from './scene.js';
import { joined, sentence, shownName, spokenNames } from './spoken.js';
import { storeRole } from './store-role.js';

/** `nginx: web server on server-1, nginx 1.26. It is there to …`. */
export function describeBox(model: Architecture, { element, alike }: CastBox, name: string): string {
  const host = model.hostOf(element);
  const software = softwareOf(element);
  const { noun, plural } = kinds[element.kind];
  const what =
    alike.length > 1 ? `${alike.length} ${plural} alike` : [storeRole(model, element), noun].filter(Boolean).join(' ');
  const where = host && alike.length === 1 ? ` on ${shownName(host)}` : '';
  const made = software === noun ? '' : `, ${software}`;
  const why = element.facts.why ?? element.facts.description;
  return [sentence(`${name}: ${what}${where}${made}`), why === undefined ? '' : sentence(why)]
    .filter(Boolean)
    .join(' ');
}

/** `server-1: server, Debian 12, with nginx and mysql.` */
export function describeGroup(
  { element, alike }: CastGroup,
  name: string,
  detail: string,
  members: readonly string[],
): string {
  const { noun, plural } = kinds[element.kind];
  const what = alike.length > 1 ? `${alike.length} ${plural} alike` : noun;
  return sentence(`${name}: ${[what, detail].filter(Boolean).join(', ')}, with ${joined(members)}`);
}

/** `From haproxy to nginx on server-1 and nginx on server-2: balances over, HTTP 80, in plaintext.` */
export function describeBundle(model: Architecture, { sources, targets, line, phrases }: StrokeBundle): string {
  const does = [...new Set(phrases.flatMap((phrase) => phrase.split(' and ')))].join(' and ');
  const says = line.sideBySide || does.startsWith(line.label) ? '' : line.label;
  const facts = [does, says, line.spoken ?? '', line.encryption].filter((fact) => fact !== '');
  return sentence(`From ${spokenNames(model, sources)} to ${spokenNames(model, targets)}: ${facts.join(', ')}`);
}

/** `Finding H2: …` */
export function describeMark({ letter, number, text, accepted, until }: Mark): string {
  const note = accepted ? ` (accepted${until === undefined ? '' : ` until ${until}`})` : '';
  return sentence(`Finding ${letter}${number}: ${text}${note}`);
}

/** The whole picture in words: what stands in it, what is connected, what was found. */
export function describeScene(parts: Pick<Scene, 'title' | 'boxes' | 'groups' | 'bundles' | 'marks'>): string {
  const { boxes, bundles, marks } = parts;
  return [
    `${count(boxes.length, 'element')}, ${count(bundles.length, 'connection')}, ${count(marks.length, 'finding')}.`,
    describeParts(parts),
    marks.length === 0 ? '' : `Findings: ${marks.map(describeMark).join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What stands in a picture, and what is connected. */
export function describeParts({ groups, boxes, bundles }: Pick<Scene, 'boxes' | 'groups' | 'bundles'>): string {
  return [section('Places', groups), section('Elements', boxes), section('Connections', bundles)]
    .filter((part) => part !== '')
    .join('\n');
}

function section(title: string, items: readonly (Box | Group | Bundle)[]): string {
  return items.length === 0 ? '' : `${title}: ${items.map(({ description }) => description).join(' ')}`;
}

/** `1 element`, `2 elements`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
