import type { Element, Flow, Pool } from '../../graph/architecture.js';
import { endpointsOf, listenerAt } from '../network/endpoints.js';
import { groupNode, planGroup } from './clusters.js';
import { neededOfPool } from './pool-need.js';
import { hasStandIns, standInNode } from './stand-ins.js';
import { nodeOf, nodeOnWay, type StructureDraft, type Way } from './structure-draft.js';

/** Turns flows into nodes: works while the flow finds its target, with all that lies on the way. */
export interface Approach {
  /** `index`: its place in the model. */
  flow(flow: Flow, index: number): number;
  /** One of the targets behind a record that the flow looks up: by way of these flows, from name to name. */
  behindName(flow: Flow, answers: readonly Flow[], target: Element): number;
  /** One member of a group that the flow leads to. */
  toMember(flow: Flow, cluster: Element, member: Element): number;
  pool(pool: Pool, flows: readonly Flow[], nodes: readonly number[]): number;
}

export function approachIn(draft: StructureDraft): Approach {
  const { universe, gates, ways } = draft;
  const { model } = universe;
  const plain = new Map<Element, number>();
  const alones = new Map<Element, boolean>();
  const looks = new Uint8Array(universe.elements.length);

  function flowNode(flow: Flow, index: number): number {
    const node = checkedNode(flow, index);
    return flow.facts.healthCheck === false && node !== gates.never
      ? gates.all([node, everyMember(flow, index)])
      : node;
  }

  /** Where nothing notices a dead member of a group, each of them is needed. Whoever keeps instances alike notices by itself. */
  function everyMember(flow: Flow, index: number): number {
    const to = universe.flowTo[index]!;
    const target = universe.elements[to]!;
    if (target.kind !== 'cluster' || covers(target)) return gates.always;
    const members = endpointsOf(model, target);
    return overSources(flow, (way) => gates.all(members.map((member) => nodeOnWay(draft, member, way))));
  }

  /** Most flows lead straight to an element, with nothing on the way that could fail: no list is made for these. */
  function checkedNode(flow: Flow, index: number): number {
    const to = universe.flowTo[index]!;
    if (to < 0) return gates.never;
    const target = universe.elements[to]!;
    const look = looks[to] || lookAt(to, target);
    if (look !== guarded && flow.facts.through === undefined && nothingBetween(flow, index, target)) {
      return look === alone ? to : reached(target, undefined);
    }
    return gates.all([...besides(flow), overSources(flow, (way) => reached(target, way))]);
  }

  /** Whether an element is reached as itself `alone`, `together` with its stand-ins, or by a way of its own (`guarded`). */
  function lookAt(to: number, target: Element): number {
    const isNamed = target.kind === 'record' || target.kind === 'cluster';
    const replicas = universe.replicasOf(target);
    const showsCertificate = showsAny(target) || replicas.some(({ element }) => showsAny(element));
    const look = isNamed || showsCertificate ? guarded : standsAlone(target) ? alone : together;
    looks[to] = look;
    return look;
  }

  function nothingBetween(flow: Flow, index: number, target: Element): boolean {
    if (ways.clear || ways.unguarded || flow.verb === 'resolvesTo') return true;
    const source = universe.elements[universe.flowFrom[index]!]!;
    const isGroup = source.kind === 'record' || source.kind === 'cluster';
    return !isGroup && looks[universe.flowTo[index]!] === alone && ways.areTogether(source, target);
  }

  function behindName(flow: Flow, answers: readonly Flow[], target: Element): number {
    const names = answers.map(({ from }) => nodeOf(draft, from));
    return gates.all([...names, ...besides(flow), overSources(flow, (way) => reached(target, way))]);
  }

  function toMember(flow: Flow, cluster: Element, member: Element): number {
    const reach = (way: Way) => nodeOnWay(draft, member, way);
    return gates.all([nodeOf(draft, cluster.id), ...besides(flow), overSources(flow, reach)]);
  }

  /** What is needed whatever the target: what it leads through. */
  function besides(flow: Flow): readonly number[] {
    return (flow.facts.through ?? []).map((id) => {
      const element = model.byId.get(id);
      return element ? reached(element, undefined) : gates.never;
    });
  }

  /** A group sends from whichever of its members works; each may have another way. */
  function overSources(flow: Flow, reach: (way: Way) => number): number {
    const source = model.byId.get(flow.from);
    if (ways.clear || !source || flow.verb === 'resolvesTo') return reach(undefined);
    const senders = endpointsOf(model, source);
    const nodes = senders.map((sender) => reach(wayFrom(flow, sender)));
    if (new Set(nodes).size <= 1) return nodes[0] ?? reach(undefined);
    const working = senders.map((sender, index) => gates.all([nodeOf(draft, sender.id), nodes[index]!]));
    return gates.atLeast(1, working);
  }

  function wayFrom(flow: Flow, sender: Element): Way {
    return (target) => {
      const { boxes, blockedBy } = ways.between(flow, sender, target);
      if (blockedBy) return [gates.never];
      return [...boxes.map((box) => nodeOf(draft, box.id)), ...certificateAt(flow, target)];
    };
  }

  /** What is shown where the flow arrives, which must not have run out: by a member, or for it by its group. */
  function certificateAt(flow: Flow, target: Element): readonly number[] {
    const ofGroup = model.clusterById.has(flow.to) ? model.listenerOf(flow) : undefined;
    const tls = (listenerAt(model, flow, target) ?? ofGroup)?.tls;
    return tls && tls.certificate !== undefined ? [nodeOf(draft, tls.certificate)] : [];
  }

  /** `above`: the names that led to a name. */
  function reached(target: Element, way: Way, above: readonly Element[] = []): number {
    if (!way) {
      const known = plain.get(target) ?? reachedOn(target, undefined);
      plain.set(target, known);
      return known;
    }
    // Most elements are reached as themselves alone: no matter how many copies they have, only their own way counts.
    if (isReachedAlone(target)) return nodeOnWay(draft, target, way);
    return isClear(target, way) ? reached(target, undefined) : reachedOn(target, way, above);
  }

  function isReachedAlone(target: Element): boolean {
    const known = alones.get(target);
    if (known !== undefined) return known;
    const answer = standsAlone(target);
    alones.set(target, answer);
    return answer;
  }

  function standsAlone(target: Element): boolean {
    const isGroup = target.kind === 'record' || target.kind === 'cluster';
    return !isGroup && !hasStandIns(draft, universe.replicasOf(target));
  }

  function isClear(target: Element, way: (member: Element) => readonly number[]): boolean {
    const replicas = universe.replicasOf(target).map(({ element }) => element);
    return [...endpointsOf(model, target), ...replicas].every((member) => way(member).length === 0);
  }

  function reachedOn(target: Element, way: Way, above: readonly Element[] = []): number {
    if (covers(target)) return gates.all([nodeOf(draft, target.id), anyWay(target, way)]);
    if (target.kind === 'record') return way ? namedNode(target, way, above) : nodeOf(draft, target.id);
    if (target.kind === 'cluster') return clusterNode(target, way);
    if (isReachedAlone(target)) return nodeOnWay(draft, target, way);
    const replicas = universe.replicasOf(target);
    return standInNode(draft, target, replicas, way, (replica) => confirming(replica.flow, replica.element, target));
  }

  /** A group or a name whose figure covers whatever is behind it. */
  function covers({ kind, id }: Element): boolean {
    const isGroup = kind === 'record' || kind === 'cluster';
    return isGroup && draft.chances?.coversNeeds(universe.indexOf.get(id) ?? -1) === true;
  }

  function anyWay(target: Element, way: Way): number {
    if (!way) return gates.always;
    return gates.atLeast(
      1,
      endpointsOf(model, target).map((member) => gates.all(way(member))),
    );
  }

  /** A replica confirms a write while it works and the primary's way to it does. */
  function confirming(flow: Flow, replica: Element, primary: Element): number {
    const way = ways.clear ? [] : wayFrom(flow, replica)!(primary);
    const through = (flow.facts.through ?? []).map((id) => nodeOf(draft, id));
    return gates.all([nodeOf(draft, replica.id), ...through, ...way]);
  }

  function clusterNode(target: Element, way: Way): number {
    const cluster = model.clusterById.get(target.id);
    const own = nodeOf(draft, target.id);
    return cluster && way ? gates.all([own, groupNode(draft, planGroup(draft, cluster), way)]) : own;
  }

  /** The name itself, and enough of what it answers with, by way of other names too, reached on the asker's way. */
  function namedNode(record: Element, way: Way, above: readonly Element[]): number {
    const names = [...above, record];
    const answers = model.outgoing(record).filter(({ verb }) => verb === 'resolvesTo');
    const nodeOfAnswer = (answer: Flow) => {
      const target = model.byId.get(answer.to);
      if (!target) return gates.never;
      // Names that lead to one another lead nowhere else.
      return names.includes(target) ? nodeOf(draft, target.id) : reached(target, way, names);
    };
    const single = answers.filter((answer) => answer.pool === undefined).map(nodeOfAnswer);
    const pools = [...new Set(answers.flatMap((answer) => answer.pool ?? []))].flatMap((id) => {
      const pool = model.poolById.get(id);
      const members = answers.filter((answer) => answer.pool === id);
      return pool ? [poolNode(pool, members, members.map(nodeOfAnswer))] : [];
    });
    return gates.all([nodeOf(draft, record.id), ...single, ...pools]);
  }

  function poolNode(pool: Pool, flows: readonly Flow[], nodes: readonly number[]): number {
    const { need, weights } = neededOfPool(pool, flows);
    return gates.atLeast(need, nodes, weights);
  }

  return { flow: flowNode, behindName, toMember, pool: poolNode };
}

/** How an element is reached; 0 stands for not looked at yet. */
const alone = 1;
const together = 2;
const guarded = 3;

function showsAny({ listeners }: Element): boolean {
  return listeners?.some(({ tls }) => tls !== undefined && tls !== false && tls.certificate !== undefined) ?? false;
}
