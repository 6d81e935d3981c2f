import type { Architecture, Element, Flow } from '../../../src/graph/architecture.js';

export type Mode = 'read' | 'write';
export type Works = ReadonlyMap<string, boolean>;

/**
 * The failure analysis as its definition reads: everything works until a sweep over all elements strikes nothing more. The
 * members of an element fail as `id#0`, `id#1`. Of the `others`, `takeover id` fails while a takeover of that group or
 * flow is in progress, and `promotion id` while somebody has not promoted another by hand.
 */
export function naiveWorks(
  model: Architecture,
  failed: ReadonlySet<string>,
  mode: Mode,
  others: readonly string[] = [],
): Works {
  const works = new Map<string, boolean>(model.elements.map(({ id }) => [id, true]));
  for (const id of [...model.elements.flatMap((element) => memberIds(model, element)), ...others]) {
    works.set(id, !failed.has(id));
  }
  for (const name of providersIn(model)) works.set(`provider/${name}`, !failed.has(`provider/${name}`));
  for (let changed = true; changed; ) {
    changed = false;
    for (const element of model.elements) {
      if (!works.get(element.id) || (!failed.has(element.id) && isFine(model, works, element, mode))) continue;
      works.set(element.id, false);
      changed = true;
    }
  }
  return works;
}

export function providersIn(model: Architecture): ReadonlySet<string> {
  return new Set(model.elements.flatMap(({ facts }) => facts.provider ?? []));
}

const up = (works: Works, id: string) => works.get(id) === true;

/** The instances of an element that can be lost one by one; none where it fails as one. */
export function memberIds(model: Architecture, element: Element): readonly string[] {
  const { length } = instancesOf(model, element);
  return length > 1 ? Array.from({ length }, (_, index) => `${element.id}#${index}`) : [];
}

/** Whether a figure covers the places and needs of its element. */
function coversNeeds({ kind, facts }: Element): boolean {
  const isThing = kind !== 'certificate' && kind !== 'account';
  const isTold = facts.availability !== undefined || facts.unavailability !== undefined || facts.mtbf !== undefined;
  return isThing && isTold && facts.availabilityIncludes === 'everything' && (kind !== 'firewall' || !!facts.appliance);
}

/** Somebody takes over for an active that is down: by itself, unless that is still going on, or by hand where it is told. */
function canTakeOver(works: Works, owner: Element | Flow, active: string): boolean {
  const { failover } = owner.facts;
  if (failover === 'manual') return up(works, `promotion ${owner.id}`);
  if (typeof failover !== 'object' || !up(works, failover.by)) return false;
  return up(works, active) || works.get(`takeover ${owner.id}`) !== false;
}

function isFine(model: Architecture, works: Works, element: Element, mode: Mode): boolean {
  const { facts } = element;
  const instances = instancesOf(model, element);
  const standing = instances.filter((domains) => domains.every((id) => up(works, id))).length;
  const quorum = element.kind === 'coordinator' ? Math.floor(instances.length / 2) + 1 : 1;
  if (standing < quorum) return false;
  if (coversNeeds(element)) return true;
  const place = placeOf(model, element);
  if (place && !up(works, place.id)) return false;
  if (facts.provider !== undefined && !up(works, `provider/${facts.provider}`)) return false;
  if (element.kind === 'cluster' && !serves(model, works, element, mode, () => true)) return false;
  return flowsAreFine(model, works, element, mode);
}

function placeOf(model: Architecture, element: Element): Element | undefined {
  const parent = element.parent === undefined ? undefined : model.byId.get(element.parent);
  if (element.kind !== 'firewall' || !parent) return parent;
  return [parent, ...model.ancestors(parent)].find(({ kind }) => kind === 'zone' || kind === 'server');
}

/** One list of domains for each instance. */
export function instancesOf(model: Architecture, element: Element): readonly (readonly string[])[] {
  const place = placeOf(model, element);
  const below = place ? instancesOf(model, place) : [[]];
  const { instances = 1, standsIn = [] } = element.facts;
  const count = typeof instances === 'number' ? instances : instances.min;
  const own = Array.from({ length: count }, (_, index) => {
    if (count === 1) return standsIn;
    const zones = standsIn.filter((id) => model.byId.get(id)?.kind === 'availabilityZone');
    const others = standsIn.filter((id) => !zones.includes(id));
    return zones.length > 1 ? [zones[index % zones.length]!, ...others] : standsIn;
  });
  const all = below.flatMap((domains) => own.map((list) => [...domains, ...list]));
  if (all.length === 1) return coversNeeds(element) ? [[]] : all;
  return all.map((domains, index) => [...(coversNeeds(element) ? [] : domains), `${element.id}#${index}`]);
}

export function counts({ verb }: Flow, mode: Mode): boolean {
  if (verb === 'reads') return mode === 'read';
  if (verb === 'writes') return mode === 'write';
  return ['visits', 'resolvesTo', 'balances', 'forwards', 'calls', 'publishes', 'consumes'].includes(verb);
}

export function requiredFlows(model: Architecture, element: Element, mode: Mode): readonly Flow[] {
  return model.outgoing(element).filter((flow) => counts(flow, mode) && flow.facts.optional !== true);
}

function flowsAreFine(model: Architecture, works: Works, element: Element, mode: Mode): boolean {
  const flows = requiredFlows(model, element, mode);
  return needsMet(model, flows, (flow) => flowIsFine(model, works, flow, mode));
}

function needsMet(model: Architecture, flows: readonly Flow[], fine: (flow: Flow) => boolean): boolean {
  if (!flows.filter(({ pool }) => pool === undefined).every(fine)) return false;
  return [...new Set(flows.flatMap(({ pool }) => pool ?? []))].every((id) => {
    const pool = model.poolById.get(id)!;
    const members = flows.filter((flow) => flow.pool === id);
    const weight = (flow: Flow) => pool.weights?.[pool.flows.indexOf(flow.id)] ?? 1;
    const left = members.filter(fine);
    if (members.some(({ facts }) => facts.healthCheck === false)) return left.length === members.length;
    if (pool.need >= 1) return left.length >= pool.need;
    const sum = (list: readonly Flow[]) => list.reduce((total, flow) => total + weight(flow), 0);
    return sum(left) >= pool.need * sum(members) - 1e-9;
  });
}

/** The flow finds its target: from any member of its source that works, with all that lies between. */
export function flowIsFine(model: Architecture, works: Works, flow: Flow, mode: Mode): boolean {
  const source = model.byId.get(flow.from)!;
  const target = model.byId.get(flow.to)!;
  const senders = membersOf(model, source);
  return (
    besidesAreFine(model, works, flow, mode) &&
    (flow.facts.healthCheck !== false || everyMemberWorks(model, works, flow)) &&
    senders.some((sender) => {
      if (senders.length > 1 && sender !== source && !up(works, sender.id) && differs(model, senders, flow))
        return false;
      return isUsable(model, works, target, mode, (to) => wayIsFine(model, works, flow, sender, to));
    })
  );
}

/** Where nothing notices a dead one, every member of a group is needed, from some sender. */
function everyMemberWorks(model: Architecture, works: Works, flow: Flow): boolean {
  const target = model.byId.get(flow.to)!;
  if (target.kind !== 'cluster' || coversNeeds(target)) return true;
  const senders = membersOf(model, model.byId.get(flow.from)!);
  return senders.some((sender) => {
    if (senders.length > 1 && !up(works, sender.id) && differs(model, senders, flow)) return false;
    return membersOf(model, target).every(
      (member) => up(works, member.id) && wayIsFine(model, works, flow, sender, member),
    );
  });
}

/** Whether it matters which member of a group sends. */
function differs(model: Architecture, senders: readonly Element[], flow: Flow): boolean {
  const target = model.byId.get(flow.to)!;
  const ends = membersOf(model, target);
  const boxes = senders.map((sender) => ends.map((end) => boxesOn(model, flow, sender, end).join()).join(';'));
  return new Set(boxes).size > 1;
}

export function besidesAreFine(model: Architecture, works: Works, flow: Flow, mode: Mode): boolean {
  return (flow.facts.through ?? []).every((id) => isUsable(model, works, model.byId.get(id)!, mode, () => true));
}

function membersOf(model: Architecture, element: Element): readonly Element[] {
  if (element.kind === 'cluster') return model.clusterById.get(element.id)!.members.map((id) => model.byId.get(id)!);
  if (element.kind !== 'record') return [element];
  return model.outgoing(element).flatMap((flow) => membersOf(model, model.byId.get(flow.to)!));
}

type WayFine = (to: Element) => boolean;

export function isUsable(model: Architecture, works: Works, target: Element, mode: Mode, fine: WayFine): boolean {
  const isGroup = target.kind === 'record' || target.kind === 'cluster';
  if (isGroup && coversNeeds(target)) return up(works, target.id) && membersOf(model, target).some(fine);
  if (target.kind === 'record') {
    const answers = requiredFlows(model, target, mode);
    return (
      up(works, target.id) &&
      needsMet(model, answers, (answer) => isUsable(model, works, model.byId.get(answer.to)!, mode, fine))
    );
  }
  if (target.kind === 'cluster') return up(works, target.id) && serves(model, works, target, mode, fine);
  return replicasServe(model, works, target, mode, fine);
}

/** A failover group, or any of its members. */
function serves(model: Architecture, works: Works, group: Element, mode: Mode, fine: WayFine): boolean {
  const { facts } = group;
  const { members: ids, memberKind } = model.clusterById.get(group.id)!;
  const members = ids.map((id) => model.byId.get(id)!);
  const left = members.filter((member) => up(works, member.id) && fine(member));
  if (left.length < (facts.need ?? (memberKind === 'coordinator' ? Math.floor(members.length / 2) + 1 : 1)))
    return false;
  if (mode === 'write' && facts.replication === 'synchronous' && !facts.degradesToAsynchronous) {
    if (left.length - 1 < (facts.acknowledgements ?? 1)) return false;
  }
  const oneServes =
    facts.mode === 'active-passive' ||
    facts.writer !== undefined ||
    (facts.failover !== undefined && facts.mode !== 'active-active');
  const isStore = memberKind === 'database';
  if (!oneServes || (mode === 'read' && isStore && facts.mode !== 'active-passive')) return true;
  const active = members.find(({ id }) => id === facts.writer) ?? members[0]!;
  return left.includes(active) || (canTakeOver(works, group, active.id) && left.length > 0);
}

function replicasServe(model: Architecture, works: Works, primary: Element, mode: Mode, fine: WayFine): boolean {
  const flows = model.incoming(primary).filter(({ verb }) => verb === 'replicates');
  const synchronous = mode === 'write' ? flows.filter(({ facts }) => facts.replication === 'synchronous') : [];
  const strict = synchronous.filter(({ facts }) => facts.degradesToAsynchronous !== true);
  const asked = Math.max(0, ...strict.map(({ facts }) => facts.acknowledgements ?? 1));
  const canUse = (element: Element) => up(works, element.id) && fine(element);
  const confirming = synchronous.filter(
    (flow) =>
      up(works, flow.from) &&
      (flow.facts.through ?? []).every((id) => up(works, id)) &&
      wayIsFine(model, works, flow, model.byId.get(flow.from)!, primary),
  );
  if (canUse(primary) && confirming.length >= asked) return true;
  return flows.some((flow) => {
    if (!canTakeOver(works, flow, primary.id)) return false;
    const others = synchronous.filter((other) => other !== flow && up(works, other.from));
    return canUse(model.byId.get(flow.from)!) && others.length >= asked;
  });
}

export function wayIsFine(model: Architecture, works: Works, flow: Flow, from: Element, to: Element): boolean {
  const tls = flow.verb === 'resolvesTo' ? undefined : to.listeners?.[0]?.tls;
  const shown = tls ? tls.certificate : undefined;
  return (shown === undefined || up(works, shown)) && boxesOn(model, flow, from, to).every((id) => up(works, id));
}

/** The appliances, or the pairs that they are, at every border between the stops of the flow. */
function boxesOn(model: Architecture, flow: Flow, from: Element, to: Element): readonly string[] {
  if (flow.verb === 'resolvesTo') return [];
  const stops = (flow.facts.through ?? []).map((id) => model.byId.get(id)!);
  const way = [from, ...stops, to];
  const boxes = new Set<string>();
  for (const [index, stop] of way.slice(1).entries()) {
    for (const zone of bordersBetween(model, way[index]!, stop)) {
      for (const box of boxesAt(model, zone)) boxes.add(box);
    }
  }
  return [...boxes].sort();
}

function bordersBetween(model: Architecture, from: Element, to: Element): readonly Element[] {
  const host = model.hostOf(from);
  if (from === to || (host && host === model.hostOf(to) && (host.facts.instances ?? 1) === 1)) return [];
  const left = model.ancestors(from);
  const right = model.ancestors(to);
  return [...left.filter((place) => !right.includes(place)), ...right.filter((place) => !left.includes(place))];
}

function boxesAt(model: Architecture, zone: Element): readonly string[] {
  const appliances = model.children(zone).filter(({ kind, facts }) => kind === 'firewall' && facts.appliance);
  return appliances.flatMap((box) => {
    const [cluster] = model.clustersOf(box);
    if (!cluster) return box.facts.failMode === 'open' ? [] : [box.id];
    const open = cluster.members.some((id) => model.byId.get(id)!.facts.failMode === 'open');
    return open ? [] : [cluster.id];
  });
}

/** A chain of working elements from the user to the store: depth first, step by step as it is defined. */
export function naiveReaches(model: Architecture, works: Works, mode: Mode, user: string, store: string): boolean {
  if (!up(works, user)) return false;
  const seen = new Set<string>([user]);
  const visit = (id: string): boolean => {
    if (id === store) return true;
    return stepsFrom(model, works, mode, model.byId.get(id)!).some((next) => {
      if (seen.has(next)) return false;
      seen.add(next);
      return visit(next);
    });
  };
  return visit(user);
}

function stepsFrom(model: Architecture, works: Works, mode: Mode, element: Element): readonly string[] {
  const promoted = model.incoming(element).flatMap((flow) => {
    return flow.verb === 'replicates' && canTakeOver(works, flow, element.id) && up(works, flow.from)
      ? [flow.from]
      : [];
  });
  if (!up(works, element.id) || element.kind === 'record') return promoted;
  const flows = requiredFlows(model, element, mode);
  return [...promoted, ...flows.flatMap((flow) => stepsAlong(model, works, mode, flow))];
}

function stepsAlong(model: Architecture, works: Works, mode: Mode, flow: Flow): readonly string[] {
  const target = model.byId.get(flow.to)!;
  if (!besidesAreFine(model, works, flow, mode)) return [];
  return endsBehind(model, works, mode, target).flatMap((end) => {
    const sent = (to: Element, use: (fine: WayFine) => boolean) =>
      membersOf(model, model.byId.get(flow.from)!).some((sender) =>
        use((reached) => wayIsFine(model, works, flow, sender, reached)),
      )
        ? [to.id]
        : [];
    const direct = sent(end, (fine) => isUsable(model, works, end, mode, fine));
    if (end.kind !== 'cluster' || !up(works, end.id)) return direct;
    const members = membersOf(model, end).flatMap((member) =>
      sent(member, (fine) => up(works, member.id) && fine(member)),
    );
    return [...direct, ...members];
  });
}

/** An element itself, or what a name and the names behind it answer with while they work. */
function endsBehind(model: Architecture, works: Works, mode: Mode, target: Element): readonly Element[] {
  if (target.kind !== 'record') return [target];
  if (!up(works, target.id)) return [];
  return requiredFlows(model, target, mode).flatMap(({ to }) => endsBehind(model, works, mode, model.byId.get(to)!));
}
