import type { Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { WorkingState } from './fixpoint.js';
import { type Label, listed } from './labels.js';
import { isWorseOff } from './spares.js';
import type { Spare, Structure } from './structure.js';

/** Says in one clause what a working element has lost of what it can go on without; undefined where it lost nothing. */
export function worseOffClause(
  structure: Structure,
  state: WorkingState,
  label: Label,
  element: number,
): string | undefined {
  const spare = structure.spares(element).find((candidate) => isWorseOff(candidate, state, element));
  return spare && clauseOf(spare, structure, state, label);
}

function clauseOf(spare: Spare, { universe }: Structure, { works }: WorkingState, label: Label): string {
  const { model } = universe;
  const target = (flow: Flow) => model.byId.get(flow.to);
  switch (spare.sort) {
    case 'optional': {
      const to = target(spare.flow);
      return `it goes on without ${to ? label(to) : `'${spare.flow.to}'`}, which is optional`;
    }
    case 'pool': {
      const dead = spare.flows.filter((_, index) => works[spare.nodes[index]!] === 0);
      const names = dead.flatMap((flow) => target(flow) ?? []).map(label);
      const { phrase } = verbs[spare.pool.verb];
      return `it ${phrase} ${spare.flows.length - dead.length} of ${spare.flows.length} targets: ${listed(names)} cannot be reached`;
    }
    case 'instances':
      return 'it has no instance left to spare';
    case 'group': {
      const dead = spare.plan.members.filter((_, index) => works[spare.nodes[index]!] === 0);
      if (dead.length === 0) return 'nothing would fail it over any more';
      const without = `it goes on without ${listed(dead.map(label))}`;
      const left = spare.nodes.length - dead.length;
      if (spare.mechanism !== undefined && left > Math.max(spare.plan.need, 1))
        return `${without}, and nothing would fail it over any more`;
      return `${without}, with no member left to spare`;
    }
    case 'replicas':
      return spare.nodes.some((node) => works[node] === 1)
        ? 'nothing would promote a replica any more'
        : 'no replica is left that would take over';
  }
}
