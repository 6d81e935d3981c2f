import { type Label, labelsIn, listed } from '../../../analyses/faults/labels.js';
import type { Architecture, Element } from '../../../graph/architecture.js';
import type { Day } from '../../../vocabulary/units.js';
import { cleanText } from '../../text/clean-text.js';
import { graphemes } from '../../text/graphemes.js';
import { spokenName } from '../spoken.js';
import type { Aftermath } from './aftermath.js';

const longestName = 48;
const mostInTitle = 2;

/** A name as a line of a failure picture writes it: an endless one must not push the verdict out of the picture. */
export function shortened(name: string): string {
  const parts = graphemes(name);
  return parts.length > longestName ? `${parts.slice(0, longestName).join('')}…` : name;
}

/** `'web'`, or `'server-1/web'` where several have the name; providers are known by the simulation alone. */
export function quotedNames({ elements }: Architecture, { causes }: Pick<Aftermath, 'causes'>): Label {
  const known = new Set(elements);
  const label = labelsIn({ elements: [...elements, ...causes.filter((cause) => !known.has(cause))] });
  return (element) => `'${shortened(cleanText(label(element).slice(1, -1)) || '(no name)')}'`;
}

/** `what if server-1 fails?` */
export function questionOf(model: Architecture, failed: readonly Element[], on: Day | undefined): string {
  const when = on === undefined ? '' : ` on ${on}`;
  if (failed.length === 0) return on === undefined ? 'what if nothing fails?' : `what has run out${when}?`;
  const names = failed.map((element) => shortened(spokenName(model, element)));
  return `what if ${listed(names, mostInTitle)} ${failed.length === 1 ? 'fails' : 'fail'}${when}?`;
}

/** `With 'server-1' failed` */
export function premiseOf({ causes }: Aftermath, failed: readonly Element[], on: Day | undefined, name: Label): string {
  const expired = causes.filter((cause) => !failed.includes(cause));
  const parts = [told(failed.map(name), 'failed'), told(expired.map(name), 'run out')].filter((part) => part !== '');
  const when = on === undefined ? '' : ` on ${on}`;
  return `With ${parts.join(' and ') || 'nothing failed'}${when}`;
}

function told(names: readonly string[], what: string): string {
  return names.length === 0 ? '' : `${listed(names)} ${what}`;
}
