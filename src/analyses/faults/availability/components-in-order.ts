import type { JourneySystem } from './journey-system.js';

export interface OrderedComponents {
  /** All nodes, each strongly connected component in one piece, inputs before what needs them. */
  readonly nodes: Int32Array;
  /** Where each component begins, and at the end how many nodes there are. */
  readonly starts: readonly number[];
  /** All nodes in the order in which the journey first meets them: a node, then its inputs from the first to the last. */
  readonly firstUse: Int32Array;
}

/**
 * Strongly connected components by one depth-first search from the top with a stack of its own (Tarjan, Depth-first search
 * and linear graph algorithms, 1972).
 */
export function componentsInOrder({ count, inputStart, inputs, top }: JourneySystem): OrderedComponents {
  const found = new Int32Array(count);
  const low = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const next = inputStart.slice();
  const nodes = new Int32Array(count);
  const firstUse = new Int32Array(count);
  const starts: number[] = [];
  const path: number[] = [];
  const open: number[] = [];
  let met = 0;
  let placed = 0;

  enter(top);
  for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
    const edge = next[node]!;
    if (edge === inputStart[node + 1]!) {
      leave(node);
      continue;
    }
    next[node] = edge + 1;
    const input = inputs[edge]!;
    if (found[input] === 0) enter(input);
    else if (isOpen[input] === 1) low[node] = Math.min(low[node]!, found[input]!);
  }
  starts.push(placed);
  return { nodes: nodes.subarray(0, placed), starts, firstUse: firstUse.subarray(0, met) };

  function enter(node: number): void {
    firstUse[met] = node;
    met += 1;
    found[node] = met;
    low[node] = met;
    isOpen[node] = 1;
    path.push(node);
    open.push(node);
  }

  function leave(node: number): void {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
    if (low[node] !== found[node]) return;
    starts.push(placed);
    for (let member = -1; member !== node; placed += 1) {
      member = open.pop()!;
      isOpen[member] = 0;
      nodes[placed] = member;
    }
  }
}
