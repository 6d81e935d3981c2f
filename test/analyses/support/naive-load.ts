import type { Architecture, Element, Flow } from '../../../src/graph/architecture.js';
import { verbs } from '../../../src/vocabulary/verbs.js';
import { besidesAreFine, flowIsFine, isUsable, type Mode, naiveWorks, type Works, wayIsFine } from './naive-faults.js';

type Access = 'read' | 'write' | 'any';
type Demand = Map<string, number>;

/** What works in each mode while something is failed. */
export type State = Readonly<Record<Mode, Works>>;

export function stateWithout(model: Architecture, failed: ReadonlySet<string>): State {
  return { read: naiveWorks(model, failed, 'read'), write: naiveWorks(model, failed, 'write') };
}

const accessOf = ({ verb }: Flow): Access => (verb === 'reads' ? 'read' : verb === 'writes' ? 'write' : 'any');
const modesOf = (access: Access): readonly Mode[] => (access === 'any' ? ['read', 'write'] : [access]);

function isUp(state: State, id: string, access: Access): boolean {
  return modesOf(access).some((mode) => state[mode].get(id) === true);
}

/** The flows of one call: a pool, or one flow alone. */
function callsIn(model: Architecture): readonly (readonly Flow[])[] {
  const carrying = model.flows.filter(({ verb }) => verbs[verb].sort === 'traffic' && verb !== 'resolvesTo');
  const pools = model.pools
    .map(({ id }) => carrying.filter(({ pool }) => pool === id))
    .filter(({ length }) => length > 0);
  return [...pools, ...carrying.filter(({ pool }) => pool === undefined).map((flow) => [flow])];
}

/** Before and after a failure: constants grow as what arrives at their source does. */
export interface Before {
  readonly demand: Demand;
  readonly incomplete: ReadonlySet<string>;
}

/**
 * The demand by its definition: round by round every element sends on what it got in the round before, call by call and
 * way by way, until nothing changes. Undefined where that never ends.
 */
export function naiveDemand(model: Architecture, state: State, before?: Before, extra = 0): Demand | undefined {
  const calls = callsIn(model).map((call) => ({ call, parts: [...partsOf(model, state, call)] }));
  let demand: Demand = new Map();
  for (let round = 0; round < 3_000; round += 1) {
    const next: Demand = new Map(model.elements.map(({ id }) => [id, extra]));
    for (const { call, parts } of calls) {
      const amount = amountOf(call, demand, before);
      for (const [id, part] of parts) add(next, id, amount * part);
    }
    if (isSame(demand, next)) return next;
    demand = next;
  }
  return undefined;
}

/** Whether a request more everywhere would go round for ever. */
export function goesRoundForEver(model: Architecture, state: State, before?: Before): boolean {
  return naiveDemand(model, state, before, 1) === undefined;
}

function isSame(before: Demand, after: Demand): boolean {
  return [...after].every(([id, value]) => {
    return Number.isFinite(value) && Math.abs(value - (before.get(id) ?? 0)) <= 1e-13 * value;
  });
}

function amountOf([flow]: readonly Flow[], demand: Demand, before: Before | undefined): number {
  const { from, facts } = flow!;
  const arriving = demand.get(from) ?? 0;
  if (facts.requestsPerSecond === undefined) return arriving * (facts.perRequest ?? 1);
  const usual = before?.demand.get(from) ?? 0;
  const scales = before !== undefined && usual > 0 && !before.incomplete.has(from);
  return scales ? (facts.requestsPerSecond * arriving) / usual : facts.requestsPerSecond;
}

/** What each element gets of one request of a call. */
function partsOf(model: Architecture, state: State, call: readonly Flow[]): Demand {
  const parts: Demand = new Map();
  const access = accessOf(call[0]!);
  if (!isUp(state, call[0]!.from, access)) return parts;
  const open = call.filter((flow) => modesOf(access).some((mode) => passes(model, state, flow, mode)));
  const pool = model.poolById.get(call[0]!.pool ?? '');
  for (const [flow, part] of sharesOf(open, (one) => pool?.weights?.[pool.flows.indexOf(one.id)] ?? 1)) {
    for (const id of flow.facts.through ?? [])
      arrive(model, state, undefined, model.byId.get(id)!, access, part, parts);
    arrive(model, state, flow, model.byId.get(flow.to)!, access, part, parts);
  }
  return parts;
}

function passes(model: Architecture, state: State, flow: Flow, mode: Mode): boolean {
  const counts = flow.verb === 'reads' ? mode === 'read' : flow.verb === 'writes' ? mode === 'write' : true;
  return counts && flowIsFine(model, state[mode], flow, mode);
}

function sharesOf<T>(open: readonly T[], weight: (one: T) => number): readonly (readonly [T, number])[] {
  const all = open.reduce((sum, one) => sum + weight(one), 0);
  return open.map((one) => [one, weight(one) / all]);
}

function add(to: Demand, id: string, amount: number): void {
  to.set(id, (to.get(id) ?? 0) + amount);
}

/** Requests come to an element: through a name, to a group or to a primary they go on to who takes them. */
function arrive(
  model: Architecture,
  state: State,
  flow: Flow | undefined,
  target: Element,
  access: Access,
  amount: number,
  to: Demand,
): void {
  if (target.kind === 'record') {
    add(to, target.id, amount);
    const answers = model.outgoing(target).filter((answer) => {
      return modesOf(access).some((mode) => answerIsFine(model, state[mode], flow!, answer, mode));
    });
    for (const [answer, part] of sharesOf(answers, () => 1)) {
      arrive(model, state, flow, model.byId.get(answer.to)!, access, amount * part, to);
    }
  } else if (target.kind === 'cluster') {
    add(to, target.id, amount);
    const members = membersThatServe(model, target, access).filter((member) => {
      return modesOf(access).some((mode) => memberIsFine(model, state[mode], flow, target, member, mode));
    });
    const serving = servesAlone(model, target, access) ? members.slice(0, 1) : members;
    for (const [member, part] of sharesOf(serving, () => 1)) add(to, member.id, amount * part);
  } else {
    const taking = [target, ...replicasOf(model, target, state, access)].find(({ id }) => isUp(state, id, access));
    if (taking) add(to, taking.id, amount);
  }
}

function answerIsFine(model: Architecture, works: Works, flow: Flow, answer: Flow, mode: Mode): boolean {
  const source = model.byId.get(flow.from)!;
  const target = model.byId.get(answer.to)!;
  return (
    works.get(answer.from) === true &&
    besidesAreFine(model, works, flow, mode) &&
    isUsable(model, works, target, mode, (end) => wayIsFine(model, works, flow, source, end))
  );
}

function memberIsFine(
  model: Architecture,
  works: Works,
  flow: Flow | undefined,
  cluster: Element,
  member: Element,
  mode: Mode,
): boolean {
  if (works.get(cluster.id) !== true || works.get(member.id) !== true) return false;
  if (!flow) return true;
  const source = model.byId.get(flow.from)!;
  return besidesAreFine(model, works, flow, mode) && wayIsFine(model, works, flow, source, member);
}

function servesAlone(model: Architecture, { id, facts }: Element, access: Access): boolean {
  const isFailover = facts.failover !== undefined && facts.mode !== 'active-active';
  const oneServes = facts.mode === 'active-passive' || facts.writer !== undefined || isFailover;
  const isStore = model.clusterById.get(id)!.memberKind === 'database';
  return oneServes && !(access === 'read' && isStore && facts.mode !== 'active-passive');
}

/** The active member first where one serves alone. */
function membersThatServe(model: Architecture, cluster: Element, access: Access): readonly Element[] {
  const members = model.clusterById.get(cluster.id)!.members.map((id) => model.byId.get(id)!);
  if (!servesAlone(model, cluster, access)) return members;
  const active = members.find(({ id }) => id === cluster.facts.writer) ?? members[0]!;
  return [active, ...members.filter((member) => member !== active)];
}

function replicasOf(model: Architecture, primary: Element, state: State, access: Access): readonly Element[] {
  return model.incoming(primary).flatMap(({ verb, from, facts: { failover } }) => {
    if (verb !== 'replicates' || typeof failover !== 'object') return [];
    const promotes = modesOf(access).some((mode) => state[mode].get(failover.by) && state[mode].get(from));
    return promotes ? [model.byId.get(from)!] : [];
  });
}

/** Everything that a flow may ever lead to. */
function endsOf(model: Architecture, id: string): readonly string[] {
  const element = model.byId.get(id)!;
  if (element.kind === 'record') return [id, ...model.outgoing(element).flatMap(({ to }) => endsOf(model, to))];
  if (element.kind === 'cluster') return [id, ...model.clusterById.get(id)!.members];
  const replicas = model
    .incoming(element)
    .filter(({ verb, facts }) => verb === 'replicates' && typeof facts.failover === 'object');
  return [id, ...replicas.map(({ from }) => from)];
}

/** The elements of which the demand may be more than what is known, again by rounds over all flows. */
export function naiveIncomplete(model: Architecture): ReadonlySet<string> {
  const flows = callsIn(model).flat();
  const ends = new Map(
    flows.map((flow) => [flow, [flow.to, ...(flow.facts.through ?? [])].flatMap((id) => endsOf(model, id))]),
  );
  const told = (flow: Flow) => flow.facts.requestsPerSecond !== undefined;
  const asked = new Set([...ends.values()].flat());
  const origins = model.elements.map(({ id }) => id).filter((id) => !asked.has(id));
  const spread = (from: ReadonlySet<string>, begins: (flow: Flow) => boolean, stops: (flow: Flow) => boolean) => {
    const found = new Set(from);
    for (let size = -1; size !== found.size; ) {
      size = found.size;
      for (const flow of flows) {
        if (begins(flow) || (found.has(flow.from) && !stops(flow))) for (const id of ends.get(flow)!) found.add(id);
      }
    }
    return found;
  };
  const entered = spread(new Set(origins), told, () => false);
  const unentered = model.elements.map(({ id }) => id).filter((id) => !entered.has(id));
  return spread(new Set([...origins, ...unentered]), () => false, told);
}
