/**
 * The structure function as threshold gates over dense numbers: a node works while the weights of its working inputs
 * reach its need. Inputs and dependents lie in compressed sparse rows, so that a scenario costs no allocation.
 */
export interface Gates {
  readonly count: number;
  /** How much weight may be lost before the node dies; below zero: it never works. */
  readonly slack: Float64Array;
  readonly total: Float64Array;
  readonly inputStart: Int32Array;
  readonly inputs: Int32Array;
  readonly inputWeight: Float64Array;
  readonly dependentStart: Int32Array;
  readonly dependents: Int32Array;
  readonly dependentWeight: Float64Array;
}

/** Shares of weights are compared with this much room for rounding. */
export const tolerance = 1e-9;

export interface GateDraft {
  /** Adds something that an element needs; elements have the numbers 0 to `elements` - 1. */
  needs(element: number, node: number): void;
  /** A node that works while all of these do. One input stands for itself, none always works. */
  all(nodes: readonly number[]): number;
  /** A node that works while the weights of the working ones (1 each where left out) reach `need`. */
  atLeast(need: number, nodes: readonly number[], weights?: readonly number[]): number;
  /** A node that needs nothing: it works until it is failed, as an element does. */
  free(): number;
  readonly always: number;
  readonly never: number;
  /** A draft of its own that begins with what stands in this one. */
  fork(): GateDraft;
  finish(): Gates;
}

/** Edges as they are added, each with its owner; sorted by owner when the draft is finished. */
interface Draft {
  /** The first `edges` of these; of large systems they are a million, and no list of numbers is to grow to that. */
  owners: Int32Array;
  inputs: Int32Array;
  edges: number;
  /** The weights that are not 1, by the number of the edge. */
  readonly weights: Map<number, number>;
  /** By node; a node that is not in it needs all of its inputs. */
  readonly need: Map<number, number>;
  /** Nodes that need all of a list, by that list. */
  readonly known: Map<string, number>;
  count: number;
}

export function draftGates(elements: number): GateDraft {
  const always = elements;
  const never = elements + 1;
  const need = new Map([[never, 1]]);
  const room = 4 * (elements + 16);
  const rows = { owners: new Int32Array(room), inputs: new Int32Array(room), edges: 0 };
  const draft = { ...rows, weights: new Map(), need, known: new Map(), count: elements + 2 };
  return continueDraft(draft, always, never);
}

function addEdge(draft: Draft, owner: number, input: number): void {
  if (draft.edges === draft.owners.length) {
    draft.owners = enlarged(draft.owners);
    draft.inputs = enlarged(draft.inputs);
  }
  draft.owners[draft.edges] = owner;
  draft.inputs[draft.edges] = input;
  draft.edges += 1;
}

function enlarged(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function continueDraft(draft: Draft, always: number, never: number): GateDraft {
  function add(inputs: readonly number[], need?: number, weights?: readonly number[]): number {
    const node = draft.count;
    draft.count += 1;
    if (need !== undefined) draft.need.set(node, need);
    for (let place = 0; place < inputs.length; place += 1) {
      const weight = weights?.[place] ?? 1;
      if (weight !== 1) draft.weights.set(draft.edges, weight);
      addEdge(draft, node, inputs[place]!);
    }
    return node;
  }

  return {
    always,
    never,
    free: () => add([]),
    needs: (element, node) => {
      if (node !== always) addEdge(draft, element, node);
    },
    all(nodes) {
      if (nodes.length === 1) return nodes[0]!;
      const inputs = [...new Set(nodes)].filter((node) => node !== always).sort((left, right) => left - right);
      if (inputs.includes(never)) return never;
      if (inputs.length === 0) return always;
      if (inputs.length === 1) return inputs[0]!;
      const key = inputs.join();
      const node = draft.known.get(key) ?? add(inputs);
      draft.known.set(key, node);
      return node;
    },
    atLeast(need, nodes, weights) {
      if (need <= 0) return always;
      if (!weights && nodes.length === 1 && need <= 1) return nodes[0]!;
      return add(nodes, need, weights);
    },
    fork: () => continueDraft(copyOf(draft), always, never),
    finish: () => compress(draft),
  };
}

function copyOf({ owners, inputs, edges, weights, need, known, count }: Draft): Draft {
  return {
    owners: owners.slice(),
    inputs: inputs.slice(),
    edges,
    weights: new Map(weights),
    need: new Map(need),
    known: new Map(known),
    count,
  };
}

function compress({ owners: ownerRoom, inputs: inputRoom, edges, weights, need, count }: Draft): Gates {
  const owners = ownerRoom.subarray(0, edges);
  const inputs = inputRoom.subarray(0, edges);
  const gates = {
    count,
    slack: new Float64Array(count),
    total: new Float64Array(count),
    inputStart: startsOf(owners, count),
    inputs: new Int32Array(edges),
    inputWeight: new Float64Array(edges),
    dependentStart: startsOf(inputs, count),
    dependents: new Int32Array(edges),
    dependentWeight: new Float64Array(edges),
  };
  const forth = gates.inputStart.slice();
  for (let edge = 0; edge < edges; edge += 1) {
    const owner = owners[edge]!;
    const weight = weights.size === 0 ? 1 : (weights.get(edge) ?? 1);
    const place = forth[owner]!;
    forth[owner] = place + 1;
    gates.inputs[place] = inputs[edge]!;
    gates.inputWeight[place] = weight;
    gates.total[owner]! += weight;
  }
  turnRound(gates);
  for (const [node, wanted] of need) gates.slack[node] = gates.total[node]! - wanted;
  return gates;
}

/** Where the row of each node begins, once `nodes` are sorted. */
function startsOf(nodes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let edge = 0; edge < nodes.length; edge += 1) starts[nodes[edge]! + 1]! += 1;
  for (let node = 0; node < count; node += 1) starts[node + 1]! += starts[node]!;
  return starts;
}

/** Fills in who depends on what, from what needs what. */
function turnRound(gates: Gates): void {
  const back = gates.dependentStart.slice();
  for (let node = 0; node < gates.count; node += 1) {
    for (let edge = gates.inputStart[node]!; edge < gates.inputStart[node + 1]!; edge += 1) {
      const input = gates.inputs[edge]!;
      const place = back[input]!;
      back[input] = place + 1;
      gates.dependents[place] = node;
      gates.dependentWeight[place] = gates.inputWeight[edge]!;
    }
  }
}
