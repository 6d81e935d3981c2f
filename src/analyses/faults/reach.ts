import type { Flow } from '../../graph/architecture.js';
import type { WorkingState } from './fixpoint.js';
import type { Structure } from './structure.js';

/** Chains of working elements from a user, breadth first; one searcher is used for many scenarios. */
export interface Searcher {
  /** Searches from an element; afterwards `reached` and `pathTo` answer for it. */
  from(start: number): void;
  reached(element: number): boolean;
  /** The steps to a reached element, as nodes that must work and flows that are taken. */
  pathTo(element: number): { readonly nodes: readonly number[]; readonly flows: readonly Flow[] };
}

export interface SearchOptions {
  /** Takes the steps of each element from the last to the first: other members of the same pools. */
  readonly lastFirst?: boolean;
}

/** With `state` left out, every step counts: what a user could reach were nothing in the way. */
export function searcherIn(
  { steps, universe }: Structure,
  state: WorkingState | undefined,
  { lastFirst = false }: SearchOptions = {},
): Searcher {
  const seen = new Int32Array(universe.elements.length);
  const before = new Int32Array(universe.elements.length);
  const stepOf = new Int32Array(universe.elements.length);
  const queue = new Int32Array(universe.elements.length);
  let search = 0;

  function from(start: number): void {
    search += 1;
    seen[start] = search;
    before[start] = -1;
    queue[0] = start;
    let end = 1;
    for (let next = 0; next < end; next += 1) end = expand(queue[next]!, end);
  }

  function expand(element: number, end: number): number {
    const works = !state || state.works[element] === 1;
    const onwards = steps(element);
    let last = end;
    for (let turn = 0; turn < onwards.length; turn += 1) {
      const index = lastFirst ? onwards.length - 1 - turn : turn;
      const { to, node, by } = onwards[index]!;
      if (seen[to] === search || (!works && by !== 'standIn')) continue;
      if (state && state.works[node] === 0) continue;
      seen[to] = search;
      before[to] = element;
      stepOf[to] = index;
      queue[last] = to;
      last += 1;
    }
    return last;
  }

  function pathTo(element: number): { nodes: number[]; flows: Flow[] } {
    const nodes: number[] = [];
    const flows: Flow[][] = [];
    for (let at = element; before[at]! >= 0; at = before[at]!) {
      const step = steps(before[at]!)[stepOf[at]!]!;
      nodes.push(step.node);
      if (step.by !== 'standIn') nodes.push(before[at]!);
      flows.push([...step.flows]);
    }
    return { nodes: nodes.reverse(), flows: flows.reverse().flat() };
  }

  return { from, reached: (element) => seen[element] === search && search > 0, pathTo };
}
