import type { Hop, RequestWay } from '../../analyses/transport/result.js';
import type { Element } from '../../graph/architecture.js';

/** One step of one or several ways that are alike: what is told of the first holds for all. */
export interface Step {
  readonly from: readonly Element[];
  readonly to: readonly Element[];
  readonly hop: Hop;
  /** The DNS record by which the target was found. */
  readonly foundBy?: Element;
}

export interface AlikeWays {
  readonly from: readonly Element[];
  readonly to: readonly Element[];
  readonly steps: readonly Step[];
}

/** Ways that differ only in which of several alike elements they pass, as one. */
export function alikeWays(ways: readonly RequestWay[]): readonly AlikeWays[] {
  const groups = new Map<string, RequestWay[]>();
  for (const way of ways) {
    const key = JSON.stringify(way.hops.map(looks));
    const group = groups.get(key);
    if (group) group.push(way);
    else groups.set(key, [way]);
  }
  return [...groups.values()].map(together);
}

function looks({ flow, from, to, encryption, listener, carries }: Hop): readonly unknown[] {
  const { protocol, port } = listener ?? {};
  return [from.kind, from.name, flow.verb, to.kind, to.name, encryption, protocol, port, carries];
}

function together(ways: readonly RequestWay[]): AlikeWays {
  const [first] = ways;
  const steps = (first?.hops ?? []).map((hop, index): Step => {
    const alike = ways.flatMap(({ hops }) => hops[index] ?? []);
    return { hop, from: distinct(alike.map(({ from }) => from)), to: distinct(alike.map(({ to }) => to)) };
  });
  return {
    from: distinct(ways.map(({ from }) => from)),
    to: distinct(ways.map(({ to }) => to)),
    steps: withoutLookups(steps),
  };
}

/** To visit a name is to visit what it points to. */
function withoutLookups(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const before = kept.at(-1);
    if (step.hop.flow.verb !== 'resolvesTo' || before === undefined) kept.push(step);
    else
      kept[kept.length - 1] = {
        ...step,
        from: before.from,
        foundBy: before.foundBy ?? before.hop.to,
        hop: visit(before.hop, step.hop),
      };
  }
  return kept;
}

/** The visit is the flow that guards judge; what the name points to says how it is encrypted. */
function visit({ flow, from, crossesZone, carries, authenticatedBy }: Hop, behind: Hop): Hop {
  return {
    ...behind,
    flow,
    from,
    crossesZone: crossesZone || behind.crossesZone,
    carries: [...new Set([...carries, ...behind.carries])],
    ...(authenticatedBy !== undefined && { authenticatedBy }),
  };
}

function distinct(elements: readonly Element[]): readonly Element[] {
  return [...new Set(elements)];
}
