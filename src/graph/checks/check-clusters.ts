import { traits } from '../../vocabulary/kinds.js';
import type { Cluster, Element } from '../architecture.js';
import { type Checked, type JsonPath, quoted } from './report.js';

/** A cluster is an element of that kind with members of one other kind; its writer is one of them, and it needs no more than it has. */
export function checkClusters(checked: Checked): void {
  const { document, elementById, report } = checked;
  const clusters = new Set(document.clusters.map(({ id }) => id));
  document.elements.forEach((element, index) => {
    if (element.kind !== 'cluster' || clusters.has(element.id)) return;
    report(['elements', index], `the cluster ${quoted(element.id)} has no members: nothing under clusters has its id`, {
      at: element.at,
    });
  });
  for (const [index, cluster] of document.clusters.entries()) {
    const element = elementById.get(cluster.id);
    const path = ['clusters', index];
    const begin = `the cluster ${quoted(cluster.id)}`;
    if (element?.kind !== 'cluster') report(path, `${begin} is no element of kind cluster`, { at: element?.at });
    else checkMembers(cluster, element, path, checked);
  }
}

function checkMembers(
  cluster: Cluster,
  { at, facts }: Element,
  path: JsonPath,
  { elementById, report }: Checked,
): void {
  const { id, memberKind, members } = cluster;
  const wrong = (message: string): void => report([...path, 'members'], `the cluster ${quoted(id)} ${message}`, { at });
  if (members.length === 0) wrong('has no members');
  if (new Set(members).size < members.length) wrong('has the same member twice');
  if (memberKind === 'cluster') wrong('is one of clusters; members are single elements');
  for (const member of members.flatMap((name) => elementById.get(name) ?? [])) {
    if (member.kind === memberKind) continue;
    wrong(`is one of ${traits(memberKind).plural}, but ${quoted(member.id)} is a ${traits(member.kind).noun}`);
  }
  const { need, writer } = facts;
  if (need !== undefined && need > members.length) wrong(`needs ${need} of its ${members.length} members`);
  if (writer !== undefined && !members.includes(writer)) {
    wrong(`has the writer ${quoted(writer)}, which is none of its members`);
  }
}
