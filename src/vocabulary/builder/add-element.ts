import type { ElementFacts, Listener, SourcePosition } from '../../graph/architecture.js';
import { domainKinds, isOneOf, looseKinds, spoken } from '../kind-groups.js';
import type { Kind } from '../kinds.js';
import { claimPorts } from './claim-ports.js';
import { contradiction } from './contradiction.js';
import type { DraftElement, ElementInside, Inside } from './draft.js';
import { nameProblem } from './names.js';
import { complain, quoted } from './problems.js';
import { readEntries } from './read-entries.js';
import { type Facts, factsOf } from './read-facts.js';
import { readListeners } from './read-listeners.js';
import { told } from './told.js';

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

/** Adds an element to its architecture. Mistakes become problems; what comes back can be used in any case. */
export function addElement(addition: Addition): ElementInside {
  const { kind, inside, at } = addition;
  const { draft, element: parent } = inside;
  const name = usableName(addition);
  const reading = { draft, at, of: `'${name}'` };
  const entries = readEntries(addition.facts, reading);
  const own = readListeners(entries.find(([fact]) => fact === 'listens')?.[1], reading);
  const listeners = addition.listeners ?? own;
  const element = told({
    id: idOf(addition, name),
    kind,
    name,
    parent: parent?.id,
    tier: tierOf(addition, name),
    facts: elementFacts(kind, factsOf(entries, reading)),
    listeners: listeners.length > 0 ? listeners : undefined,
    rules: kind === 'firewall' ? [] : undefined,
    at,
  }) as DraftElement;
  const wrong = contradiction(element.facts);
  if (wrong !== undefined) complain(reading, `${reading.of} ${wrong}.`);
  keep(element, inside);
  claimPorts(draft, element, own);
  return { draft, kind, element };
}

function usableName({ kind, name, inside, at }: Addition): string {
  const wrong = nameProblem(name);
  if (wrong === undefined) return name as string;
  complain({ draft: inside.draft, at }, `The name of a ${spoken(kind)} ${wrong}.`);
  return `${kind} ${inside.draft.elements.size + 1}`;
}

/** Loose kinds stand in no place: their ids begin with the kind. */
function idOf({ kind, inside, segment }: Addition, name: string): string {
  const loose = kind === 'cluster' || isOneOf(looseKinds, kind) || isOneOf(domainKinds, kind);
  const start = inside.element?.id ?? (loose ? kind : undefined);
  return (start === undefined ? '' : `${start}/`) + (segment ?? name);
}

/** What stands in a tier's server belongs to the tier too, under its own name. */
function tierOf({ tier, inside }: Addition, name: string): string | undefined {
  const around = inside.element?.tier;
  return tier ?? (around === undefined ? undefined : `${around}/${name}`);
}

/** Facts that say different things of different kinds stand under names of their own in the graph. */
function elementFacts(kind: Kind, { role, ...facts }: Facts): ElementFacts {
  const domain = isOneOf(domainKinds, kind);
  const roleName = kind === 'externalService' ? 'externalRole' : domain ? 'domainRole' : 'role';
  return role === undefined ? facts : { ...facts, [roleName]: role };
}

function keep(element: DraftElement, { draft, element: parent }: Inside): void {
  const { id, name, at } = element;
  const first = draft.elements.get(id);
  if (!first) {
    draft.elements.set(id, element);
    return;
  }
  const place = parent ? quoted(parent.name) : 'the architecture';
  const line = first.at ? ` (first in line ${first.at.line})` : '';
  complain({ draft, at }, `${quoted(name)} stands twice in ${place}${line}.`, 'Give one of them another name.');
}
