import { domainKinds, isOneOf, looseKinds, placeKinds, runningKinds } from '../../vocabulary/kind-groups.js';
import { type Kind, traits } from '../../vocabulary/kinds.js';
import { type Checked, quoted } from './report.js';

/** An element stands in what can hold one of its kind; some kinds stand in nothing. */
export function checkParents({ document, elementById, report }: Checked): void {
  document.elements.forEach(({ id, kind, parent, at }, index) => {
    const holder = parent === undefined ? undefined : elementById.get(parent);
    if (!holder || parent === id) return;
    const holders = holdersOf(kind);
    if (isOneOf(holders.kinds, holder.kind)) return;
    const message = `${quoted(id)}, of the kind ${kind}, cannot stand in ${quoted(holder.id)}, of the kind ${holder.kind}`;
    report(['elements', index, 'parent'], message, { at, hint: `${capital(traits(kind).plural)} ${holders.said}.` });
  });
}

interface Holders {
  readonly kinds: readonly Kind[];
  readonly said: string;
}

function holdersOf(kind: Kind): Holders {
  if (kind === 'record') return { kinds: ['dns'], said: 'stand in a DNS zone' };
  if (kind === 'cluster' || kind === 'region' || isOneOf(looseKinds, kind))
    return { kinds: [], said: 'stand in nothing' };
  if (kind === 'availabilityZone') return { kinds: ['region'], said: 'stand in a region, or in nothing' };
  if (kind === 'failureDomain') return { kinds: domainKinds, said: 'stand in another failure domain, or in nothing' };
  if (isOneOf(placeKinds, kind)) return { kinds: ['zone'], said: 'stand in a zone, or in nothing' };
  if (kind !== 'firewall') return { kinds: placeKinds, said: 'stand in a zone or on a server, or in nothing' };
  return { kinds: [...placeKinds, ...runningKinds], said: 'stand in a place or at what they guard, or in nothing' };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
