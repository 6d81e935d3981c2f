import type { Architecture, Element } from '../../../src/graph/architecture.js';
import { isTls, type Leg, lookup, naiveMembers, takenBy, type Way } from './naive-ways.js';

/** Spans as their definition reads: every way is walked, cut into runs, and runs that belong together are put together. */

export interface NaiveSpan {
  readonly encryption: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly hops: readonly string[];
  readonly length: number;
  readonly users: readonly string[];
  readonly stores: readonly string[];
  readonly terminatedBy: readonly string[];
  readonly clientCertificate: string;
}

/** Which elements are taken for one, by joining lists until nothing more can be joined. */
export function naiveAlike(model: Architecture): (id: string) => string {
  const lists: string[][] = model.elements.map(({ id }) => [id]);
  const put = (ids: readonly string[]) => {
    const met = lists.filter((list) => list.some((id) => ids.includes(id)));
    for (const list of met) lists.splice(lists.indexOf(list), 1);
    lists.push(met.flat());
  };
  const kind = ({ id, kind: own }: Element) => (own === 'cluster' ? model.clusterById.get(id)!.memberKind : own);
  for (const { id, members } of model.clusters) put([id, ...members]);
  for (const a of model.elements) {
    for (const b of model.elements) {
      const tiers = a.tier !== undefined && a.tier === b.tier && a.kind === b.kind;
      if (tiers || (a.kind === 'user' && b.kind === 'user' && sameFlows(model, a.id, b.id))) put([a.id, b.id]);
    }
  }
  for (const pool of model.pools) {
    const targets = pool.flows.map((id) => model.byId.get(model.flowById.get(id)!.to)!);
    for (const target of targets) if (kind(target) === kind(targets[0]!)) put([targets[0]!.id, target.id]);
  }
  return (id) => lists.find((list) => list.includes(id))!.join('\n');
}

function sameFlows(model: Architecture, a: string, b: string): boolean {
  const told = (id: string) =>
    model.flows
      .filter(({ from }) => from === id)
      .map(({ verb, to, listener, facts }) =>
        JSON.stringify([verb, to, listener, facts.through, facts.carries, facts.authenticatedBy]),
      )
      .sort();
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}

interface Piece {
  readonly way: Way;
  readonly legs: readonly Leg[];
}

export function naiveSpans(model: Architecture, ways: readonly Way[]): readonly NaiveSpan[] {
  const alike = naiveAlike(model);
  let heaps: Piece[][] = [];
  for (const piece of ways.flatMap(piecesOf)) {
    const met = heaps.filter((heap) => heap.some((other) => belong(piece, other, alike)));
    heaps = [...heaps.filter((heap) => !met.includes(heap)), [piece, ...met.flat()]];
  }
  return heaps.map((heap) => spanOf(model, ways, heap, alike));
}

function piecesOf(way: Way): readonly Piece[] {
  const pieces: { way: Way; legs: Leg[] }[] = [];
  for (const leg of way.hops.flatMap(({ legs }) => legs)) {
    const before = pieces.at(-1)?.legs.at(-1);
    const goesOn = before && !before.ends && (before.code === leg.code || (isTls(before.code) && isTls(leg.code)));
    if (goesOn) pieces.at(-1)!.legs.push(leg);
    else pieces.push({ way, legs: [leg] });
  }
  return pieces;
}

/** They share a leg, or a leg of one starts as a leg of the other does. */
function belong(left: Piece, right: Piece, alike: (id: string) => string): boolean {
  return left.legs.some((a) => right.legs.some((b) => a.code === b.code && alike(a.from) === alike(b.from)));
}

function spanOf(
  model: Architecture,
  ways: readonly Way[],
  heap: readonly Piece[],
  alike: (id: string) => string,
): NaiveSpan {
  const legs = heap.flatMap((piece) => piece.legs);
  const ending = legs.filter(({ ends }) => ends);
  const all = (ids: readonly string[]) => model.elements.map(({ id }) => id).filter((id) => ids.includes(id));
  const flows = new Set(legs.map(({ flow }) => flow.id));
  const passing = ways.filter(({ hops }) => hops.some(({ flow }) => flows.has(flow.id)));
  const told = ending.length > 0 ? ending : legs;
  const code = !isTls(legs[0]!.code)
    ? legs[0]!.code
    : told.every((leg) => leg.code === 'mutual tls')
      ? 'mutual tls'
      : 'tls';
  const to = all(heap.map(({ way, legs: own }) => endOf(model, way, own.at(-1)!)));
  const from = all(heap.map((piece) => piece.legs[0]!.from));
  return {
    encryption: code,
    from,
    to,
    hops: model.flows.map(({ id }) => id).filter((id) => flows.has(id)),
    length: lengthOf(model, legs, from.map(alike), to.map(alike), alike),
    users: all(passing.map(({ user }) => user)),
    stores: all(passing.map(({ store }) => store)),
    terminatedBy: code === 'tunnel' ? to : all(ending.flatMap((leg) => behind(model, leg.to))),
    clientCertificate: worst(
      ways.flatMap((way) =>
        fates(model, way).flatMap((fate, index) => (flows.has(way.hops[index]!.flow.id) ? fate : [])),
      ),
    ),
  };
}

/** Every distance between groups of alike elements made shorter until none can be; then the longest of those asked for. */
function lengthOf(
  model: Architecture,
  legs: readonly Leg[],
  from: readonly string[],
  to: readonly string[],
  alike: (id: string) => string,
): number {
  const steps = legs.flatMap((leg) => behind(model, leg.to).map((id) => [alike(leg.from), alike(id)] as const));
  const groups = [...new Set([...from, ...to, ...steps.flat()])];
  const key = (a: string, b: string) => `${a} → ${b}`;
  const known = new Map<string, number>(steps.map(([a, b]) => [key(a, b), 1]));
  for (const group of groups) known.set(key(group, group), 0);
  const distance = (a: string, b: string) => known.get(key(a, b)) ?? Number.POSITIVE_INFINITY;
  for (const over of groups) {
    for (const a of groups) {
      for (const b of groups) known.set(key(a, b), Math.min(distance(a, b), distance(a, over) + distance(over, b)));
    }
  }
  return Math.max(1, ...from.flatMap((a) => to.map((b) => distance(a, b)).filter(Number.isFinite)));
}

/** Where a way leaves a leg: behind a name, the place that it leads to. */
function endOf(model: Architecture, way: Way, leg: Leg): string {
  if (model.byId.get(leg.to)!.kind !== 'record') return leg.to;
  return way.landings[way.hops.findIndex(({ flow }) => flow.id === leg.flow.id)]!;
}

function behind(model: Architecture, id: string): readonly string[] {
  if (model.byId.get(id)!.kind !== 'record') return [id];
  return model.flows.filter((flow) => lookup(flow) && flow.from === id).flatMap(({ to }) => behind(model, to));
}

function worst(fates: readonly string[]): string {
  return ['lost', 'unknown', 'kept'].find((fate) => fates.includes(fate)) ?? 'not asked';
}

/** Hop by hop of a way, what may have become of the user's certificate. */
function fates(model: Architecture, way: Way): readonly (readonly string[])[] {
  let isOwn = true;
  let now: readonly string[] = ['not asked'];
  return way.hops.map((hop, index) => {
    const { code, ends } = takenBy(model, hop.flow);
    const told = isOwn ? [hop.asks ? 'kept' : 'not asked'] : now;
    if (isOwn && isTls(code) && !ends) return told;
    isOwn = false;
    const next = way.hops[index + 1]?.flow.from;
    now = ends && next !== undefined ? told.flatMap((fate) => handOn(model, next, fate)) : told;
    return told;
  });
}

function handOn(model: Architecture, id: string, fate: string): readonly string[] {
  if (fate !== 'kept' && fate !== 'unknown') return [fate];
  return naiveMembers(model, id).map((member) => {
    const { kind, facts } = model.byId.get(member)!;
    if (kind !== 'loadBalancer' && kind !== 'cdn') return fate;
    if (facts.forwardsClientCertificate === false) return 'lost';
    return facts.forwardsClientCertificate ? fate : 'unknown';
  });
}
