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
  const count = elements.length;
  return {
    outgoing: rowsOf(count, picked(from, requests), requests),
    incoming: rowsOf(count, picked(to, requests), requests),
    behind: rowsOf(count, silent.from, silent.to),
    before: rowsOf(count, silent.to, silent.from),
    lookups,
  };
}

function picked(values: Int32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let index = 0; index < places.length; index += 1) found[index] = values[places[index]!]!;
  return found;
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
  readonly from: Int32Array;
  readonly to: Int32Array;
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
  return { from: Int32Array.from(steps.from), to: Int32Array.from(steps.to) };
}

/** The items by their nodes, sorted by counting: those of one node keep their order. */
function rowsOf(count: number, nodes: Int32Array, itemsInOrder: Int32Array): Rows {
  const start = new Int32Array(count + 1);
  for (let index = 0; index < nodes.length; index += 1) start[nodes[index]! + 1]! += 1;
  for (let node = 0; node < count; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice(0, count);
  const items = new Int32Array(nodes.length);
  for (let index = 0; index < nodes.length; index += 1) items[next[nodes[index]!]!++] = itemsInOrder[index]!;
  return { start, items };
}
