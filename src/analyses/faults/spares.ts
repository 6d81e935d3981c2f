import type { WorkingState } from './fixpoint.js';
import type { Spare } from './structure.js';

/** Whether what an element can go on without is missing: an optional need, a member of a pool, the last spare of a group. */
export function isWorseOff(spare: Spare, { works }: WorkingState, element: number): boolean {
  switch (spare.sort) {
    case 'optional':
      return works[spare.node] === 0;
    case 'pool':
      return spare.nodes.some((node) => works[node] === 0);
    case 'instances': {
      const left = spare.nodes.reduce((sum, node, place) => sum + (works[node] === 1 ? spare.counts[place]! : 0), 0);
      const all = spare.counts.reduce((sum, count) => sum + count, 0);
      return all > spare.need && left <= spare.need;
    }
    case 'group':
      return groupIsWorseOff(spare, works);
    case 'replicas':
      return (
        works[element] === 0 ||
        !spare.nodes.some((node, place) => works[node] === 1 && works[spare.mechanisms[place]!] === 1)
      );
  }
}

/** A group that never had a spare does not lose it. */
function groupIsWorseOff(
  { plan, nodes, mechanism }: Extract<Spare, { readonly sort: 'group' }>,
  works: Uint8Array,
): boolean {
  const left = nodes.filter((node) => works[node] === 1).length;
  if (plan.active && mechanism === undefined) return nodes.length > 1 && left < nodes.length;
  const need = Math.max(plan.need, 1);
  if (nodes.length <= need) return false;
  return left <= need || (mechanism !== undefined && works[mechanism] === 0);
}
