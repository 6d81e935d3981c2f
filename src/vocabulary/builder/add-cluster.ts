import type { SourcePosition } from '../../graph/architecture.js';
import { addElement } from './add-element.js';
import type { Draft, DraftElement, Inside } from './draft.js';
import { complain, quoted } from './problems.js';
import { type ElementInside, readTargets } from './targets.js';

/** A group behind one address. It listens as its first member does, and is used as one of them. */
export function addCluster(draft: Draft, [name, given, facts]: unknown[], at: SourcePosition | undefined): Inside {
  const of = `The cluster ${quoted(name)}`;
  const members = readTargets(given, { draft, at, statement: `${of} consists of` });
  for (const member of members) {
    if (member.members) complain(draft, at, `${of} has a cluster as a member; a cluster's members are elements.`);
  }
  if (new Set(members.map(({ element }) => element)).size < members.length)
    complain(draft, at, `${of} names a member twice.`);
  const listeners = members[0]?.element.listeners ?? [];
  const added = addElement({
    kind: 'cluster',
    name,
    facts,
    inside: { draft, kind: 'site' },
    at,
    listeners,
  }) as ElementInside;
  const memberKind = members[0]?.kind;
  if (memberKind === undefined || memberKind === 'site') return added;
  checkFacts(draft, added.element, members, of);
  draft.clusters.push({ id: added.element.id, memberKind, members: members.map((member) => member.element.id) });
  return { ...added, kind: memberKind, members };
}

function checkFacts(draft: Draft, { facts, at }: DraftElement, members: readonly ElementInside[], of: string): void {
  if (facts.need !== undefined && facts.need > members.length) {
    complain(draft, at, `${of} has ${members.length} members; it cannot need ${facts.need} of them.`);
  }
  if (facts.writer !== undefined && !members.some(({ element }) => element.id === facts.writer)) {
    complain(draft, at, `${of} has a writer that is none of its members: ${quoted(facts.writer)}.`);
  }
}
