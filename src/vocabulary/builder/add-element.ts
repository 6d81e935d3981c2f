import type { ElementFacts, Listener, SourcePosition } from '../../graph/architecture.js';
import { type Kind, kinds, traits } from '../kinds.js';
import { claimPorts } from './claim-ports.js';
import type { DraftElement, Inside } from './draft.js';
import { nameProblem } from './names.js';
import { complain, quoted } from './problems.js';
import { type Facts, readFacts } from './read-facts.js';
import { readListeners } from './read-listeners.js';

/** What is to be added, and where. */
export interface Addition {
  readonly kind: Kind;
  readonly name: unknown;
  readonly facts: unknown;
  /** The site, a place, or what a firewall guards. */
  readonly inside: Inside;
  readonly at: SourcePosition | undefined;
  /** The last part of its id, where that is not the name: a record is `A www`, and called `www.foobar.com`. */
  readonly segment?: string;
  /** Where it begins a tier of its own. */
  readonly tier?: string;
  /** What a record or a cluster takes over from what stands behind it. */
  readonly listeners?: readonly Listener[];
}

/** Facts that say different things of different kinds stand under names of their own in the graph. */
const roleNames = new Map<Kind, string>([
  ['externalService', 'externalRole'],
  ['region', 'domainRole'],
  ['availabilityZone', 'domainRole'],
  ['failureDomain', 'domainRole'],
]);

/** Adds an element to its architecture. Mistakes become problems; what comes back can be used in any case. */
export function addElement(addition: Addition): Inside {
  const { kind, inside, at } = addition;
  const { draft, element: parent } = inside;
  const name = usableName(addition);
  const reading = { draft, at, of: quoted(name) };
  const own = addition.listeners ? [] : readListeners(addition.facts, reading);
  const listeners = addition.listeners ?? own.map(({ listener }) => listener);
  const element: DraftElement = {
    id: idOf(addition, name),
    kind,
    name,
    ...(parent ? { parent: parent.id } : {}),
    ...tierOf(addition, name),
    facts: elementFacts(kind, readFacts(addition.facts, reading)),
    ...(listeners.length > 0 ? { listeners } : {}),
    ...(kind === 'firewall' ? { rules: [] } : {}),
    ...(at ? { at } : {}),
  };
  keep(element, inside);
  claimPorts(draft, element, own);
  return { draft, kind, element };
}

function usableName({ kind, name, inside, at }: Addition): string {
  const wrong = nameProblem(name);
  if (wrong === undefined) return name as string;
  complain(inside.draft, at, `The name of a ${kinds[kind].noun} ${wrong}.`);
  return `${kind} ${inside.draft.elements.size + 1}`;
}

function idOf({ kind, inside, segment }: Addition, name: string): string {
  const start = inside.element?.id ?? (traits(kind).loose ? kind : undefined);
  return start === undefined ? (segment ?? name) : `${start}/${segment ?? name}`;
}

/** What stands in a tier's server belongs to the tier too, under its own name. */
function tierOf({ tier, inside }: Addition, name: string): { tier?: string } {
  const around = inside.element?.tier;
  if (tier !== undefined) return { tier };
  return around === undefined ? {} : { tier: `${around}/${name}` };
}

function elementFacts(kind: Kind, { role, ...facts }: Facts): ElementFacts {
  return role === undefined ? facts : { ...facts, [roleNames.get(kind) ?? 'role']: role };
}

function keep(element: DraftElement, { draft, element: parent }: Inside): void {
  const first = draft.elements.get(element.id);
  if (!first) {
    draft.elements.set(element.id, element);
    return;
  }
  const line = first.at === undefined ? '' : ` (first in line ${first.at.line})`;
  const place = parent ? quoted(parent.name) : 'the architecture';
  complain(
    draft,
    element.at,
    `${quoted(element.name)} stands twice in ${place}${line}.`,
    'Give one of them another name.',
  );
}
