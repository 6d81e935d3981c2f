import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { type Arm, type DemandDraft, draftDemand, type Group } from './demand-draft.js';
import { type Destinations, destinationsIn } from './destinations.js';
import type { Factor } from './factors.js';
import type { Statement } from './statements.js';
import { nodesOfElement, type Working } from './working.js';

/** The equations of a model: what each statement sends, and where it goes. */
export interface WrittenDemand {
  readonly variables: number;
  readonly groups: readonly Group[];
  /** The group of each statement; undefined for those that take from queues. */
  readonly groupOf: ReadonlyMap<Statement, Group>;
}

export function writeDemand(
  working: Working,
  statements: readonly Statement[],
  factors: readonly Factor[],
): WrittenDemand {
  const { universe } = working;
  const draft = draftDemand(universe.elements.length);
  const numbers = new Map(universe.model.flows.map((flow, index) => [flow, index]));
  const flowNumber = (flow: Flow) => numbers.get(flow) ?? -1;
  const ground = {
    working,
    draft,
    flowNumber,
    to: destinationsIn(working, draft, flowNumber, namesThatTell(statements)),
  };
  const groupOf = new Map<Statement, Group>();
  for (const [index, statement] of statements.entries()) {
    if (statement.flows[0]!.verb === 'consumes') continue;
    const group = groupFor(ground, statement, factors[index]!);
    if (!group) continue;
    groupOf.set(statement, group);
    draft.add(group);
  }
  for (const group of consumption(ground, statements)) draft.add(group);
  return { variables: draft.variables(), groups: draft.groups, groupOf };
}

interface Ground {
  readonly working: Working;
  readonly draft: DemandDraft;
  readonly flowNumber: (flow: Flow) => number;
  readonly to: Destinations;
}

function namesThatTell(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ flows: [first] }) => (first?.verb === 'resolvesTo' ? [first.from] : [])));
}

function groupFor({ working, to, flowNumber }: Ground, statement: Statement, factor: Factor): Group | undefined {
  const { flows, access, weights, requestsPerSecond, perRequest } = statement;
  const source = working.universe.model.byId.get(flows[0]!.from);
  if (!source) return undefined;
  const arms = flows.map((flow, index): Arm => {
    return { ...to.nodes(flow, access), target: to.of(flow, access), weight: weights[index]!, flow: flowNumber(flow) };
  });
  const constant = requestsPerSecond.total;
  return {
    ...sentBy(working, source, statement),
    ...(constant !== undefined && { constant }),
    ...(constant === undefined && factor.by !== 'unknown' && { factor: factor.value }),
    ...((constant === undefined ? !perRequest.isComplete : !requestsPerSecond.isComplete) && { isPartial: true }),
    policy: 'share',
    arms,
  };
}

function sentBy(
  { universe }: Working,
  source: Element,
  { access }: Statement,
): Pick<Group, 'source' | 'sender' | 'access'> {
  return { source: universe.indexOf.get(source.id)!, sender: nodesOfElement(universe, source, access), access };
}

interface Taker {
  readonly flow: Flow;
  readonly constant: number | undefined;
}

/**
 * Messages go from a queue to those that consume from it: what is published is shared evenly by them. Once one of them
 * tells how many it takes, nobody knows what is left for those that do not.
 */
function consumption(ground: Ground, statements: readonly Statement[]): readonly Group[] {
  const { working, to, flowNumber } = ground;
  const { model, indexOf } = working.universe;
  const byQueue = new Map<Element, Taker[]>();
  for (const { flows, requestsPerSecond, weights } of statements) {
    if (flows[0]!.verb !== 'consumes') continue;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, flow] of flows.entries()) {
      const queue = model.byId.get(flow.to);
      if (!queue || !model.byId.has(flow.from)) continue;
      const { total } = requestsPerSecond;
      const constant = total === undefined ? undefined : all > 0 ? (total * weights[index]!) / all : 0;
      const takers = byQueue.get(queue);
      if (takers) takers.push({ flow, constant });
      else byQueue.set(queue, [{ flow, constant }]);
    }
  }
  return [...byQueue].flatMap(([queue, takers]) => groupsOfQueue(queue, takers));

  function groupsOfQueue(queue: Element, takers: readonly Taker[]): Group[] {
    const source = indexOf.get(queue.id)!;
    const sender = nodesOfElement(working.universe, queue, 'any');
    const begin = { source, sender, access: 'any', policy: 'share' } as const;
    const telling = takers.filter(({ constant }) => constant !== undefined);
    const groups: Group[] = telling.map(({ flow, constant }) => ({
      ...begin,
      constant: constant!,
      arms: [armTo(flow)],
    }));
    const others = takers.filter(({ constant }) => constant === undefined).map(({ flow }) => armTo(flow));
    if (others.length > 0) groups.push({ ...begin, ...(telling.length === 0 && { factor: 1 }), arms: others });
    return groups;
  }

  /** A consumer takes messages while it works, and its way to the queue does. */
  function armTo(flow: Flow): Arm {
    const consumer = model.byId.get(flow.from) as Element;
    return {
      ...nodesOfElement(working.universe, consumer, 'any'),
      target: to.element(consumer, 'any'),
      weight: 1,
      flow: flowNumber(flow),
    };
  }
}

/** Whether a model tells any demand at all. */
export function tellsDemand(model: Architecture): boolean {
  return model.flows.some(({ facts }) => facts.requestsPerSecond !== undefined && facts.requestsPerSecond > 0);
}
