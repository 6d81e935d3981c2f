import { type Numbering, sorts } from './numbering.js';

/** For each node a stretch of `items`: from `start[node]` up to `start[node + 1]`. */
export interface Rows {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** How a request gets from one element to the next. */
export interface Edges {
  /** The flows of requests that start at, or end at, an element. */
  readonly outgoing: Rows;
  readonly incoming: Rows;
  /** What answers behind a name or a shared address: no hop of its own. Numbers of elements. */
  readonly behind: Rows;
  readonly before: Rows;
  /** The flows that are look-ups. */
  readonly lookups: Int32Array;
}

export function drawEdges(numbering: Numbering): Edges {
  const { elements, from, to, sort } = numbering;
  const requests = numbersWhere(sort, sorts.request);
  const lookups = numbersWhere(sort, sorts.lookup);
  const silent = silentSteps(numbering, lookups);
  const pick = (ends: Int32Array) => (index: number) => ends[requests[index]!]!;
  const count = elements.length;
  const flowOf = (index: number) => requests[index]!;
  return {
    outgoing: rowsOf(count, requests.length, pick(from), flowOf),
    incoming: rowsOf(count, requests.length, pick(to), flowOf),
    behind: rowsOf(
      count,
      silent.from.length,
      (index) => silent.from[index]!,
      (index) => silent.to[index]!,
    ),
    before: rowsOf(
      count,
      silent.from.length,
      (index) => silent.to[index]!,
      (index) => silent.from[index]!,
    ),
    lookups,
  };
}

function numbersWhere(sort: Uint8Array, wanted: number): Int32Array {
  let count = 0;
  for (let index = 0; index < sort.length; index += 1) if (sort[index] === wanted) count += 1;
  const found = new Int32Array(count);
  let next = 0;
  for (let index = 0; index < sort.length; index += 1) if (sort[index] === wanted) found[next++] = index;
  return found;
}

interface SilentSteps {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function silentSteps({ model, numberOf, from, to }: Numbering, lookups: Int32Array): SilentSteps {
  const steps = { from: [] as number[], to: [] as number[] };
  for (const flow of lookups) {
    steps.from.push(from[flow]!);
    steps.to.push(to[flow]!);
  }
  for (const { id, members } of model.clusters) {
    const cluster = numberOf(id);
    if (cluster === undefined) continue;
    for (const member of members) {
      const index = numberOf(member);
      if (index === undefined) continue;
      steps.from.push(cluster);
      steps.to.push(index);
    }
  }
  return steps;
}

/** Sorted by counting: the items of one node keep their order. */
function rowsOf(
  nodes: number,
  count: number,
  nodeOf: (index: number) => number,
  itemOf: (index: number) => number,
): Rows {
  const start = new Int32Array(nodes + 1);
  for (let index = 0; index < count; index += 1) start[nodeOf(index) + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice(0, nodes);
  const items = new Int32Array(count);
  for (let index = 0; index < count; index += 1) items[next[nodeOf(index)]!++] = itemOf(index);
  return { start, items };
}
