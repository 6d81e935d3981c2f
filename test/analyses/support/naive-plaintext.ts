import type { Hop } from '../../../src/analyses/transport/result.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { naiveMembers } from './naive-ways.js';

/** The flows of the plaintext span behind an element, by trying for every hop whether it leads to plaintext on a wire. */
export function naivePlaintext(
  model: Architecture,
  hops: readonly Hop[],
  start: string,
): readonly string[] | undefined {
  const requests = hops.filter(({ flow }) => ['visits', 'calls'].includes(flow.verb));
  const lookups = hops.filter(({ flow }) => flow.verb === 'resolvesTo');
  const groups = model.clusters.filter(({ members }) => members.includes(start)).map(({ id }) => id);
  const ends = namesOf(lookups, [start, ...groups]);
  if (![...requests, ...lookups].some(({ to, terminates }) => terminates && ends.includes(to.id))) return undefined;
  const isTls = ({ listener }: Hop) => listener?.protocol === 'https' || listener?.protocol === 'tls';
  const goesOn = (hop: Hop) => hop.encryption === 'plaintext' || (hop.encryption === 'local' && !isTls(hop));
  const leaving = (ids: readonly string[]) => requests.filter((hop) => ids.includes(hop.from.id) && goesOn(hop));
  const walkAll = (from: readonly string[], seen: readonly Hop[]): readonly Hop[] =>
    leaving(from).reduce((found, hop) => walk(hop, found), seen);
  const walk = (hop: Hop, seen: readonly Hop[]): readonly Hop[] =>
    seen.includes(hop) ? seen : walkAll(around(model, hop.to.id), [...seen, hop]);
  const walked = walkAll([...around(model, start), ...groups], []);
  const leads = (hop: Hop) => walk(hop, []).some(({ encryption }) => encryption === 'plaintext');
  const found = walked.some(({ encryption }) => encryption === 'plaintext')
    ? walked.filter(leads)
    : walked.filter(isLocalPlaintext);
  return found.length === 0 ? undefined : found.map(({ flow }) => flow.id).sort();
}

/** With the names that lead there, by other names or not. */
function namesOf(lookups: readonly Hop[], ids: readonly string[]): readonly string[] {
  const names = lookups
    .filter(({ to, from }) => ids.includes(to.id) && !ids.includes(from.id))
    .map(({ from }) => from.id);
  return names.length === 0 ? ids : namesOf(lookups, [...ids, ...names]);
}

function isLocalPlaintext({ encryption, listener }: Hop): boolean {
  return encryption === 'local' && listener?.protocol === 'http';
}

/** An element with all that answers behind it. */
function around(model: Architecture, id: string): readonly string[] {
  const direct = [
    ...model.flows.filter(({ verb, from }) => verb === 'resolvesTo' && from === id).map(({ to }) => to),
    ...(model.clusterById.get(id)?.members ?? []),
  ];
  return [...new Set([id, ...direct.flatMap((next) => around(model, next)), ...naiveMembers(model, id)])];
}
