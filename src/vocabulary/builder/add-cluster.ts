import type { SourcePosition } from '../../graph/architecture.js';
import { addElement } from './add-element.js';
import type { ElementInside, Inside } from './draft.js';
import { complain, quoted } from './problems.js';
import { readTargets } from './targets.js';

/** A group behind one address. It listens as its first member does, and is used as one of them. */
export function addCluster(site: Inside, [name, given, facts]: unknown[], at: SourcePosition | undefined): Inside {
  const { draft } = site;
  const statement = { draft, at, of: `The cluster ${quoted(name)} has` };
  const members = readTargets(given, statement);
  const ids = members.map(({ element }) => element.id);
  const listeners = members[0]?.element.listeners ?? [];
  const cluster = addElement({ kind: 'cluster', name, facts, inside: site, at, listeners });
  const { need = 1, writer } = cluster.element.facts;
  const wrong = (message: string) => complain(statement, `${statement.of} ${message}.`);
  if (members.some((member) => member.members)) wrong('a cluster as a member; members are single elements');
  if (new Set(ids).size < ids.length) wrong('the same member twice');
  if (need > ids.length) wrong(`${ids.length} members, and cannot need ${need}`);
  if (writer !== undefined && !ids.includes(writer)) wrong(`a writer that is none of its members: ${quoted(writer)}`);
  const kind = members[0]?.kind ?? 'component';
  draft.clusters.push({ id: cluster.element.id, memberKind: kind, members: ids });
  return { ...cluster, kind, members } satisfies ElementInside;
}
